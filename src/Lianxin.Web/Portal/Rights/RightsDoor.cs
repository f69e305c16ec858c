using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.People;
using Lianxin.Vault;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Web.Portal;

/// <summary>
/// Opens the pages of a person's data: the link or the code alone shows no contact, the full phone number on record has to be typed too, with
/// five tries a quarter of an hour. Without a phone on record only a window can tell who it is.
/// </summary>
public sealed class RightsDoor(Journal journal, ContactVault vault, TimeProvider time)
{
    /// <summary>How long the pages stay open.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    /// <summary>Tries the number; when it is right, gives a session's token.</summary>
    public Task<(TrackTry Result, string? Token)> Open(MatterNumber number, PhoneNumber phone)
    {
        var name = vault.IndexOf("rights", number.Digits);
        var token = SessionToken.Session();
        return journal.Write<(TrackTry, string?)>(PortalActors.Anybody, async work =>
        {
            var guard = await work.Find<TrackGuard>(name);
            if (guard?.LockedUntilAt > work.Now)
            {
                return (TrackTry.Wait, null);
            }

            if (!await vault.Fits(await work.Db(), number.Value, "phone", phone.Digits))
            {
                TrackingDoor.Count(work, guard, name);
                return (TrackTry.Wrong, null);
            }

            if (guard is not null)
            {
                (guard.Tries, guard.LockedUntilAt) = (0, null);
            }

            work.Add(new RightsSession { Key = SessionToken.Hash(token), Matter = number.Value, EndsAt = work.Now + Life });
            return (TrackTry.Right, token);
        });
    }

    /// <summary>Whether the token opens this matter's data now.</summary>
    public async Task<bool> IsOpen(LianxinDb db, string? token, long matter)
    {
        if (token is not { Length: > 0 and < 100 })
        {
            return false;
        }

        var key = SessionToken.Hash(token);
        var now = time.GetUtcNow().UtcDateTime;
        return await db.Set<RightsSession>().AnyAsync(s => s.Key == key && s.Matter == matter && s.EndsAt > now);
    }

    /// <summary>Whether there is a number to be known by.</summary>
    public static Task<bool> HasPhone(LianxinDb db, long matter) => db.Set<ContactIndex>().AnyAsync(i => i.Matter == matter);
}
