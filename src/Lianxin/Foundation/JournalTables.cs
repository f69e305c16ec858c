using Lianxin.Database;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Foundation;

/// <summary>One entry of the journal of facts, with its exact bytes.</summary>
public sealed class FactEntry
{
    /// <summary>Index, from 0, without gaps.</summary>
    public long Seq { get; init; }

    /// <summary>The matter it is about, if any.</summary>
    public long? Matter { get; init; }

    /// <summary>Place in the matter's chain.</summary>
    public int Cn { get; init; }

    /// <summary>The canonical bytes.</summary>
    public byte[] Bytes { get; init; } = [];

    /// <summary>SHA-256(00 || bytes).</summary>
    public byte[] Leaf { get; init; } = [];
}

/// <summary>One entry of the journal of looks at personal data; the same form in a log of its own.</summary>
public sealed class AccessEntry
{
    /// <summary>Index, from 0, without gaps.</summary>
    public long Seq { get; init; }

    /// <summary>The matter whose data was looked at, if any.</summary>
    public long? Matter { get; init; }

    /// <summary>Place in the matter's chain of looks.</summary>
    public int Cn { get; init; }

    /// <summary>The canonical bytes.</summary>
    public byte[] Bytes { get; init; } = [];

    /// <summary>SHA-256(00 || bytes).</summary>
    public byte[] Leaf { get; init; } = [];
}

/// <summary>A text that an entry commits to: its words and the salt that opens the commitment. Erasing takes both away.</summary>
public sealed class Wording
{
    /// <summary>The entry that commits to it.</summary>
    public long Seq { get; init; }

    /// <summary>The commitment's path in that entry, for example <c>body</c>.</summary>
    public string Path { get; init; } = "";

    /// <summary>The matter it belongs to, for erasure.</summary>
    public long? Matter { get; init; }

    /// <summary>The text in NFC; null once erased.</summary>
    public string? Value { get; set; }

    /// <summary>The 32 bytes that open the commitment; null once erased.</summary>
    public byte[]? Salt { get; set; }
}

/// <summary>A text that an entry of the journal of looks commits to, such as its reason: that journal has a sequence of its own.</summary>
public sealed class AccessWording
{
    /// <summary>The entry that commits to it.</summary>
    public long Seq { get; init; }

    /// <summary>The commitment's path in that entry, for example <c>reason</c>.</summary>
    public string Path { get; init; } = "";

    /// <summary>The matter that was looked at, if any.</summary>
    public long? Matter { get; init; }

    /// <summary>The text in NFC; null once erased.</summary>
    public string? Value { get; set; }

    /// <summary>The 32 bytes that open the commitment; null once erased.</summary>
    public byte[]? Salt { get; set; }
}

/// <summary>The tables of the journal.</summary>
public sealed class JournalTables : ITables
{
    /// <inheritdoc/>
    public void Map(ModelBuilder model)
    {
        model.Entity<FactEntry>(e => e.HasKey(x => x.Seq));
        model.Entity<FactEntry>(e => e.Property(x => x.Seq).ValueGeneratedNever());
        model.Entity<AccessEntry>(e => e.HasKey(x => x.Seq));
        model.Entity<AccessEntry>(e => e.Property(x => x.Seq).ValueGeneratedNever());
        model.Entity<Wording>(e => e.HasKey(x => new { x.Seq, x.Path }));
        model.Entity<AccessWording>(e => e.HasKey(x => new { x.Seq, x.Path }));
    }
}

/// <summary>The journal's tables by name.</summary>
public static class JournalDb
{
    extension(LianxinDb db)
    {
        /// <summary>Entries of facts.</summary>
        public DbSet<FactEntry> FactEntries => db.Set<FactEntry>();

        /// <summary>Entries of looks.</summary>
        public DbSet<AccessEntry> AccessEntries => db.Set<AccessEntry>();

        /// <summary>Committed texts.</summary>
        public DbSet<Wording> Wordings => db.Set<Wording>();

        /// <summary>Committed texts of looks.</summary>
        public DbSet<AccessWording> AccessWordings => db.Set<AccessWording>();
    }
}
