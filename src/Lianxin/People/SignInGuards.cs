using System.Text;
using Lianxin.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.People;

/// <summary>
/// Counts tries inside the writer before they are looked at, so that parallel guessing counts too. A name nobody bears is counted the same way:
/// the answer says nothing about which accounts exist.
/// </summary>
internal sealed class SignInGuards(SignInSettings settings)
{
    /// <summary>Takes one try; false while the name is locked. Tells whether this try is the last before a lock.</summary>
    internal async Task<(bool Open, bool Last)> Take(Work work, string account)
    {
        var db = await work.Db();
        var old = work.Now.AddDays(-1);
        await db.SignInGuards.Where(g => g.LastAt < old).ExecuteDeleteAsync();
        var key = KeyOf(account);
        var guard = await db.SignInGuards.FirstOrDefaultAsync(g => g.Name == key);
        if (guard is null)
        {
            work.Add(new SignInGuard { Name = key, Tries = 1, LastAt = work.Now });
            return (true, settings.TriesBeforeLock == 1);
        }

        if (guard.LockedUntilAt > work.Now)
        {
            return (false, false);
        }

        guard.Tries = guard.LockedUntilAt is null ? guard.Tries + 1 : 1;
        guard.LockedUntilAt = guard.Tries >= settings.TriesBeforeLock ? work.Now.AddMinutes(settings.LockMinutes) : null;
        guard.LastAt = work.Now;
        return (true, guard.LockedUntilAt is not null);
    }

    /// <summary>Gives the try back: it was right.</summary>
    internal static async Task GiveBack(Work work, string account, bool all)
    {
        var key = KeyOf(account);
        if (await (await work.Db()).SignInGuards.FirstOrDefaultAsync(g => g.Name == key) is { } guard)
        {
            guard.Tries = all ? 0 : Math.Max(0, guard.Tries - 1);
            guard.LockedUntilAt = null;
        }
    }

    private static byte[] KeyOf(string account) => SessionToken.Hash(account.Trim().Normalize(NormalizationForm.FormKC).ToLowerInvariant());
}
