using System.CommandLine;
using System.Globalization;
using Lianxin.Database;
using Lianxin.Exchange;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Web.Console;

namespace Lianxin.Web.Verbs;

/// <summary><c>import matters FILE</c>: a table of another system's matters, looked at row by row, then recorded; the same file twice adds nothing.</summary>
internal sealed class ImportVerb : IWritingVerb
{
    private const int Shown = 20;

    public string Name => "import";

    internal static Command Command()
    {
        var verb = new ImportVerb();
        var file = new Argument<string>("FILE") { Description = VerbWords.Say("verb.import.file") };
        var map = new Option<string?>("--map") { Description = VerbWords.Say("verb.import.map"), HelpName = "title=…,at=D" };
        var dry = new Option<bool>("--dry-run") { Description = VerbWords.Say("verb.import.dry_run") };
        var channel = new Option<string>("--channel") { Description = VerbWords.Say("verb.import.channel"), DefaultValueFactory = _ => "mailbox" };
        var unit = new Option<string?>("--unit") { Description = VerbWords.Say("verb.import.unit") };
        var officer = new Option<string?>("--officer") { Description = VerbWords.Say("verb.import.officer") };
        var days = new Option<string?>("--days") { Description = VerbWords.Say("verb.import.days"), HelpName = "day-first|month-first" };
        var errors = new Option<string?>("--errors") { Description = VerbWords.Say("verb.import.errors"), HelpName = "FILE" };
        var matters = new Command("matters", VerbWords.Say("verb.import.matters")) { file, map, dry, channel, unit, officer, days, errors };
        return new Command(verb.Name, VerbWords.Say("verb.import"))
        {
            matters.Writes(verb, parse =>
            [
                parse.GetValue(file)!, parse.GetValue(map) ?? "", parse.GetValue(dry) ? "dry" : "", parse.GetValue(channel)!, parse.GetValue(unit) ?? "",
                parse.GetValue(officer) ?? "", parse.GetValue(days) ?? "", parse.GetValue(errors) ?? "", System.Console.IsOutputRedirected ? "" : "bar",
            ]),
        };
    }

    public async Task<int> Run(VerbCall call, IServiceProvider services)
    {
        if (call.Arguments is not [var file, var map, var dry, var channel, var unit, var officer, var days, var errors, var bar])
        {
            return VerbExit.Wrong;
        }

        if (!File.Exists(call.FileAt(file)) || !DayOrders.TryGetValue(days, out var order))
        {
            call.Error.WriteLine(days.Length > 0 && !DayOrders.ContainsKey(days) ? call.Say("verb.import.bad_days", days) : call.Say("verb.import.no_file", call.FileAt(file)));
            return VerbExit.Wrong;
        }

        var one = new ImportCall(call, services, new ImportAsked(call.FileAt(file), map, channel, unit, officer, order), bar.Length > 0);
        var run = await one.Check();
        if (dry.Length == 0 && run.State == ImportState.Checked)
        {
            run = await one.Record(run.Id);
        }

        Say(call, run);
        await Faults(call, services, run, errors);
        return run.State is ImportState.Done or ImportState.Checked && run.Wrong == 0 ? VerbExit.Done : VerbExit.Failed;
    }

    private static Dictionary<string, DayOrder?> DayOrders { get; } = new() { [""] = null, ["day-first"] = DayOrder.DayFirst, ["month-first"] = DayOrder.MonthFirst };

    private static void Say(VerbCall call, ImportRun run)
    {
        var key = run.State is ImportState.Checked ? "verb.import.checked" : run.State is ImportState.Done ? "verb.import.done" : "verb.import.broken";
        call.Out.WriteLine(call.Say(key, run.Total, run.Added, run.Replied, run.Known, run.Wrong));
        if (run.NoPlace + run.NoCategory > 0)
        {
            call.Out.WriteLine(call.Say("import.without_names", run.NoPlace, run.NoCategory));
        }

        if (run.ErrorCode is { } code)
        {
            call.Error.WriteLine(ImportWords.Error(code, call.Language));
        }
    }

