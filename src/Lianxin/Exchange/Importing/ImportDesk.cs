using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.People;
using Lianxin.Vault;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Exchange;

/// <summary>What a person settles before an import: the meanings of columns, the channel, who answers, and what an ambiguous day means.</summary>
public sealed record SettleImport(ColumnMapping Mapping, string Channel, Guid Unit, Guid? Officer, DayOrder? DayOrder);

/// <summary>
/// The ways of an import from its file to its end, as its person asks for them. The work itself is done by <see cref="ImportWork"/>.
/// Only who started it may see its file; system administrators see how far every import is.
/// </summary>
public sealed class ImportDesk(Journal journal, LianxinDatabase database, FileVault files, Rules rules, MatterImports imports, ImportSignal signal)
{
    /// <summary>What a file may ask for: 200,000 rows, 64 MB.</summary>
    public static RowLimits Limits { get; } = new() { MaxBytes = 64 * 1024 * 1024 };

    /// <summary>How long file and faults are kept.</summary>
    public static TimeSpan Life { get; } = TimeSpan.FromDays(7);

    /// <summary>Takes a file: it is read as far as its head, kept encrypted, and waits for its columns to be settled.</summary>
    public async Task<Guid> Open(byte[] file, string channel, Actor actor)
    {
        var head = Head(() => ImportHead.Read(new MemoryStream(file, writable: false), Limits));
        var kept = await files.Keep(file, "application/octet-stream");
        return await journal.Write(actor, work =>
        {
            var id = work.NewId();
            work.Add(new ImportRun
            {
                Id = id,
                Officer = actor.Id,
                State = ImportState.Mapping,
                CreatedAt = work.Now,
                Kind = head.Kind,
                File = kept.Name,
                FileKey = kept.KeyId,
                FileWrapped = kept.Wrapped,
                FileSize = kept.Size,
                HeaderRow = head.HeaderRow,
                Mapping = StoredMapping.Write(head.Guess),
                Channel = channel,
                Unit = actor.Unit,
            });
            return Task.FromResult(id);
        });
    }

    /// <summary>The import for one who may see how far it is; null for one that is not there and for another's alike.</summary>
    public async Task<ImportRun?> Find(Guid id, Actor actor)
    {
        await using var db = database.Read();
        return await db.ImportRuns.SingleOrDefaultAsync(r => r.Id == id) is { } run && MaySee(run, actor) ? run : null;
    }

    /// <summary>The last imports of the actor; a system administrator's list holds everybody's.</summary>
    public async Task<IReadOnlyList<ImportRun>> Last(Actor actor, int most = 20)
    {
        await using var db = database.Read();
        var all = actor.Is(Roles.SystemAdmin) ? db.ImportRuns : db.ImportRuns.Where(r => r.Officer == actor.Id);
        return await all.OrderByDescending(r => r.CreatedAt).Take(most).ToListAsync();
    }

    /// <summary>Imports of the officer that ended and were not looked at since.</summary>
    public async Task<IReadOnlyList<ImportRun>> Unseen(Guid officer)
    {
        await using var db = database.Read();
        return await db.ImportRuns
            .Where(r => r.Officer == officer && !r.Seen && (r.State == ImportState.Checked || r.State == ImportState.Done || r.State == ImportState.Failed || r.State == ImportState.Undone))
            .OrderBy(r => r.CreatedAt).Take(5).ToListAsync();
    }

    /// <summary>The file's head as it was settled, for who started the import.</summary>
    public async Task<ImportHead> Head(ImportRun run, Actor actor)
    {
        var file = await File(run, actor);
        return Head(() => ImportHead.Read(file, Limits, run.HeaderRow));
    }

    /// <summary>The file, for who started the import: nobody else reads what is in it.</summary>
    public Task<MemoryStream> File(ImportRun run, Actor actor) => run.Officer == actor.Id ? Content(run) : throw ImportRefusals.NotFound();

    /// <summary>How the first rows would be understood as it is settled now.</summary>
    public async Task<IReadOnlyList<ReadRow>> Preview(ImportRun run, ImportHead head)
    {
        await using var db = database.Read();
        var terms = new ImportTerms(StoredMapping.Read(head.Headers, run.Mapping), run.Channel, run.DayOrder);
        var reader = new ImportRowReader(terms, await rules.Read(db), imports, run.CreatedAt);
        return [.. head.First.Select(reader.Read)];
    }

