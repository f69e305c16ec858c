using System.Globalization;

namespace Lianxin.Ledger;

/// <summary>A log's state: its name, size, root, and lines nobody audits (c2sp.org/tlog-checkpoint). Ours has no such lines.</summary>
public sealed record Checkpoint(string Origin, long Size, byte[] Root, IReadOnlyList<string> Extensions)
{
    /// <summary>A checkpoint without extension lines.</summary>
    public Checkpoint(string origin, long size, byte[] root)
        : this(origin, size, root, [])
    {
    }

    /// <summary>The text that is signed.</summary>
    public string Text => string.Create(
        CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Convert.ToBase64String(Root)}\n{string.Concat(Extensions.Select(line => line + "\n"))}");

    /// <summary>Reads a note's text; throws <see cref="FormatException"/> when it is not exactly a checkpoint.</summary>
    public static Checkpoint Parse(string text)
    {
        var lines = text.Split('\n');
        if (lines.Length < 4 || lines[^1].Length > 0 || lines[..^1].Any(line => line.Length == 0))
        {
            throw new FormatException("A checkpoint has three lines or more, none empty.");
        }

        return new Checkpoint(lines[0], NoteText.Number(lines[1]), NoteText.Hash(lines[2]), lines[3..^1]);
    }
}

/// <summary>A checkpoint with its signatures, exactly as stored and handed out.</summary>
public sealed record SignedCheckpoint(Checkpoint Checkpoint, SignedNote Note)
{
    /// <summary>Reads a signed checkpoint; throws <see cref="FormatException"/>.</summary>
    public static SignedCheckpoint Parse(ReadOnlySpan<byte> bytes)
    {
        var note = SignedNote.Parse(bytes);
        return new SignedCheckpoint(Checkpoint.Parse(note.Text), note);
    }

    /// <summary>Signs a checkpoint by each of the log's keys: one, or two while a rotation overlaps.</summary>
    public static SignedCheckpoint Sign(Checkpoint checkpoint, params IEnumerable<SigningKey> keys) =>
        new(checkpoint, new SignedNote(checkpoint.Text, [.. keys.Select(key => key.Sign(checkpoint.Origin, checkpoint.Text))]));

    /// <summary>The same with one more signature.</summary>
    public SignedCheckpoint With(NoteSignature signature) => this with { Note = Note.With(signature) };

    /// <summary>The note.</summary>
    public override string ToString() => Note.ToString();
}