    private static async Task Faults(VerbCall call, IServiceProvider services, ImportRun run, string errors)
    {
        if (run.Wrong == 0)
        {
            return;
        }

        var desk = services.GetRequiredService<ImportDesk>();
        foreach (var fault in await desk.Faults(run.Id, Shown))
        {
            call.Error.WriteLine(call.Say("verb.import.fault", fault.Row, ImportWords.Faults(RowFault.Read(fault.Faults), call.Language)));
        }

        if (errors.Length > 0)
        {
            using var sheet = await desk.FaultSheet(run, call.Say("import.fault.column"), faults => ImportWords.Faults(faults, call.Language), Actor.System(Via.Cli));
            await File.WriteAllBytesAsync(call.FileAt(errors), sheet.ToArray(), call.Stop);
            call.Out.WriteLine(call.Say("verb.import.errors_done", call.FileAt(errors)));
        }
    }
}

/// <summary>What the command line asks for, as typed.</summary>
internal sealed record ImportAsked(string File, string Map, string Channel, string Unit, string Officer, DayOrder? DayOrder);

/// <summary>One import from the command line: taken, settled, carried out here or followed where a server carries it out.</summary>
internal sealed class ImportCall(VerbCall call, IServiceProvider services, ImportAsked asked, bool bar)
{
    private static readonly Actor Hand = Actor.System(Via.Cli);
    private readonly ImportDesk _desk = services.GetRequiredService<ImportDesk>();
    private readonly ImportWork _work = services.GetRequiredService<ImportWork>();

    /// <summary>Takes the file and looks at every row.</summary>
    internal async Task<ImportRun> Check()
    {
        if (new FileInfo(asked.File).Length > ImportDesk.Limits.MaxBytes)
        {
            throw ImportRefusals.Of(new RowFileException("row_file.too_large"));
        }

        var id = await _desk.Open(await File.ReadAllBytesAsync(asked.File, call.Stop), asked.Channel, Hand);
        var head = await _desk.Head((await _desk.Find(id, Hand))!, Hand);
        var settled = await Settle(head);
        await _desk.Check(id, settled, Hand);
        return await Follow(id);
    }

    /// <summary>Records the rows.</summary>
    internal async Task<ImportRun> Record(Guid id)
    {
        await _desk.Run(id, Hand);
        return await Follow(id);
    }

    private async Task<SettleImport> Settle(ImportHead head)
    {
        await using var db = services.GetRequiredService<LianxinDatabase>().Read();
        var book = await services.GetRequiredService<Rules>().Read(db);
        var channel = book.Lists.Channels.FirstOrDefault(c => c.Code == asked.Channel || c.Label.ZhHans == asked.Channel) ?? throw MatterRefusals.NoSuchChannel();
        var officer = asked.Officer.Length == 0 ? null : book.Officers.ByCode(asked.Officer) ?? throw MatterRefusals.NoSuchOfficer();
        var unit = asked.Unit.Length > 0
            ? (book.Units.ByCode(asked.Unit) ?? book.Units.Units(book.Today).FirstOrDefault(u => book.Units.NameOf(u.Id, book.Today) == asked.Unit))?.Id
            : officer is not null ? book.Officers.UnitOf(officer.Id, book.Today) : book.Units.UnitFor(channel.OwnerTopic, null, book.Today)?.Id;
        return new SettleImport(Mapping(head), channel.Code, unit ?? throw MatterRefusals.NoSuchUnit(), officer?.Id, asked.DayOrder);
    }

    private ColumnMapping Mapping(ImportHead head)
    {
        try
        {
            return asked.Map.Length == 0 ? head.Guess : head.Guess.With(asked.Map);
        }
        catch (RowFileException wrong)
        {
            throw ImportRefusals.Of(wrong);
        }
    }

    // A server may have taken it already: then it is followed by its row.
    private async Task<ImportRun> Follow(Guid id)
    {
        try
        {
            await _work.Carry(id, Show, call.Stop);
            while (true)
            {
                var run = (await _desk.Find(id, Hand))!;
                Show(run.Done, run.Total);
                if (!run.IsBusy)
                {
                    End();
                    return run;
                }

                await Task.Delay(500, call.Stop);
            }
        }
        catch (OperationCanceledException) when (call.Stop.IsCancellationRequested)
        {
            await _desk.Stop(id, Hand);
            throw;
        }
    }

    private void Show(int done, int total)
    {
        if (bar && total > 0)
        {
            var filled = (int)(30L * done / total);
            call.Out.Write(string.Create(CultureInfo.InvariantCulture, $"\r[{new string('#', filled)}{new string('.', 30 - filled)}] {call.Say("control.job.done", done, total)} "));
        }
    }

    private void End()
    {
        if (bar)
        {
            call.Out.WriteLine();
        }
    }
}