    /// <summary>The same table back, with the words of its faults in a column of that title; for who started the import.</summary>
    public async Task<MemoryStream> FaultSheet(ImportRun run, string title, Func<IReadOnlyList<RowFault>, string> say, Actor actor)
    {
        var file = await File(run, actor);
        await using var db = database.Read();
        var faults = await db.ImportFaults.Where(f => f.Run == run.Id).ToDictionaryAsync(f => f.Row, f => say(RowFault.Read(f.Faults)));
        var sheet = new MemoryStream();
        ErrorSheet.Write(file, sheet, run.HeaderRow, title, faults, Limits);
        sheet.Position = 0;
        return sheet;
    }

    /// <summary>The faults by row, the first ones.</summary>
    public async Task<IReadOnlyList<ImportFault>> Faults(Guid run, int most = 50)
    {
        await using var db = database.Read();
        return await db.ImportFaults.Where(f => f.Run == run).OrderBy(f => f.Row).Take(most).ToListAsync();
    }

    /// <summary>Settles what is needed, and begins the dry run.</summary>
    public async Task Check(Guid id, SettleImport input, Actor actor)
    {
        await Settle(id, input, actor, ImportState.Checking, [ImportState.Mapping, ImportState.Checked]);
        signal.Set();
    }

    /// <summary>Settles what is needed and leaves it at that: a look at the preview.</summary>
    public Task Settle(Guid id, SettleImport input, Actor actor) => Settle(id, input, actor, ImportState.Mapping, [ImportState.Mapping, ImportState.Checked]);

    /// <summary>Begins to record the rows after a dry run, or goes on where a run stopped.</summary>
    public async Task Run(Guid id, Actor actor)
    {
        await Change(id, actor, [ImportState.Checked, ImportState.Stopped, ImportState.Failed], async (work, run) =>
        {
            var fresh = run.State == ImportState.Checked;
            if (fresh)
            {
                await work.Remove((await work.Db()).ImportFaults.Where(f => f.Run == id));
            }

            await (await Row(work, id)).ExecuteUpdateAsync(r => r
                .SetProperty(x => x.State, ImportState.Running)
                .SetProperty(x => x.Done, x => fresh ? 0 : x.Done)
                .SetProperty(x => x.LastRow, x => fresh ? 0 : x.LastRow)
                .SetProperty(x => x.Added, x => fresh ? 0 : x.Added)
                .SetProperty(x => x.Replied, x => fresh ? 0 : x.Replied)
                .SetProperty(x => x.Known, x => fresh ? 0 : x.Known)
                .SetProperty(x => x.Wrong, x => fresh ? 0 : x.Wrong)
                .SetProperty(x => x.NoCategory, x => fresh ? 0 : x.NoCategory)
                .SetProperty(x => x.NoPlace, x => fresh ? 0 : x.NoPlace)
                .SetProperty(x => x.EndedUnanswered, x => fresh ? 0 : x.EndedUnanswered)
                .SetProperty(x => x.BeganAt, x => fresh ? null : x.BeganAt)
                .SetProperty(x => x.ErrorCode, (string?)null)
                .SetProperty(x => x.Stopping, false)
                .SetProperty(x => x.Seen, false));
        });
        signal.Set();
    }

    /// <summary>Asks a run to stop after the rows it has in hand.</summary>
    public Task Stop(Guid id, Actor actor) => Change(id, actor, [ImportState.Checking, ImportState.Running], async (work, run) =>
    {
        // Nobody has it in hand: it stops at once.
        var free = run.UntilAt is null || run.UntilAt <= work.Now;
        var state = !free ? run.State : run.State == ImportState.Checking ? ImportState.Mapping : ImportState.Stopped;
        await (await Row(work, id)).ExecuteUpdateAsync(r => r
            .SetProperty(x => x.Stopping, true)
            .SetProperty(x => x.State, state)
            .SetProperty(x => x.EndedAt, x => free ? work.Now : x.EndedAt));
    });

