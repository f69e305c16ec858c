using Lianxin.Foundation;
using Lianxin.Matters;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Exchange;

/// <summary>One import in the hands of one node: taken by a conditional update, renewed with every save, lost when the node dies.</summary>
internal sealed class ImportTurn
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private readonly Journal _journal;
    private readonly Guid _holder;

    private ImportTurn(Journal journal, ImportRun run, Guid holder, Actor actor) => (_journal, Run, _holder, Actor, Done) = (journal, run, holder, actor, run.Done);

    /// <summary>The run as it was taken.</summary>
    internal ImportRun Run { get; }

    /// <summary>Its person, by way of the import; the product itself for one from the command line.</summary>
    internal Actor Actor { get; }

    /// <summary>Rows looked at.</summary>
    internal int Done { get; private set; }

    /// <summary>Rows in all.</summary>
    internal int Total { get; private set; }

    /// <summary>Its person asked it to stop.</summary>
    internal bool IsStopping { get; private set; }

    internal ImportOwner Owner => new(Run.Unit ?? throw ImportRefusals.NotNow(), Run.Answerer);

    /// <summary>Takes it, or gives null when there is nothing to do or another node does it.</summary>
    internal static Task<ImportTurn?> Take(Journal journal, Rules rules, Guid id) => journal.Write(Actor.System(Via.Import), async work =>
    {
        var rows = await ImportDesk.Row(work, id);
        if (await rows.AsNoTracking().SingleOrDefaultAsync() is not { IsBusy: true } run || run.UntilAt > work.Now)
        {
            return null;
        }

        var holder = work.NewId();
        var (until, began) = (work.Now + Lease, work.Now - Spent(run));
        await rows.ExecuteUpdateAsync(r => r
            .SetProperty(x => x.Holder, holder)
            .SetProperty(x => x.UntilAt, until)
            .SetProperty(x => x.BeganAt, began)
            .SetProperty(x => x.EndedAt, (DateTime?)null));
        var book = await rules.Read(work);
        var actor = run.Officer is { } officer
            ? new Actor(ActorKind.Staff, Via.Import, officer, book.Officers.UnitOf(officer, book.Today))
            : Actor.System(Via.Import);
        return new ImportTurn(journal, run, holder, actor) { Total = run.Goal };
    });

    /// <summary>A dry run begins anew, whatever an earlier one counted.</summary>
    internal Task Begin(int total) => _journal.Write(Actor, async work =>
    {
        await work.Remove((await work.Db()).ImportFaults.Where(f => f.Run == Run.Id));
        Held(await (await Mine(work)).ExecuteUpdateAsync(r => r
            .SetProperty(x => x.Total, total)
            .SetProperty(x => x.Done, 0)
            .SetProperty(x => x.LastRow, 0)
            .SetProperty(x => x.Added, 0)
            .SetProperty(x => x.Replied, 0)
            .SetProperty(x => x.Known, 0)
            .SetProperty(x => x.Wrong, 0)
            .SetProperty(x => x.NoCategory, 0)
            .SetProperty(x => x.NoPlace, 0)
            .SetProperty(x => x.EndedUnanswered, 0)));
        (Done, Total) = (0, total);
    });

    /// <summary>Notes what some rows added, in an operation of its own.</summary>
    internal Task Note(ImportTally tally) => _journal.Write(Actor, work => Note(work, tally));

    /// <summary>Notes what some rows added, in the operation that recorded them; throws when the turn was lost, and nothing of it stays.</summary>
    internal async Task Note(Work work, ImportTally tally)
    {
        var until = work.Now + Lease;
        var wrong = tally.Wrong.Count;
        var mine = await Mine(work);
        Held(await mine.ExecuteUpdateAsync(r => r
            .SetProperty(x => x.UntilAt, until)
            .SetProperty(x => x.Done, x => x.Done + tally.Done)
            .SetProperty(x => x.LastRow, x => tally.LastRow == 0 ? x.LastRow : tally.LastRow)
            .SetProperty(x => x.Added, x => x.Added + tally.Added)
            .SetProperty(x => x.Replied, x => x.Replied + tally.Replied)
            .SetProperty(x => x.Known, x => x.Known + tally.Known)
            .SetProperty(x => x.Wrong, x => x.Wrong + wrong)
            .SetProperty(x => x.NoCategory, x => x.NoCategory + tally.NoCategory)
            .SetProperty(x => x.NoPlace, x => x.NoPlace + tally.NoPlace)
            .SetProperty(x => x.EndedUnanswered, x => x.EndedUnanswered + tally.EndedUnanswered)
            .SetProperty(x => x.Undone, x => x.Undone + tally.Undone)
            .SetProperty(x => x.Kept, x => x.Kept + tally.Kept)));
        foreach (var row in tally.Wrong)
        {
            work.Add(new ImportFault { Run = Run.Id, Row = row.Number, Faults = RowFault.Write(row.Faults) });
        }

        var stopping = await mine.Select(r => r.Stopping).SingleAsync();
        work.AfterCommit(() => (Done, IsStopping) = (Done + tally.Done, stopping));
    }

    /// <summary>It ended in that state; a fact keeps what it did.</summary>
    internal Task End(ImportState state, string? error = null) => _journal.Write(Actor, async work =>
    {
        var now = work.Now;
        var mine = await Mine(work);
        if (await mine.AsNoTracking().SingleOrDefaultAsync() is not { } run)
        {
            return;
        }

        await mine.ExecuteUpdateAsync(r => r
            .SetProperty(x => x.State, state)
            .SetProperty(x => x.EndedAt, now)
            .SetProperty(x => x.Holder, (Guid?)null)
            .SetProperty(x => x.UntilAt, (DateTime?)null)
            .SetProperty(x => x.Stopping, false)
            .SetProperty(x => x.ErrorCode, error));
        if (state is ImportState.Undone)
        {
            await work.Save(new ImportUndone(Run.Id, run.Undone, run.Kept));
        }
        else if (state is ImportState.Done or ImportState.Stopped or ImportState.Failed && Run.State == ImportState.Running)
        {
            await work.Save(new ImportEnded(Run.Id, run.Added, run.Known, run.Wrong));
        }
    });

    /// <summary>The node stops: another, or this one later, goes on at once.</summary>
    internal Task GiveBack() => _journal.Write(Actor, async work =>
    {
        var now = work.Now;
        await (await Mine(work)).ExecuteUpdateAsync(r => r.SetProperty(x => x.Holder, (Guid?)null).SetProperty(x => x.UntilAt, now));
    });

    private static void Held(int rows)
    {
        if (rows == 0)
        {
            throw ImportRefusals.NotNow();
        }
    }

    // The time it stood still is none of its own.
    private static TimeSpan Spent(ImportRun run) => run.BeganAt is { } began && (run.EndedAt ?? run.UntilAt - Lease) is { } last && last > began ? last - began : TimeSpan.Zero;

    private async Task<IQueryable<ImportRun>> Mine(Work work) => (await ImportDesk.Row(work, Run.Id)).Where(r => r.Holder == _holder);
}
