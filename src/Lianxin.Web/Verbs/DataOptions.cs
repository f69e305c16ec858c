using System.CommandLine;
using Lianxin.People;
using Lianxin.Web.Hosting;

namespace Lianxin.Web.Verbs;

/// <summary>The options every verb takes: where the data is.</summary>
internal sealed class DataOptions
{
    private readonly Option<string?> _data = new("--data") { Description = VerbWords.Say("verb.option.data"), HelpName = "DIR" };
    private readonly Option<string?> _db = new("--db") { Description = VerbWords.Say("verb.option.db"), HelpName = "Host=…" };
    private readonly Option<string?> _files = new("--files") { Description = VerbWords.Say("verb.option.files"), HelpName = "DIR" };

    internal DataOptions(Command command)
    {
        command.Options.Add(_data);
        command.Options.Add(_db);
        command.Options.Add(_files);
    }

    /// <summary>Reads all settings; prints every bad one and gives null when there are any.</summary>
    internal (StartSettings Settings, IConfigurationRoot Configuration, DataPlace Place)? Read(ParseResult parse, params (string Key, string? Value)[] more)
    {
        var commandLine = new Dictionary<string, string?>
        {
            ["Data"] = parse.GetValue(_data),
            ["Db"] = parse.GetValue(_db),
            ["Files"] = parse.GetValue(_files),
        };
        foreach (var (key, value) in more)
        {
            commandLine[key] = value;
        }

        var (settings, configuration) = StartSettings.Read(commandLine);
        List<string> problems = [.. settings.Problems(), .. SectionProblems.All(configuration)];
        if (problems.Count == 0)
        {
            return (settings, configuration, new DataPlace(Path.GetFullPath(settings.Data), settings.Db, settings.Files, settings.Messages));
        }

        parse.InvocationConfiguration.Error.WriteLine(VerbWords.Say("verb.settings.bad", problems.Count));
        foreach (var problem in problems)
        {
            parse.InvocationConfiguration.Error.WriteLine("  " + problem);
        }

        return null;
    }
}
