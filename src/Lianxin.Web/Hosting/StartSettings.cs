namespace Lianxin.Web.Hosting;

/// <summary>What a start needs to know, from appsettings.json, <c>LIANXIN__…</c> variables and the command line, in that order.</summary>
public sealed class StartSettings
{
    /// <summary>The data folder.</summary>
    public string Data { get; set; } = "data";

    /// <summary>A PostgreSQL connection string; absent means SQLite in the data folder.</summary>
    public string? Db { get; set; }

    /// <summary>The folder of encrypted files, when it is not in the data folder.</summary>
    public string? Files { get; set; }

    /// <summary>The folder where messages are handed to the gateway, when it is not in the data folder.</summary>
    public string? Messages { get; set; }

    /// <summary>A file that names the instant a demo town is shown; refused for any other folder.</summary>
    public string? Clock { get; set; }

    /// <summary>Forwarding proxies whose word about the visitor's address is believed, separated by semicolons.</summary>
    public string? Proxies { get; set; }

    /// <summary>Addresses to listen on, separated by semicolons.</summary>
    public string Urls { get; set; } = "http://localhost:5080";

    /// <summary>The profile that a new district starts from.</summary>
    public string Profile { get; set; } = "neutral";

    /// <summary>Reads the settings; <paramref name="commandLine"/> wins over everything.</summary>
    public static (StartSettings Settings, IConfigurationRoot Configuration) Read(IDictionary<string, string?> commandLine)
    {
        var configuration = new ConfigurationBuilder()
            .SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json", optional: true)
            .AddJsonFile(Path.Combine(Environment.CurrentDirectory, "lianxin.json"), optional: true)
            .AddEnvironmentVariables("LIANXIN__")
            .AddInMemoryCollection(commandLine.Where(v => v.Value is not null))
            .Build();
        var settings = configuration.Get<StartSettings>() ?? new StartSettings();
        return (settings, configuration);
    }

    /// <summary>The profile's folder: one that came with the program, by name, or a folder of the district's own, by path.</summary>
    public string ProfileFolder() =>
        Profile.Contains('/', StringComparison.Ordinal) ? Path.GetFullPath(Profile) : Path.Combine(AppContext.BaseDirectory, "profiles", Profile);

    /// <summary>Everything that is wrong, at once: key, value, and an example of a right one.</summary>
    public IReadOnlyList<string> Problems()
    {
        var problems = new List<string>();
        if (Data.Length == 0 || Data.Contains('\0', StringComparison.Ordinal))
        {
            problems.Add($"Data = \"{Data}\" – /var/lib/lianxin");
        }

        foreach (var url in Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!Uri.TryCreate(url.Replace("*", "any", StringComparison.Ordinal).Replace("+", "any", StringComparison.Ordinal), UriKind.Absolute, out var uri)
                || uri.Scheme is not ("http" or "https"))
            {
                problems.Add($"Urls = \"{url}\" – http://localhost:5080");
            }
        }

        if (Db is not null && !IsConnection(Db))
        {
            problems.Add($"Db – Host=localhost;Username=lianxin;Database=lianxin");
        }

        if (!File.Exists(Path.Combine(ProfileFolder(), "profile.json")))
        {
            problems.Add($"Profile = \"{Profile}\" – neutral");
        }

        if (Files is not null && !Path.IsPathRooted(Files))
        {
            problems.Add($"Files = \"{Files}\" – /srv/lianxin-files");
        }

        problems.AddRange(Hosting.Proxies.Wrong(Proxies).Select(one => $"Proxies = \"{one}\" – 10.0.0.5;10.1.0.0/16"));
        if (Messages is not null && !Path.IsPathRooted(Messages))
        {
            problems.Add($"Messages = \"{Messages}\" – /srv/lianxin-messages");
        }

        return problems;
    }

    private static bool IsConnection(string text)
    {
        try
        {
            return new Npgsql.NpgsqlConnectionStringBuilder(text).Host is { Length: > 0 };
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
