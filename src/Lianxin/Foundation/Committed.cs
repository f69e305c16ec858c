using Lianxin.Ledger;

namespace Lianxin.Foundation;

/// <summary>Something an entry commits to, and how it is kept beside its salt.</summary>
public abstract record Committed(string Path)
{
    /// <summary>The commitment under that salt.</summary>
    public abstract byte[] Commit(byte[] salt);

    /// <summary>Keeps value and salt in their row, once the entry has its place.</summary>
    public abstract void Keep(Work work, Stamp stamp, byte[] salt);

    /// <summary>A text in the open table of wordings.</summary>
    public static Committed Text(string path, string value) => new CommittedText(path, value.IsNormalized() ? value : value.Normalize());

    /// <summary>The given texts without those that are null or empty.</summary>
    public static IReadOnlyList<Committed> Texts(params ReadOnlySpan<(string Path, string? Value)> texts)
    {
        var kept = new List<Committed>(texts.Length);
        foreach (var (path, value) in texts)
        {
            if (!string.IsNullOrEmpty(value))
            {
                kept.Add(Text(path, value));
            }
        }

        return kept;
    }

    private sealed record CommittedText(string Path, string Value) : Committed(Path)
    {
        public override byte[] Commit(byte[] salt) => Commitment.OfText(salt, Path, Value);

        public override void Keep(Work work, Stamp stamp, byte[] salt)
        {
            if (stamp.Access)
            {
                work.Add(new AccessWording { Seq = stamp.Seq, Path = Path, Matter = stamp.Matter, Value = Value, Salt = salt });
                return;
            }

            work.Keep(new Wording { Seq = stamp.Seq, Path = Path, Matter = stamp.Matter, Value = Value, Salt = salt });
        }
    }
}
