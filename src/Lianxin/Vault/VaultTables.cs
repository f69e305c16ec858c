using Lianxin.Database;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Vault;

/// <summary>The data key of one matter's contact, wrapped. Destroying it makes every sealed value of the matter unreadable.</summary>
public sealed class MatterKey
{
    /// <summary>The matter.</summary>
    public long Matter { get; init; }

    /// <summary>The key of the key file that wraps it.</summary>
    public string KeyId { get; init; } = "";

    /// <summary>The wrapped key.</summary>
    public byte[] Wrapped { get; init; } = [];
}

/// <summary>One sealed contact field, apart from the matter: value and salt together, under the matter's data key.</summary>
public sealed class SealedValue
{
    /// <summary>The entry that commits to it.</summary>
    public long Seq { get; init; }

    /// <summary>The commitment's path in that entry, for example <c>phone</c>.</summary>
    public string Path { get; init; } = "";

    /// <summary>The matter.</summary>
    public long Matter { get; init; }

    /// <summary>The suite of the ciphertext.</summary>
    public string Algorithm { get; init; } = "";

    /// <summary>Nonce, ciphertext and tag of salt and value.</summary>
    public byte[] Ciphertext { get; init; } = [];
}

/// <summary>The blind index of an exact number: found by who knows the number, readable by nobody.</summary>
public sealed class ContactIndex
{
    /// <summary>Keyed hash of the normalised number.</summary>
    public byte[] Hash { get; init; } = [];

    /// <summary>The matter it belongs to.</summary>
    public long Matter { get; init; }
}

/// <summary>A photo or paper, stored encrypted in the data folder under a random name.</summary>
public sealed class StoredFile
{
    /// <summary>The entry that commits to it.</summary>
    public long Seq { get; init; }

    /// <summary>The commitment's path in that entry, for example <c>photo_1</c>.</summary>
    public string Path { get; init; } = "";

    /// <summary>The matter.</summary>
    public long Matter { get; init; }

    /// <summary>Random name in the file folder; says nothing.</summary>
    public string Name { get; init; } = "";

    /// <summary>Media type of the rebuilt content.</summary>
    public string MediaType { get; init; } = "";

    /// <summary>Plain bytes; 0 once erased.</summary>
    public long Size { get; init; }

    /// <summary>SHA-256 of the plain bytes; opens the commitment together with the salt. Empty once erased.</summary>
    public byte[] Sha256 { get; init; } = [];

    /// <summary>The salt of the commitment.</summary>
    public byte[]? Salt { get; set; }

    /// <summary>The key of the key file that wraps the file's own key.</summary>
    public string KeyId { get; init; } = "";

    /// <summary>The file's wrapped key; null once erased.</summary>
    public byte[]? Wrapped { get; set; }
}

/// <summary>Which key files belong to this database.</summary>
public sealed class KeyCheck
{
    /// <summary>The key's id.</summary>
    public string KeyId { get; init; } = "";

    /// <summary>A keyed hash of a constant.</summary>
    public byte[] Value { get; init; } = [];
}

/// <summary>The tables of the vault.</summary>
public sealed class VaultTables : ITables
{
    /// <inheritdoc/>
    public void Map(ModelBuilder model)
    {
        model.Entity<MatterKey>(e => e.HasKey(x => x.Matter));
        model.Entity<MatterKey>(e => e.Property(x => x.Matter).ValueGeneratedNever());
        model.Entity<SealedValue>(e => e.HasKey(x => new { x.Seq, x.Path }));
        model.Entity<ContactIndex>(e => e.HasKey(x => new { x.Hash, x.Matter }));
        model.Entity<StoredFile>(e => e.HasKey(x => new { x.Seq, x.Path }));
        model.Entity<KeyCheck>(e => e.HasKey(x => x.KeyId));
    }
}
