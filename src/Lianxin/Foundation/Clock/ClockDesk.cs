using Lianxin.Database;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Foundation;

/// <summary>The jumps of machines' clocks, and an administrator's word on one.</summary>
public sealed class ClockDesk(Journal journal, LianxinDatabase database)
{
    /// <summary>Jumps of each kind shown at most.</summary>
    public const int Most = 20;

    /// <summary>The newest jumps, those that stand first.</summary>
    public async Task<IReadOnlyList<ClockJump>> Jumps()
    {
        await using var db = database.Read();
        var standing = await db.ClockJumps.AsNoTracking().Where(j => j.EndedAt == null && j.FollowedAt == null).OrderByDescending(j => j.At).Take(Most).ToListAsync();
        var past = await db.ClockJumps.AsNoTracking().Where(j => j.EndedAt != null || j.FollowedAt != null).OrderByDescending(j => j.At).Take(Most).ToListAsync();
        return [.. standing, .. past];
    }

    /// <summary>Goes by the machine's clock from now on; refused when the jump no longer stands.</summary>
    public Task Follow(Guid id, Actor actor) => journal.Write(actor, async work =>
    {
        if (await work.Find<ClockJump>(id) is not { EndedAt: null, FollowedAt: null })
        {
            throw new RefusedException("clock.no_jump");
        }

        await work.Save(new ClockFollowed(id));
    });
}
