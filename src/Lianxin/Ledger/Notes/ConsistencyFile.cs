using System.Globalization;
using System.Text;

namespace Lianxin.Ledger;

/// <summary>
/// A checkpoint with the proof that it only adds to an older size: the body of c2sp.org/tlog-witness <c>add-checkpoint</c>, and the
/// file by which an old receipt is held against today's log.
/// </summary>
public sealed record ConsistencyFile(long Old, IReadOnlyList<byte[]> Proof, SignedCheckpoint Checkpoint)
{
    private const int MaximumProof = 63;

    /// <summary>Reads the file; throws <see cref="FormatException"/>.</summary>
    public static ConsistencyFile Parse(ReadOnlySpan<byte> bytes)
    {
        var whole = NoteText.Decode(bytes, SignedNote.MaximumLength);
        var end = whole.IndexOf("\n\n", StringComparison.Ordinal);
        var lines = end < 0 ? [] : whole[..end].Split('\n');
        if (lines.Length is 0 or > MaximumProof + 1 || !lines[0].StartsWith("old ", StringComparison.Ordinal))
        {
            throw new FormatException("Not a consistency proof with a checkpoint.");
        }

        var checkpoint = SignedCheckpoint.Parse(Encoding.UTF8.GetBytes(whole[(end + 2)..]));
        return new ConsistencyFile(NoteText.Number(lines[0][4..]), [.. lines[1..].Select(NoteText.Hash)], checkpoint);
    }

    /// <summary>The file's text.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"old {Old}\n{string.Concat(Proof.Select(hash => Convert.ToBase64String(hash) + "\n"))}\n{Checkpoint}");
}
