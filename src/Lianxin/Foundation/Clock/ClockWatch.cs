using Lianxin.Database;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Foundation;

/// <summary>Compares a machine's clock with the steady one: each jump is an entry, and is followed only when an administrator says so.</summary>
public sealed class ClockWatch(SteadyClock clock, Journal journal, LianxinDatabase database, string node)
{
    private ClockJump? _open;
    private bool _looked;

    /// <summary>One look; every node takes one a minute.</summary>
    public async Task Look()
    {
        _open = _looked && _open is null ? null : await Standing();
        _looked = true;
        if (clock.Off.Duration() <= SteadyClock.Tolerance)
        {
            await Return();
        }
        else if (_open is { FollowedAt: not null } agreed)
        {
            // By what was confirmed and no further: what came later is another jump.
            clock.Follow(TimeSpan.FromMilliseconds(agreed.OffMs));
            _open = null;
        }
        else
        {
            await Jump((long)clock.Off.TotalMilliseconds);
        }
    }

    private async Task<ClockJump?> Standing()
    {
        await using var db = database.Read();
        return _open is { } known
            ? await db.ClockJumps.AsNoTracking().SingleOrDefaultAsync(j => j.Id == known.Id)
            : await db.ClockJumps.AsNoTracking().Where(j => j.Node == node && j.EndedAt == null && j.FollowedAt == null).OrderByDescending(j => j.At).FirstOrDefaultAsync();
    }

    private async Task Return()
    {
        if (_open is { EndedAt: null, FollowedAt: null } open)
        {
            await journal.Write(Actor.System(), async work =>
            {
                if (await work.Find<ClockJump>(open.Id) is { EndedAt: null, FollowedAt: null })
                {
                    await work.Save(new ClockReturned(open.Id));
                }
            });
        }

        _open = null;
    }

    private async Task Jump(long off)
    {
        if (_open is { } open && Math.Abs(open.OffMs - off) <= SteadyClock.Tolerance.TotalMilliseconds)
        {
            return;
        }

        var former = _open?.Id;
        var row = await journal.Write(Actor.System(), async work =>
        {
            var ends = former is { } known && await work.Find<ClockJump>(known) is { EndedAt: null, FollowedAt: null } ? former : null;
            var id = work.NewId();
            await work.Save(new ClockJumped(id, node, off, ends));
            return id;
        });
        _open = new ClockJump { Id = row, Node = node, OffMs = off };
    }
}
