using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Search;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Matters;

/// <summary>Every night after an erasure: takes what the databases themselves still hold of erased words out of their files (P20: within a day).</summary>
public sealed class PurgeErased(Journal journal, LianxinDatabase database, MatterIndex index) : IJob
{
    private static readonly string[] Tables = ["wording", "access_wording", "sealed_value", "matter_key", "contact_index", "stored_file", "matter_search"];

    /// <inheritdoc/>
    public string Name => "purge-erased";

    /// <inheritdoc/>
    public DueTimes Times { get; } = DueTimes.Daily(new TimeOnly(3, 50));

    /// <inheritdoc/>
    public bool IsUpkeep => true;

    /// <inheritdoc/>
    public async Task<int> Run(DateTime now, CancellationToken stop)
    {
        // Two days: a night that failed is made up for by the next.
        var since = now.AddDays(-2);
        await using (var db = database.Read())
        {
            if (!await db.ErasureRequests.AnyAsync(r => r.DoneAt != null && r.DoneAt > since, stop))
            {
                return 0;
            }
        }

        await journal.Write(Actor.System(), async work =>
        {
            await index.Purge(work);
            work.Tidy();
        });
        await database.Reclaim(Tables, stop);
        return 0;
    }
}
