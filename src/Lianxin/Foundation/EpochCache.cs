using Lianxin.Database;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Foundation;

/// <summary>
/// A picture of the settings (units, people, categories, calendar), loaded once and kept until the head row's settings epoch moves.
/// A change on any node is seen by the next request of every node.
/// </summary>
public sealed class EpochCache<T>(Func<LianxinDb, Task<T>> load)
    where T : class
{
    // One reference, so that a reader never sees an epoch with another one's picture.
    private volatile Kept? _kept;

    /// <summary>The picture for a request that reads nothing else: no context is opened while it is the one in force.</summary>
    public async ValueTask<T> Read(LianxinDatabase database)
    {
        var epoch = await database.Epoch();
        if (_kept is { } kept && kept.Epoch == epoch)
        {
            return kept.Picture;
        }

        await using var db = database.Read();
        return await Read(db);
    }

    /// <summary>The picture for a page; asks the head row for the epoch unless this process knows it.</summary>
    public async ValueTask<T> Read(LianxinDb db)
    {
        var epoch = db.Home?.OwnEpoch ?? await db.Set<Head>().AsNoTracking().Select(h => h.SettingsEpoch).SingleAsync();
        if (_kept is { } kept && kept.Epoch == epoch)
        {
            return kept.Picture;
        }

        var fresh = await load(db);
        _kept = new Kept(epoch, fresh);
        return fresh;
    }

    /// <summary>The picture inside the writer. What an uncommitted operation changed is seen by itself and kept by nobody else.</summary>
    public async ValueTask<T> Read(Work work)
    {
        var epoch = work.SettingsEpoch;
        if (_kept is { } kept && kept.Epoch == epoch)
        {
            return kept.Picture;
        }

        var fresh = await load(await work.Db());
        work.AfterCommit(() => _kept = new Kept(epoch, fresh));
        return fresh;
    }

    private sealed record Kept(long Epoch, T Picture);
}