    /// <summary>Takes back what nobody touched, within 24 hours after the run ended.</summary>
    public async Task Undo(Guid id, Actor actor)
    {
        await Change(id, actor, [ImportState.Done, ImportState.Stopped, ImportState.Failed], async (work, run) =>
        {
            if (run.UndoUntil is not { } until || work.Now > until)
            {
                throw ImportRefusals.TooLateToUndo();
            }

            await (await Row(work, id)).ExecuteUpdateAsync(r => r
                .SetProperty(x => x.State, ImportState.Undoing)
                .SetProperty(x => x.Done, 0)
                .SetProperty(x => x.BeganAt, (DateTime?)null)
                .SetProperty(x => x.ErrorCode, (string?)null)
                .SetProperty(x => x.Stopping, false)
                .SetProperty(x => x.Seen, false));
        });
        signal.Set();
    }

    /// <summary>Its person has seen how it ended.</summary>
    public Task See(Guid id, Actor actor) => journal.Write(actor, async work =>
    {
        await (await Row(work, id)).Where(r => r.Officer == actor.Id).ExecuteUpdateAsync(r => r.SetProperty(x => x.Seen, true));
    });

    internal async Task<MemoryStream> Content(ImportRun run) => run.FileWrapped is { } wrapped
        ? new MemoryStream(await files.Read(new StoredFile { Name = run.File, KeyId = run.FileKey, Wrapped = wrapped }), writable: false)
        : throw ImportRefusals.FileGone();

    internal static async Task<IQueryable<ImportRun>> Row(Work work, Guid id) => (await work.Db()).ImportRuns.Where(r => r.Id == id);

    private static bool MaySee(ImportRun run, Actor actor) => actor.Is(Roles.SystemAdmin) || (run.Officer is { } officer && officer == actor.Id) || actor.Kind == ActorKind.System;

    private static ImportHead Head(Func<ImportHead> read)
    {
        try
        {
            var head = read();
            return head.First.Count > 0 ? head : throw ImportRefusals.NoRows();
        }
        catch (RowFileException wrong)
        {
            throw ImportRefusals.Of(wrong);
        }
    }

    private Task Settle(Guid id, SettleImport input, Actor actor, ImportState next, ImportState[] from) => Change(id, actor, from, async (work, _) =>
    {
        var book = await rules.Read(work);
        Refuse(input, book);
        await (await Row(work, id)).ExecuteUpdateAsync(r => r
            .SetProperty(x => x.State, next)
            .SetProperty(x => x.Mapping, StoredMapping.Write(input.Mapping))
            .SetProperty(x => x.Channel, input.Channel)
            .SetProperty(x => x.Unit, input.Unit)
            .SetProperty(x => x.Answerer, input.Officer)
            .SetProperty(x => x.DayOrder, input.DayOrder)
            .SetProperty(x => x.Done, 0)
            .SetProperty(x => x.Total, 0)
            .SetProperty(x => x.BeganAt, (DateTime?)null)
            .SetProperty(x => x.ErrorCode, (string?)null)
            .SetProperty(x => x.Stopping, false)
            .SetProperty(x => x.Seen, false));
    });

    private static void Refuse(SettleImport input, Rulebook book)
    {
        if (!input.Mapping.IsUsable)
        {
            throw ImportRefusals.NoWords();
        }

        if (book.Lists.Channels.All(c => c.Code != input.Channel))
        {
            throw MatterRefusals.NoSuchChannel();
        }

        if (!book.Units.IsOpen(input.Unit, book.Today))
        {
            throw MatterRefusals.NoSuchUnit();
        }

        if (input.Officer is { } officer && (!book.Officers.IsPresent(officer, book.Today) || book.Officers.UnitOf(officer, book.Today) != input.Unit))
        {
            throw MatterRefusals.NoSuchOfficer();
        }
    }

    private Task Change(Guid id, Actor actor, ImportState[] from, Func<Work, ImportRun, Task> change) => journal.Write(actor, async work =>
    {
        var run = await (await Row(work, id)).AsNoTracking().SingleOrDefaultAsync();
        if (run is null || !MaySee(run, actor))
        {
            throw ImportRefusals.NotFound();
        }

        if (!from.Contains(run.State))
        {
            throw ImportRefusals.NotNow();
        }

        await change(work, run);
    });
}
