using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Matters;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Exchange;

/// <summary>
/// Carries imports out: dry run, recording, undo. Rows and progress are saved together, some at a time, so that residents and officers
/// write in between, a run that stopped goes on where it was, and no row comes twice.
/// </summary>
public sealed class ImportWork(Journal journal, LianxinDatabase database, ImportDesk desk, MatterImports imports, Rules rules)
{
    /// <summary>Rows recorded in one operation.</summary>
    public const int Together = 50;

    private const int LookedAtTogether = 500;

    /// <summary>Carries out all that wait, the oldest first; gives how many.</summary>
    public async Task<int> RunWaiting(DateTime now, CancellationToken stop)
    {
        var done = 0;
        while (await Waiting(now) is { } id && !stop.IsCancellationRequested)
        {
            done += await Carry(id, null, stop) ? 1 : 0;
        }

        return done;
    }

    /// <summary>
    /// Carries one out as far as it goes; false when there is nothing to do or another node does it. Every end is noted in its row;
    /// <paramref name="told"/> hears after each save how many rows of how many are done.
    /// </summary>
    public async Task<bool> Carry(Guid id, Action<int, int>? told, CancellationToken stop)
    {
        if (await ImportTurn.Take(journal, rules, id) is not { } turn)
        {
            return false;
        }

        var (end, error) = (ImportState.Failed, "import.fault");
        try
        {
            (end, error) = (await Do(turn, told ?? Nobody, stop), null!);
        }
        catch (RefusedException no)
        {
            error = no.Code;
        }
        catch (RowFileException wrong)
        {
            error = wrong.Code;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await turn.GiveBack();
            throw;
        }
        finally
        {
            if (!stop.IsCancellationRequested || end != ImportState.Failed)
            {
                await turn.End(end, error);
            }
        }

        return true;
    }

    private static void Nobody(int done, int total)
    {
        // Nobody listens.
    }

    private async Task<Guid?> Waiting(DateTime now)
    {
        await using var db = database.Read();
        return await db.ImportRuns
            .Where(r => (r.State == ImportState.Checking || r.State == ImportState.Running || r.State == ImportState.Undoing) && (r.UntilAt == null || r.UntilAt <= now))
            .OrderBy(r => r.CreatedAt).Select(r => (Guid?)r.Id).FirstOrDefaultAsync();
    }

    private Task<ImportState> Do(ImportTurn turn, Action<int, int> told, CancellationToken stop) => turn.Run.State switch
    {
        ImportState.Checking => Check(turn, told, stop),
        ImportState.Undoing => Undo(turn, told, stop),
        _ => Record(turn, told, stop),
    };

    private async Task<ImportState> Check(ImportTurn turn, Action<int, int> told, CancellationToken stop)
    {
        var file = await desk.Content(turn.Run);
        await turn.Begin(RowFile.Read(file, ImportDesk.Limits).Count(row => row.Number > turn.Run.HeaderRow));
        foreach (var rows in (await Rows(turn.Run, file)).Chunk(LookedAtTogether))
        {
            stop.ThrowIfCancellationRequested();
            var known = await imports.Known([.. rows.Select(r => r.Matter?.Key).OfType<byte[]>()]);
            await turn.Note(ImportTally.Of(rows, row => !row.Repeats && !known.Contains(MatterImports.Text(row.Matter!.Key))));
            told(turn.Done, turn.Total);
            if (turn.IsStopping)
            {
                return ImportState.Mapping;
            }
        }

        return ImportState.Checked;
    }

    private async Task<ImportState> Record(ImportTurn turn, Action<int, int> told, CancellationToken stop)
    {
        var rows = (await Rows(turn.Run, await desk.Content(turn.Run))).Where(row => row.Number > turn.Run.LastRow);
        foreach (var some in rows.Chunk(Together))
        {
            stop.ThrowIfCancellationRequested();
            await Record(turn, some);
            told(turn.Done, turn.Total);
            if (turn.IsStopping)
            {
                return ImportState.Stopped;
            }
        }

        return ImportState.Done;
    }

    private Task Record(ImportTurn turn, ReadRow[] rows)
    {
        var good = rows.Where(row => row.Matter is not null && !row.Repeats).ToList();
        return good.Count == 0
            ? turn.Note(ImportTally.Of(rows, _ => false))
            : imports.Add(turn.Run.Id, good.ConvertAll(row => row.Matter!), turn.Owner, turn.Actor, (work, done) =>
            {
                var added = good.Zip(done.Numbers).Where(pair => pair.Second is not null).Select(pair => pair.First).ToHashSet();
                return turn.Note(work, ImportTally.Of(rows, added.Contains));
            });
    }

    private async Task<ImportState> Undo(ImportTurn turn, Action<int, int> told, CancellationToken stop)
    {
        for (long? after = 0; after is { } last;)
        {
            stop.ThrowIfCancellationRequested();
            var step = await imports.Undo(turn.Run.Id, last, Together, turn.Actor, (work, undone, kept) =>
                turn.Note(work, new ImportTally(undone + kept, 0) { Undone = undone, Kept = kept }));
            told(turn.Done, turn.Total);
            after = step.Last;
        }

        return ImportState.Undone;
    }

    private async Task<IEnumerable<ReadRow>> Rows(ImportRun run, Stream file)
    {
        await using var db = database.Read();
        var book = await rules.Read(db);
        var header = RowFile.Read(file, ImportDesk.Limits).First(row => row.Number == run.HeaderRow);
        var headers = Enumerable.Range(0, ImportDesk.Limits.MaxCells).Select(at => (string?)header[at].Text).ToList();
        var terms = new ImportTerms(StoredMapping.Read(headers, run.Mapping), run.Channel, run.DayOrder);
        var reader = new ImportRowReader(terms, book, imports, run.CreatedAt);
        return RowFile.Read(file, ImportDesk.Limits).Where(row => row.Number > run.HeaderRow).Select(reader.Read);
    }
}
