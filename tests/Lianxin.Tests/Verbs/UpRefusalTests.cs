using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.People;
using Lianxin.Tests.Support;
using Lianxin.Units;
using Lianxin.Web.Hosting;
using Lianxin.Web.Verbs;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Tests.Verbs;

/// <summary>A start that cannot be: one exit code, words for whoever stands at the terminal, and nothing of the inside.</summary>
public sealed class UpRefusalTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lianxin-up-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_port_in_use_is_named_with_another_to_take()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";
        Assert.Contains(url, await Refused("--data", _folder, "--urls", url), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_named()
    {
        var file = Path.Combine(_folder, "a-file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        Assert.Contains(file, await Refused("--data", Path.Combine(file, "data")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_a_newer_release_is_left_alone()
    {
        var settings = new DatabaseSettings(_folder);
        await SchemaRunner.Run(settings, DateTime.UnixEpoch);
        await using (var connection = new SqliteConnection($"Data Source={settings.SqliteFile};Pooling=False"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "insert into schema_version (number, name, sha256, applied_at) values (9999, 'later', '', '')";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        Assert.Contains("9999", await Refused("--data", _folder), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_named()
    {
        Assert.Contains("PostgreSQL", await Refused("--data", _folder, "--db", "Host=127.0.0.1;Port=1;Username=x;Timeout=2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_wrong_setting_is_listed_at_once()
    {
        var said = await Refused("--data", _folder, "--db", "nonsense", "--urls", "ftp://x", "--profile", "none");
        foreach (var key in new[] { "Db", "Urls = \"ftp://x\"", "Profile = \"none\"" })
        {
            Assert.Contains(key, said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_wrong_key_of_a_section_is_listed_with_value_and_example()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["SignIn:IdleMinutes"] = "soon",
            ["SignIn:LongestHours"] = "999",
            ["SignIn:PasskeyHost"] = "https://lianxin.example",
            ["SignIn:IdelMinutes"] = "20",
            ["SignIn:LinkHours"] = "24",
        }).Build();
        var problems = SectionProblems.Of<SignInSettings>(configuration, "SignIn");
        Assert.Equal(4, problems.Count);
        Assert.Contains("SignIn:IdleMinutes = \"soon\" – 15", problems);
        Assert.Contains("SignIn:LongestHours = \"999\" – 12", problems);
        Assert.Contains("SignIn:PasskeyHost = \"https://lianxin.example\" – lianxin.example.gov.cn", problems);
        Assert.Contains(problems, p => p.StartsWith("SignIn:IdelMinutes", StringComparison.Ordinal));
    }

    private static async Task<string> Refused(params string[] arguments)
    {
        using var error = new StringWriter();
        using var output = new StringWriter();
        var exit = await VerbTable.Root().Parse(["up", .. arguments])
            .InvokeAsync(new InvocationConfiguration { Error = error, Output = output, EnableDefaultExceptionHandler = false }, TestContext.Current.CancellationToken);
        Assert.NotEqual(0, exit);
        Assert.DoesNotContain("   at ", error.ToString(), StringComparison.Ordinal);
        return error.ToString();
    }

    [Fact]
    public void A_settings_key_that_nothing_reads_is_named_with_its_value_and_the_keys_there_are()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Proxy"] = "10.0.0.5", ["data"] = "x", ["Site:DistrictName"] = "x" }).Build();
        var line = Assert.Single(SectionProblems.Unknown(configuration));
        Assert.StartsWith("Proxy = \"10.0.0.5\"", line, StringComparison.Ordinal);
        Assert.Contains("Proxies", line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_key_is_found_in_every_section_of_the_product()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Site:DistrictNane"] = "某区",
            ["Backups:Keep"] = "0",
            ["Limits:Reports"] = "many",
        }).Build();
        var problems = SectionProblems.All(configuration);
        Assert.Equal(3, problems.Count);
        Assert.Contains(problems, p => p.StartsWith("Site:DistrictNane = \"某区\"", StringComparison.Ordinal) && p.Contains("DistrictName", StringComparison.Ordinal));
        Assert.Contains("Backups:Keep = \"0\" – 14", problems);
        Assert.Contains("Limits:Reports = \"many\" – 120", problems);
    }

    [Fact]
    public async Task Help_lists_every_verb_under_the_name_that_is_typed()
    {
        using var output = new StringWriter();
        var exit = await VerbTable.Root().Parse(["--help"]).InvokeAsync(new InvocationConfiguration { Output = output }, TestContext.Current.CancellationToken);
        Assert.Equal(0, exit);
        Assert.Contains("  lianxin [", output.ToString(), StringComparison.Ordinal);
        Assert.All(VerbTable.Root().Subcommands, verb => Assert.Contains("\n  " + verb.Name + " ", output.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_start_more_than_a_day_from_the_last_entry_wants_a_word_first()
    {
        var clock = new TestClock();
        clock.SetLocal(2020, 3, 2);
        var place = new DataPlace(_folder, null);
        await SchemaRunner.Run(place.Database, clock.GetUtcNow().UtcDateTime);
        await using (var services = new ServiceCollection().AddLogging().AddLianxin(place).AddSingleton<TimeProvider>(clock).BuildServiceProvider())
        {
            await services.GetRequiredService<UnitDesk>().AddUnit(new() { Code = "lead", Kind = "lead-office", Name = "区社会工作部", On = new DateOnly(2020, 1, 1) }, Actor.System());
        }

        Assert.Contains("--accept-clock", await Refused("--data", _folder), StringComparison.Ordinal);
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";
        Assert.Contains(url, await Refused("--data", _folder, "--accept-clock", "--urls", url), StringComparison.Ordinal);
    }
}
