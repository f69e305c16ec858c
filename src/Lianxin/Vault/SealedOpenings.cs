using System.Security.Cryptography;
using System.Text;
using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Vault;

/// <summary>Opens sealed contact fields for a check, without showing or recording any. Needs the key file as soon as there is one field.</summary>
public sealed class SealedOpenings(Func<KeyRing> keys) : IOpenCommitments
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<Opening> Open(LianxinDb db, MatterSpan span, bool files)
    {
        var wrapped = await db.Set<MatterKey>().AsNoTracking().Where(k => k.Matter > span.After && k.Matter <= span.UpTo).ToDictionaryAsync(k => k.Matter);
        var used = new HashSet<long>();
        var values = db.Set<SealedValue>().AsNoTracking().Where(v => v.Matter > span.After && v.Matter <= span.UpTo).OrderBy(v => v.Matter).ThenBy(v => v.Seq);
        var (matter, key, fault) = (0L, (byte[]?)null, "");
        await foreach (var value in values.AsAsyncEnumerable())
        {
            if (used.Add(value.Matter))
            {
                (matter, (key, fault)) = (value.Matter, Unwrap(wrapped.GetValueOrDefault(value.Matter)));
            }

            yield return key is null
                ? new Opening("sealed_value", value.Seq, value.Path, matter, null, fault) { FaultTable = "matter_key" }
                : Open(value, key);
        }

        foreach (var unused in wrapped.Keys.Where(k => !used.Contains(k)))
        {
            yield return new Opening("matter_key", 0, "", unused, null) { Kind = RebuildFault.Extra };
        }
    }

    private (byte[]? Key, string Fault) Unwrap(MatterKey? stored)
    {
        if (stored is null)
        {
            return (null, "matter");
        }

        if (!keys().Holds(stored.KeyId))
        {
            return (null, "key_id");
        }

        try
        {
            return (keys().Unwrap(stored.KeyId, stored.Wrapped, ContactVault.Bind(stored.Matter)), "");
        }
        catch (CryptographicException)
        {
            return (null, "wrapped");
        }
    }

    private static Opening Open(SealedValue value, byte[] key)
    {
        var opening = new Opening("sealed_value", value.Seq, value.Path, value.Matter, null);
        if (value.Algorithm != SealedBytes.Algorithm)
        {
            return opening with { Fault = "algorithm" };
        }

        try
        {
            var plain = SealedBytes.Open(key, value.Ciphertext, ContactVault.Bind(value.Matter, value.Path, value.Seq));
            var text = Encoding.UTF8.GetString(plain.AsSpan(Commitment.SaltLength));
            return opening with { Value = Commitment.OfText(plain.AsSpan(0, Commitment.SaltLength), value.Path, text) };
        }
        catch (CryptographicException)
        {
            return opening with { Fault = "ciphertext" };
        }
    }
}
