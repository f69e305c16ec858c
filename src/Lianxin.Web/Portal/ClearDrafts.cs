using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Vault;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Web.Portal;

/// <summary>Clears what residents left behind: drafts older than a day with their photos, ended tracking sessions, old counts of tries.</summary>
public sealed class ClearDrafts(Journal journal, LianxinDatabase database, FileVault files) : IJob
{
    private const int AtOnce = 200;

    /// <inheritdoc/>
    public string Name => "clear-drafts";

    /// <inheritdoc/>
    public DueTimes Times { get; } = DueTimes.Every(TimeSpan.FromHours(1));

    /// <inheritdoc/>
    public async Task<int> Run(DateTime now, CancellationToken stop)
    {
        var oldest = now - ReportDrafts.Life;
        await using var db = database.Read();
        var old = await db.Set<ReportDraft>().Where(d => d.At <= oldest).OrderBy(d => d.At).Take(AtOnce).ToListAsync(stop);
        var keys = old.ConvertAll(d => d.Key);
        await journal.Write(Actor.System(), async work =>
        {
            var rows = await work.Db();
            await work.Remove(rows.Set<ReportDraft>().Where(d => keys.Contains(d.Key)));
            await work.Remove(rows.Set<TrackSession>().Where(s => s.EndsAt <= now));
            await work.Remove(rows.Set<RightsSession>().Where(s => s.EndsAt <= now));
            await work.Remove(rows.Set<TrackGuard>().Where(g => g.LastAt <= oldest));
        });

        // The rows go first: a file without a row is litter, a row without its file would be a broken page.
        foreach (var photo in old.SelectMany(ReportDrafts.PhotosOf))
        {
            files.Remove(photo.Name);
        }

        return 0;
    }
}
