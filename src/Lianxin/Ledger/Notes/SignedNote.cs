using System.Buffers.Binary;
using System.Text;

namespace Lianxin.Ledger;

/// <summary>One signature line of a note: the key's name, its id, and what the key's algorithm made.</summary>
public sealed record NoteSignature(string Name, uint KeyId, byte[] Bytes)
{
    /// <summary>The line, line feed included.</summary>
    public override string ToString()
    {
        var bytes = new byte[4 + Bytes.Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, KeyId);
        Bytes.CopyTo(bytes, 4);
        return $"— {Name} {Convert.ToBase64String(bytes)}\n";
    }

    /// <summary>Reads a line without its line feed; throws <see cref="FormatException"/>.</summary>
    public static NoteSignature Parse(string line)
    {
        var parts = line.Split(' ');
        if (parts.Length != 3 || parts[0] != "—" || !NoteText.IsName(parts[1]) || !NoteText.TryBase64(parts[2], out var bytes) || bytes.Length < 5)
        {
            throw new FormatException("Not a signature line.");
        }

        return new NoteSignature(parts[1], BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes[4..]);
    }
}

/// <summary>A text with the signatures of one or more keys (c2sp.org/signed-note). Who signed says nothing until a policy knows the key.</summary>
public sealed record SignedNote(string Text, IReadOnlyList<NoteSignature> Signatures)
{
    /// <summary>Bytes of a note at most.</summary>
    public const int MaximumLength = 64 * 1024;

    /// <summary>Signature lines of a note at most.</summary>
    public const int MaximumSignatures = 32;

    /// <summary>Reads a note; throws <see cref="FormatException"/> when it is not exactly one.</summary>
    public static SignedNote Parse(ReadOnlySpan<byte> bytes)
    {
        var whole = NoteText.Decode(bytes, MaximumLength);
        var end = whole.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (end < 1 || !whole.EndsWith('\n') || end + 2 == whole.Length)
        {
            throw new FormatException("A note is a text, an empty line and signatures.");
        }

        var lines = whole[(end + 2)..^1].Split('\n');
        return lines.Length <= MaximumSignatures
            ? new SignedNote(whole[..(end + 1)], [.. lines.Select(NoteSignature.Parse)])
            : throw new FormatException("The note has too many signatures.");
    }

    /// <summary>Reads a note held as text.</summary>
    public static SignedNote Parse(string note) => Parse(Encoding.UTF8.GetBytes(note));

    /// <summary>The same text with one more signature, such as a witness's.</summary>
    public SignedNote With(NoteSignature signature) => new(Text, [.. Signatures, signature]);

    /// <summary>The note as it is stored and sent.</summary>
    public override string ToString() => $"{Text}\n{string.Concat(Signatures)}";
}
