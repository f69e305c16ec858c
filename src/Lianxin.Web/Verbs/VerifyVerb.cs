using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Ledger;
using Lianxin.Web.Hosting;

namespace Lianxin.Web.Verbs;

/// <summary><c>verify</c>: the whole ledger, read-only, live or copied. Exit code 0: proven, 1: something found, 2: could not be checked to the end.</summary>
internal sealed class VerifyVerb
{
    private readonly Option<string[]> _receipts = new("--receipt") { Description = VerbWords.Say("verb.verify.receipt"), HelpName = "FILE" };
    private readonly Option<string[]> _anchors = new("--anchor") { Description = VerbWords.Say("verb.verify.anchor"), HelpName = "FILE" };
    private readonly Option<string?> _policy = new("--policy") { Description = VerbWords.Say("verb.verify.policy"), HelpName = "FILE" };
    private readonly Option<bool> _skip = new("--skip-files") { Description = VerbWords.Say("verb.verify.skip_files") };
    private readonly Option<bool> _json = new("--json") { Description = VerbWords.Say("verb.option.json") };

    internal static Command Command()
    {
        var verb = new VerifyVerb();
        var command = new Command("verify", VerbWords.Say("verb.verify")) { verb._receipts, verb._anchors, verb._policy, verb._skip, verb._json };
        var data = new DataOptions(command);
        command.SetAction((parse, stop) => verb.Run(parse, data, stop));
        return command;
    }

    private async Task<int> Run(ParseResult parse, DataOptions data, CancellationToken stop)
    {
        if (data.Read(parse) is not { } start)
        {
            return 2;
        }

        var (report, problem) = await Check(start.Place, start.Configuration, parse, stop);
        if (report is null)
        {
            parse.InvocationConfiguration.Error.WriteLine(problem);
            return 2;
        }

        var output = parse.InvocationConfiguration.Output;
        if (parse.GetValue(_json))
        {
            output.WriteLine(Serialised(report));
        }
        else
        {
            Print(report, output);
        }

        return report.Exit;
    }

    private async Task<(LedgerReport? Report, string Problem)> Check(DataPlace place, IConfiguration configuration, ParseResult parse, CancellationToken stop)
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

            return (await services.GetRequiredService<LedgerVerification>().Check(Question(parse), stop), "");
        }
        catch (SchemaDiffersException)
        {
            return (null, VerbWords.Say("verb.rebuild.schema"));
        }
        catch (Exception fault) when (fault is DbException or IOException or UnauthorizedAccessException)
        {
            return (null, VerbWords.Say("verb.rebuild.unreadable", fault.Message));
        }
    }

    private LedgerQuestion Question(ParseResult parse) => new()
    {
        Policy = parse.GetValue(_policy) is { } policy ? File.ReadAllBytes(policy) : null,
        Receipts = Files(parse.GetValue(_receipts)),
        Anchors = Files(parse.GetValue(_anchors)),
        Rebuild = new RebuildSettings { Files = !parse.GetValue(_skip) },
    };

    private static List<NamedFile> Files(string[]? names) => [.. (names ?? []).Select(name => new NamedFile(name, File.ReadAllBytes(name)))];

    private static void Print(LedgerReport report, TextWriter output)
    {
        foreach (var finding in report.Findings)
        {
            output.WriteLine(RebuildVerb.Line(finding));
        }

        foreach (var (name, receipt) in report.Receipts)
        {
            output.WriteLine(VerbWords.Say("verb.verify.of_receipt", name, receipt.Receipt?.Index ?? -1, receipt.Result.Name()));
        }

        foreach (var log in report.Logs)
        {
            output.WriteLine(VerbWords.Say(
                "verb.verify.log", log.Origin ?? log.Log.Path, log.Size, log.Checkpoints, Convert.ToBase64String(log.Root), Time(log.FirstAt), Time(log.LastAt)));
        }

        var folded = report.Rebuild;
        output.WriteLine(VerbWords.Say(
            "verb.rebuild.counts", folded.Facts, folded.Looks, folded.Matters, folded.Rows, folded.Openings, folded.Erased, folded.Took.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture)));
        foreach (var (what, about) in report.Open)
        {
            output.WriteLine(VerbWords.Say("verb.verify.open." + Conventions.Text(what), about));
        }

        output.WriteLine(report.Exit switch
        {
            0 => VerbWords.Say("verb.verify.proven"),
            1 => VerbWords.Say("verb.rebuild.found", report.FindingCount),
            _ => VerbWords.Say("verb.verify.unfinished"),
        });
    }

    private static string Serialised(LedgerReport report) => JsonSerializer.Serialize(
        new
        {
            report.Exit,
            report.FindingCount,
            Findings = report.Findings.Select(f => new { f.Code, f.Table, f.Key, f.Column, f.Stored, f.Refolded }),
            Logs = report.Logs.Select(l => new { l.Origin, l.Size, l.Root, l.Checkpoints, l.FirstAt, l.LastAt }),
            Receipts = report.Receipts.Select(r => new { r.Name, Report = JsonNode.Parse(Canonical(r.Report)) }),
            Open = report.Open.Select(o => new { What = Conventions.Text(o.What), o.About }),
            report.Rebuild.Matters,
            report.Rebuild.Rows,
            report.Rebuild.Openings,
            report.Rebuild.Erased,
            report.Rebuild.Digest,
            Seconds = Math.Round(report.Rebuild.Took.TotalSeconds, 3),
        },
        RebuildVerb.Json);

    private static byte[] Canonical(ReceiptReport report)
    {
        var json = new CanonicalJson();
        report.Write(json);
        return json.ToArray();
    }

    private static string Time(DateTime? at) => at?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "–";
}
