using System.CommandLine;
using System.Data.Common;
using System.Text.Json;
using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Web.Hosting;

namespace Lianxin.Web.Verbs;

/// <summary><c>rebuild --check</c>: folds the journal again and compares. Exit code 0: nothing found, 1: something found, 2: could not be checked.</summary>
internal static class RebuildVerb
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static Command Command()
    {
        var command = new Command("rebuild", VerbWords.Say("verb.rebuild"));
        var data = new DataOptions(command);
        var check = new Option<bool>("--check") { Description = VerbWords.Say("verb.option.check"), Required = true };
        var files = new Option<bool>("--open-files") { Description = VerbWords.Say("verb.option.open_files") };
        var json = new Option<bool>("--json") { Description = VerbWords.Say("verb.option.json") };
        command.Options.Add(check);
        command.Options.Add(files);
        command.Options.Add(json);
        command.SetAction(async (parse, stop) =>
        {
            if (data.Read(parse) is not { } start)
            {
                return 2;
            }

            var (report, problem) = await Check(start.Place, start.Configuration, parse.GetValue(files), stop);
            if (report is null)
            {
                parse.InvocationConfiguration.Error.WriteLine(problem);
                return 2;
            }

            Print(report, parse.GetValue(json), parse.InvocationConfiguration.Output);
            return report.FindingCount == 0 ? 0 : 1;
        });
        return command;
    }

    private static async Task<(RebuildReport? Report, string Problem)> Check(DataPlace place, IConfiguration configuration, bool files, CancellationToken stop)
    {
        if (place.Postgres is null && !File.Exists(place.Database.SqliteFile))
        {
            return (null, VerbWords.Say("verb.rebuild.no_database", place.Database.SqliteFile));
        }

        await using var services = new ServiceCollection().AddSingleton(configuration).AddLianxin(place).BuildServiceProvider();
        try
        {
            // A check writes nothing: it never makes a key file, it asks for the one that sealed the data.
            if (!File.Exists(place.KeyFile) && place.HoldsSealedData(services.GetRequiredService<LianxinDatabase>()))
            {
                return (null, VerbWords.Say("verb.rebuild.no_key", place.KeyFile));
            }

            return (await services.GetRequiredService<Rebuild>().Check(new RebuildSettings { Files = files }, stop), "");
        }
        catch (SchemaDiffersException)
        {
            return (null, VerbWords.Say("verb.rebuild.schema"));
        }
        catch (DbException fault)
        {
            return (null, VerbWords.Say("verb.rebuild.unreadable", fault.Message));
        }
    }

    private static void Print(RebuildReport report, bool json, TextWriter output)
    {
        if (json)
        {
            output.WriteLine(Serialised(report));
            return;
        }

        foreach (var finding in report.Findings)
        {
            output.WriteLine(Line(finding));
        }

        output.WriteLine(VerbWords.Say(
            "verb.rebuild.counts", report.Facts, report.Looks, report.Matters, report.Rows, report.Openings, report.Erased, Seconds(report)));
        output.WriteLine(VerbWords.Say("verb.rebuild.digest", report.Digest));
        output.WriteLine(report.FindingCount == 0 ? VerbWords.Say("verb.rebuild.clean") : VerbWords.Say("verb.rebuild.found", report.FindingCount));
    }

    /// <summary>A finding as one line: code, table, key, column, and what differs.</summary>
    internal static string Line(RebuildFinding finding)
    {
        var about = finding.Column is null ? $"{finding.Table} {finding.Key}" : $"{finding.Table} {finding.Key} {finding.Column}";
        var change = finding.Stored is null ? "" : " " + VerbWords.Say("verb.rebuild.differs", finding.Stored, finding.Refolded ?? "∅");
        return $"{finding.Code} {about}: {VerbWords.Say("verb.rebuild." + finding.Code.ToLowerInvariant())}{change}";
    }

    private static string Serialised(RebuildReport report) => JsonSerializer.Serialize(
        new
        {
            report.Facts,
            report.Looks,
            report.Matters,
            report.Rows,
            report.Openings,
            report.Erased,
            report.Digest,
            Seconds = Math.Round(report.Took.TotalSeconds, 3),
            report.FindingCount,
            Findings = report.Findings.Select(f => new { f.Code, f.Table, f.Key, f.Column, f.Stored, f.Refolded }),
        },
        Json);

    private static string Seconds(RebuildReport report) => report.Took.TotalSeconds.ToString("F1", System.Globalization.CultureInfo.InvariantCulture);
}
