using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Vault;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Exchange;

/// <summary>Takes up imports that nobody has in hand: those that wait, and those whose node died.</summary>
public sealed class RunImports(ImportWork work) : IJob
{
    /// <inheritdoc/>
    public string Name => "run-imports";

    /// <inheritdoc/>
    public DueTimes Times { get; } = DueTimes.Every(TimeSpan.FromMinutes(1));

    /// <inheritdoc/>
    public async Task<int> Run(DateTime now, CancellationToken stop)
    {
        // What imports record, they note themselves.
        await work.RunWaiting(now, stop);
        return 0;
    }
}

/// <summary>Clears files and faults of imports after a week; what they recorded stays.</summary>
public sealed class ClearImports(Journal journal, LianxinDatabase database, FileVault files) : IJob
{
    private const int AtOnce = 50;

    /// <inheritdoc/>
    public string Name => "clear-imports";

    /// <inheritdoc/>
    public DueTimes Times { get; } = DueTimes.Every(TimeSpan.FromHours(1));

    /// <inheritdoc/>
    public async Task<int> Run(DateTime now, CancellationToken stop)
    {
        var oldest = now - ImportDesk.Life;
        await using var db = database.Read();
        var old = await db.ImportRuns
            .Where(r => r.CreatedAt <= oldest && r.State != ImportState.Checking && r.State != ImportState.Running && r.State != ImportState.Undoing && (r.EndedAt == null || r.EndedAt <= oldest))
            .OrderBy(r => r.CreatedAt).Take(AtOnce).Select(r => new { r.Id, r.File }).ToListAsync(stop);
        var ids = old.ConvertAll(r => r.Id);
        await journal.Write(Actor.System(), async work =>
        {
            var rows = await work.Db();
            await work.Remove(rows.ImportFaults.Where(f => ids.Contains(f.Run)));
            await work.Remove(rows.ImportRuns.Where(r => ids.Contains(r.Id)));
        });
        foreach (var run in old)
        {
            files.Remove(run.File);
        }

        return 0;
    }
}
