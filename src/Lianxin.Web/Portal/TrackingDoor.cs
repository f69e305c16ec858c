using System.Globalization;
using System.Security.Cryptography;
using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.People;
using Lianxin.Vault;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Web.Portal;

/// <summary>How a try with number and code ended. A wrong number and a wrong code end alike.</summary>
public enum TrackTry
{
    /// <summary>Opened.</summary>
    Right,

    /// <summary>Number or code is wrong.</summary>
    Wrong,

    /// <summary>Five tries were wrong: wait a quarter of an hour.</summary>
    Wait,
}

/// <summary>Opens a matter to its own person: by the receipt's link, or by number and code with at most five tries a quarter of an hour.</summary>
public sealed class TrackingDoor(Journal journal, LianxinDatabase database, ContactVault vault, TimeProvider time)
{
    /// <summary>Wrong tries before one has to wait.</summary>
    public const int Tries = 5;

    /// <summary>Minutes to wait.</summary>
    public const int WaitMinutes = 15;

    /// <summary>How long a page opened by code stays open.</summary>
    public static readonly TimeSpan SessionLife = TimeSpan.FromMinutes(30);

    /// <summary>The matter a link opens; null for none.</summary>
    public async Task<long?> ByLink(string link)
    {
        if (link is not { Length: 32 } || !link.All(char.IsAsciiHexDigitLower))
        {
            return null;
        }

        var index = vault.IndexOf("link", link);
        await using var db = database.Read();
        return await db.TrackingKeys.Where(k => k.Link == index).Select(k => (long?)k.Matter).FirstOrDefaultAsync();
    }

    /// <summary>The matter a session opens; null for none or an ended one.</summary>
    public async Task<long?> BySession(string? token)
    {
        if (token is not { Length: > 0 and < 100 })
        {
            return null;
        }

        var key = SessionToken.Hash(token);
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = database.Read();
        return await db.Set<TrackSession>().Where(s => s.Key == key && s.EndsAt > now).Select(s => (long?)s.Matter).FirstOrDefaultAsync();
    }

    /// <summary>Tries number and code; when they are right, gives a session's token.</summary>
    public Task<(TrackTry Result, string? Token)> Open(MatterNumber number, QueryCode code)
    {
        var given = vault.IndexOf("code", $"{number.Value.ToString(CultureInfo.InvariantCulture)}|{code.Digits}");
        var name = vault.IndexOf("track", number.Digits);
        var token = SessionToken.Session();
        return journal.Write<(TrackTry, string?)>(PortalActors.Anybody, async work =>
        {
            var guard = await work.Find<TrackGuard>(name);
            if (guard?.LockedUntilAt > work.Now)
            {
                return (TrackTry.Wait, null);
            }

            var key = await work.Find<TrackingKey>(number.Value);
            if (!CryptographicOperations.FixedTimeEquals(given, key?.Code ?? new byte[given.Length]))
            {
                Count(work, guard, name);
                return (TrackTry.Wrong, null);
            }

            if (guard is not null)
            {
                (guard.Tries, guard.LockedUntilAt) = (0, null);
            }

            work.Add(new TrackSession { Key = SessionToken.Hash(token), Matter = number.Value, EndsAt = work.Now + SessionLife });
            return (TrackTry.Right, token);
        });
    }

    internal static void Count(Work work, TrackGuard? guard, byte[] name)
    {
        if (guard is null)
        {
            work.Add(new TrackGuard { Name = name, Tries = 1, LastAt = work.Now });
            return;
        }

        guard.Tries = guard.LockedUntilAt is null ? guard.Tries + 1 : 1;
        guard.LockedUntilAt = guard.Tries >= Tries ? work.Now.AddMinutes(WaitMinutes) : null;
        guard.LastAt = work.Now;
    }
}
