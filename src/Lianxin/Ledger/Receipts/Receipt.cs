using System.Globalization;
using System.Text;

namespace Lianxin.Ledger;

/// <summary>
/// What a person takes home (LZ-23 in a file <c>….tlog-proof</c>, c2sp.org/tlog-proof@v1): the entry's bytes, the person's own
/// openings, the entry's place with its proof, and the checkpoint with all signatures known so far.
/// </summary>
public sealed record Receipt(byte[] Entry, IReadOnlyList<ReceiptOpening> Openings, long Index, IReadOnlyList<byte[]> Proof, SignedCheckpoint Checkpoint)
{
    /// <summary>Bytes of a receipt at most.</summary>
    public const int MaximumLength = 256 * 1024;

    private const int MaximumProof = 63;
    private const string Magic = "c2sp.org/tlog-proof@v1";

    /// <summary>The entry's hash.</summary>
    public byte[] Leaf => TreeHash.Leaf(Entry);

    /// <summary>The code that is read out and printed.</summary>
    public SpokenCode Code => SpokenCode.Of(Leaf);

    /// <summary>Reads a file; throws <see cref="FormatException"/> when it is not exactly a receipt. Nothing in it is believed by that.</summary>
    public static Receipt Parse(ReadOnlySpan<byte> bytes)
    {
        var whole = NoteText.Decode(bytes, MaximumLength);
        var end = whole.IndexOf("\n\n", StringComparison.Ordinal);
        var lines = end < 0 ? [] : whole[..end].Split('\n');
        if (lines.Length is < 3 or > MaximumProof + 3 || lines[0] != Magic || !NoteText.TryBase64(After("extra ", lines[1]), out var extra))
        {
            throw new FormatException("Not a receipt.");
        }

        var index = NoteText.Number(After("index ", lines[2]));
        var (entry, openings) = ReadExtra(extra);
        var checkpoint = SignedCheckpoint.Parse(Encoding.UTF8.GetBytes(whole[(end + 2)..]));
        return new Receipt(entry, openings, index, [.. lines[3..].Select(NoteText.Hash)], checkpoint);
    }

    /// <summary>The file's text.</summary>
    public override string ToString()
    {
        var proof = string.Concat(Proof.Select(hash => Convert.ToBase64String(hash) + "\n"));
        return string.Create(CultureInfo.InvariantCulture, $"{Magic}\nextra {Convert.ToBase64String(WriteExtra())}\nindex {Index}\n{proof}\n{Checkpoint}");
    }

    private static string After(string word, string line) =>
        line.StartsWith(word, StringComparison.Ordinal) ? line[word.Length..] : throw new FormatException("A line of the receipt is another.");

    private byte[] WriteExtra()
    {
        var json = new CanonicalJson().Open().Key("entry").Bytes(Entry).Key("open").Open();
        foreach (var opening in Openings.OrderBy(opening => opening.Path, StringComparer.Ordinal))
        {
            opening.Write(json);
        }

        return json.Close().Close().ToArray();
    }

    private static (byte[] Entry, IReadOnlyList<ReceiptOpening> Openings) ReadExtra(byte[] bytes)
    {
        try
        {
            var extra = CanonicalReader.Read(bytes);
            var keys = string.Join(' ', extra.EnumerateObject().Select(member => member.Name));
            if (keys != "entry open" || !NoteText.TryBase64(extra.GetProperty("entry").GetString()!, out var entry))
            {
                throw new FormatException("The receipt's entry cannot be read.");
            }

            return (entry, [.. extra.GetProperty("open").EnumerateObject().Select(ReceiptOpening.Read)]);
        }
        catch (Exception fault) when (fault is InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException("The receipt's entry cannot be read.", fault);
        }
    }
}
