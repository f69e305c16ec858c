using System.Security.Cryptography;
using Lianxin.Database;
using Lianxin.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Vault;

/// <summary>Notices that a key file belongs to another database, before anything is sealed with it.</summary>
public sealed class KeyFileCheck(LianxinDatabase database, Journal journal, KeyRing keys)
{
    /// <summary>True when the key file is the one this database knows, or the database knows none yet.</summary>
    public async Task<bool> Fits()
    {
        await using var db = database.Read();
        var known = await db.Set<KeyCheck>().SingleOrDefaultAsync(k => k.KeyId == keys.Current);
        return known is null || CryptographicOperations.FixedTimeEquals(known.Value, keys.CheckValue());
    }

    /// <summary>Lets the database know the key that new data is sealed under; nothing when it does already.</summary>
    public Task Remember() => journal.Write(Actor.System(Via.Cli), async work =>
    {
        if (await work.Find<KeyCheck>(keys.Current) is null)
        {
            work.Add(new KeyCheck { KeyId = keys.Current, Value = keys.CheckValue() });
        }
    });
}
