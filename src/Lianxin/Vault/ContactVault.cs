using System.Text;
using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Vault;

/// <summary>
/// Who complained: name, phone, identity number and exact door, sealed apart from the matter. Every look is an operation with a reason
/// and leaves an entry in the journal of looks (CR-09).
/// </summary>
public sealed class ContactVault(KeyRing keys)
{
    /// <summary>Seals the contact of a matter that is being recorded; give the result to the fact that records it.</summary>
    public IReadOnlyList<Committed> SealNew(Work work, long matter, IReadOnlyList<(string Path, string? Value)> fields)
    {
        var given = fields.Where(f => !string.IsNullOrEmpty(f.Value)).ToList();
        if (given.Count == 0)
        {
            return [];
        }

        var (key, wrapped) = keys.NewDataKey(Bind(matter));
        work.Add(new MatterKey { Matter = matter, KeyId = keys.Current, Wrapped = wrapped });
        return given.ConvertAll(f => (Committed)new SealedField(f.Path, f.Value!.Normalize(), key));
    }

    /// <summary>Seals further or corrected fields of a recorded matter.</summary>
    public async Task<IReadOnlyList<Committed>> SealMore(Work work, long matter, IReadOnlyList<(string Path, string? Value)> fields)
    {
        var stored = await work.Find<MatterKey>(matter);
        if (stored is null)
        {
            return SealNew(work, matter, fields);
        }

        var key = keys.Unwrap(stored.KeyId, stored.Wrapped, Bind(matter));
        return fields.Where(f => !string.IsNullOrEmpty(f.Value)).Select(f => (Committed)new SealedField(f.Path, f.Value!.Normalize(), key)).ToList();
    }

    /// <summary>Makes a normalised number findable by exactly that number.</summary>
    public void Index(Work work, long matter, string kind, string normalised) =>
        work.Add(new ContactIndex { Hash = keys.BlindIndex(kind, normalised), Matter = matter });

    /// <summary>Makes a corrected number findable in the place of the former one.</summary>
    public async Task IndexAgain(Work work, long matter, string kind, string normalised)
    {
        await work.Run("delete from contact_index where matter = $1", matter);
        Index(work, matter, kind, normalised);
    }

    /// <summary>Whether the number is the matter's, without opening anything.</summary>
    public Task<bool> Fits(LianxinDb db, long matter, string kind, string normalised)
    {
        var hash = keys.BlindIndex(kind, normalised);
        return db.Set<ContactIndex>().AnyAsync(i => i.Hash == hash && i.Matter == matter);
    }

    /// <summary>The hash to look a number up by.</summary>
    public byte[] IndexOf(string kind, string normalised) => keys.BlindIndex(kind, normalised);

    /// <summary>Shows contact fields to an officer: records who looked, at which fields and why, then opens them.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Look(Work work, long matter, string purpose, string? reason)
    {
        var fields = await Open(await work.Db(), matter);
        await work.Save(
            new ContactLooked(purpose, [.. fields.Keys.Order(StringComparer.Ordinal)]), matter, Committed.Texts(("reason", reason)));
        return fields;
    }

    /// <summary>The contact with each field made unreadable by <paramref name="mask"/>, for the matter's own page. No plain value leaves.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Masked(LianxinDb db, long matter, Func<string, string, string> mask)
    {
        var open = await Open(db, matter);
        return open.ToDictionary(f => f.Key, f => mask(f.Key, f.Value));
    }

    private async Task<Dictionary<string, string>> Open(LianxinDb db, long matter)
    {
        var stored = await db.Set<MatterKey>().AsNoTracking().FirstOrDefaultAsync(k => k.Matter == matter);
        var newest = new Dictionary<string, string>();
        if (stored is null)
        {
            return newest;
        }

        var key = keys.Unwrap(stored.KeyId, stored.Wrapped, Bind(matter));
        foreach (var value in await db.Set<SealedValue>().AsNoTracking().Where(v => v.Matter == matter).OrderBy(v => v.Seq).ToListAsync())
        {
            var plain = SealedBytes.Open(key, value.Ciphertext, Bind(matter, value.Path, value.Seq));
            newest[value.Path] = Encoding.UTF8.GetString(plain.AsSpan(Commitment.SaltLength));
        }

        return newest;
    }

    internal static byte[] Bind(long matter) => Encoding.UTF8.GetBytes($"matter_key|{matter}");

    internal static byte[] Bind(long matter, string path, long seq) => Encoding.UTF8.GetBytes($"sealed_value|{matter}|{path}|{seq}");

    private sealed record SealedField(string Path, string Value, byte[] Key) : Committed(Path)
    {
        public override byte[] Commit(byte[] salt) => Commitment.OfText(salt, Path, Value);

        public override void Keep(Work work, Stamp stamp, byte[] salt)
        {
            var plain = new byte[salt.Length + Encoding.UTF8.GetByteCount(Value)];
            salt.CopyTo(plain, 0);
            Encoding.UTF8.GetBytes(Value, plain.AsSpan(salt.Length));
            var matter = stamp.Matter ?? throw new InvalidOperationException("Contact data belongs to a matter.");
            work.Add(new SealedValue
            {
                Seq = stamp.Seq,
                Path = Path,
                Matter = matter,
                Algorithm = SealedBytes.Algorithm,
                Ciphertext = SealedBytes.Seal(Key, plain, Bind(matter, Path, stamp.Seq)),
            });
        }
    }
}

/// <summary>Somebody looked at contact data: for which purpose, and which fields.</summary>
[FactType("contact.looked", Access = true)]
public sealed record ContactLooked(string Purpose, IReadOnlyList<string> Fields) : Fact
{
    /// <inheritdoc/>
    public override void Fold(IFoldRows rows, Stamp stamp)
    {
        // A look changes nothing but the journal of looks.
    }
}
