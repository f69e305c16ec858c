using Lianxin.Database;
using Lianxin.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Vault;

/// <summary>What stands beside the entries of one matter and can be erased: the openings, and the files on the disk.</summary>
public sealed record Erasable(IReadOnlyList<Erasure> Openings, IReadOnlyList<string> Files);

/// <summary>
/// Takes personal data away for good (个人信息保护法 art. 47): values, salts, ciphertexts, data keys, blind indexes and files. What the entries
/// commit to stays in the journal; an entry that names each opening makes the difference between erased and missing.
/// </summary>
public sealed class VaultErasure(FileVault files)
{
    /// <summary>The openings that are there; with <paramref name="everything"/> texts and files too, otherwise the contact alone.</summary>
    public static async Task<Erasable> Find(LianxinDb db, long matter, bool everything)
    {
        var openings = await db.Set<SealedValue>().Where(v => v.Matter == matter).Select(v => new Erasure(v.Seq, v.Path, false)).ToListAsync();
        if (!everything)
        {
            return new Erasable(openings, []);
        }

        openings.AddRange(await db.Wordings.Where(w => w.Matter == matter && w.Value != null).Select(w => new Erasure(w.Seq, w.Path, false)).ToListAsync());
        openings.AddRange(await db.AccessWordings.Where(w => w.Matter == matter && w.Value != null).Select(w => new Erasure(w.Seq, w.Path, true)).ToListAsync());
        var stored = await db.Set<StoredFile>().AsNoTracking().Where(f => f.Matter == matter && f.Wrapped != null).ToListAsync();
        openings.AddRange(stored.Select(f => new Erasure(f.Seq, f.Path)));
        return new Erasable(openings, [.. stored.Select(f => f.Name)]);
    }

    /// <summary>Takes them out of the database; the files go when the commit stands, and what a crash left of them by <see cref="Sweep"/>.</summary>
    public async Task Erase(Work work, long matter, Erasable found, bool everything)
    {
        await work.Run("delete from sealed_value where matter = $1", matter);
        await work.Run("delete from matter_key where matter = $1", matter);
        await work.Run("delete from contact_index where matter = $1", matter);
        if (everything)
        {
            await work.Run("update wording set value = null, salt = null where matter = $1", matter);
            await work.Run("update access_wording set value = null, salt = null where matter = $1", matter);
            await work.Run("update stored_file set sha256 = $1, salt = null, wrapped = null, size = 0 where matter = $2", Array.Empty<byte>(), matter);
        }

        work.Tidy();
        work.AfterCommit(() => Remove(found.Files));
    }

    /// <summary>Removes files whose rows were erased and that are still there; how many went.</summary>
    public async Task<int> Sweep(LianxinDb db, long matter)
    {
        var names = await db.Set<StoredFile>().Where(f => f.Matter == matter && f.Wrapped == null).Select(f => f.Name).ToListAsync();
        var left = names.Where(files.IsThere).ToList();
        Remove(left);
        return left.Count;
    }

    private void Remove(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            files.Remove(name);
        }
    }
}
