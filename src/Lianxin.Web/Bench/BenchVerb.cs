using System.CommandLine;
using Lianxin.Web.Verbs;

namespace Lianxin.Web.Bench;

/// <summary><c>bench</c>: measures the product in folders of its own; ratios within one run, written as Markdown.</summary>
internal static class BenchVerb
{
    private static readonly string[] Sections = ["intake", "pages", "sweep", "start", "memory", "all"];

    internal static Command Command()
    {
        var command = new Command("bench", VerbWords.Say("verb.bench"));
        var what = new Argument<string>("what") { Description = VerbWords.Say("verb.bench.what") };
        what.AcceptOnlyFromAmong(Sections);
        var db = new Option<string?>("--db") { Description = VerbWords.Say("verb.option.db"), HelpName = "Host=…" };
        var keep = new Option<string?>("--keep") { Description = VerbWords.Say("verb.bench.keep"), HelpName = "DIR" };
        var matters = new Option<int>("--matters") { Description = VerbWords.Say("verb.bench.matters"), DefaultValueFactory = _ => 1_000_000 };
        var seconds = new Option<double>("--seconds") { Description = VerbWords.Say("verb.bench.seconds"), DefaultValueFactory = _ => 4 };
        var rounds = new Option<int>("--rounds") { Description = VerbWords.Say("verb.bench.rounds"), DefaultValueFactory = _ => 7 };
        var warm = new Option<int>("--warm") { Description = VerbWords.Say("verb.bench.warm"), DefaultValueFactory = _ => 30_000 };
        var write = new Option<string?>("--write") { Description = VerbWords.Say("verb.bench.write"), HelpName = "docs/performance.md" };
        command.Arguments.Add(what);
        foreach (var option in new Option[] { db, keep, matters, seconds, rounds, warm, write })
        {
            command.Options.Add(option);
        }

        command.Subcommands.Add(DriveCommand());
        command.Subcommands.Add(LoadCommand());
        command.SetAction(async (parse, stop) =>
        {
            var output = parse.InvocationConfiguration.Output;
            var settings = new BenchSettings(parse.GetValue(db), parse.GetValue(keep) is { } folder ? Path.GetFullPath(folder) : null, parse.GetValue(matters), parse.GetValue(seconds), parse.GetValue(rounds), parse.GetValue(warm));
            var tables = await Run(parse.GetValue(what)!, settings, output, stop);
            tables.ForEach(t => output.WriteLine(t.Markdown()));
            if (parse.GetValue(write) is { } file)
            {
                await BenchTable.Write(file, "./lianxin " + string.Join(' ', Environment.GetCommandLineArgs().Skip(1).Select(a => a.Contains(' ', StringComparison.Ordinal) ? $"\"{a}\"" : a)), tables);
            }

            return VerbExit.Done;
        });
        return command;
    }

    // All of it measures both databases when PostgreSQL's address is given; a single section measures the one that is asked for.
    private static async Task<List<BenchTable>> Run(string what, BenchSettings settings, TextWriter output, CancellationToken stop)
    {
        var tables = new List<BenchTable>();
        foreach (var one in what == "all" && settings.Db is not null ? [settings with { Db = null }, settings] : new[] { settings })
        {
            output.WriteLine($"{what}: {(one.Db is null ? "SQLite" : "PostgreSQL")}");
            if (what is "intake" or "all")
            {
                tables.Add(await new IntakeBench(one, output).Run());
            }

            if (what is "pages" or "sweep" or "memory" or "all")
            {
                tables.AddRange(await new SizeBench(one, output).Run(sweep: what is "sweep" or "all", pages: what is "pages" or "memory" or "all", stop));
            }

            if (what is "start" or "all")
            {
                tables.Add(await StartBench.Run(one, stop));
            }
        }

        return tables;
    }

    private static Command DriveCommand()
    {
        var command = new Command("drive") { Hidden = true };
        var port = new Option<int>("--port") { Required = true };
        var connections = new Option<int>("--connections") { Required = true };
        var seconds = new Option<double>("--seconds") { Required = true };
        var first = new Option<long>("--first");
        var requests = new Option<string>("--requests") { Required = true };
        foreach (var option in new Option[] { port, connections, seconds, first, requests })
        {
            command.Options.Add(option);
        }

        command.SetAction(parse => LoadDriver.Drive(
            parse.GetValue(port), parse.GetValue(connections), parse.GetValue(seconds), parse.GetValue(first), parse.GetValue(requests)!));
        return command;
    }

    private static Command LoadCommand()
    {
        var command = new Command("load", VerbWords.Say("verb.bench.load"));
        var data = new DataOptions(command);
        var matters = new Option<int>("--matters") { Description = VerbWords.Say("verb.bench.load.matters"), Required = true };
        command.Options.Add(matters);
        command.SetAction(async (parse, stop) =>
        {
            if (data.Read(parse) is not { } start)
            {
                return VerbExit.Wrong;
            }

            if (await Hosting.Readiness.Make(start.Place.Database, parse.InvocationConfiguration.Error, VerbWords.Language) is null || !await Demo.DemoTown.IsEmpty(start.Place))
            {
                await parse.InvocationConfiguration.Error.WriteLineAsync(VerbWords.Say("verb.demo.not_empty", start.Place.Folder));
                return VerbExit.Wrong;
            }

            await BulkLoad.Run(start.Place, parse.GetValue(matters), parse.InvocationConfiguration.Output, stop);
            return VerbExit.Done;
        });
        return command;
    }
}
