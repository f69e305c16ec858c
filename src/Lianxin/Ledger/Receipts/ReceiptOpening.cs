using System.Text.Json;

namespace Lianxin.Ledger;

/// <summary>What one commitment of an entry hides: the salt, and either the text or the SHA-256 of the stored file.</summary>
public sealed record ReceiptOpening(string Path, byte[] Salt, string? Text, byte[]? Sha256)
{
    /// <summary>Opens a committed text.</summary>
    public static ReceiptOpening OfText(string path, byte[] salt, string text) => new(path, salt, text, null);

    /// <summary>Opens a committed file.</summary>
    public static ReceiptOpening OfFile(string path, byte[] salt, byte[] sha256) => new(path, salt, null, sha256);

    /// <summary>True when this is what the entry committed to under that path.</summary>
    public bool Opens(Entry entry)
    {
        var said = entry.Commitments.FirstOrDefault(commitment => commitment.Path == Path).Value;
        var own = Sha256 is { } file ? Commitment.OfFile(Salt, Path, file) : Commitment.OfText(Salt, Path, Text!);
        return said is not null && said.AsSpan().SequenceEqual(own);
    }

    internal void Write(CanonicalJson json)
    {
        json.Key(Path).Open().Key("salt").Bytes(Salt);
        _ = Sha256 is { } file ? json.Key("sha256").Bytes(file) : json.Key("value").Text(Text!);
        json.Close();
    }

    internal static ReceiptOpening Read(JsonProperty member)
    {
        var keys = string.Join(' ', member.Value.EnumerateObject().Select(part => part.Name));
        var salt = NoteText.Hash(member.Value.GetProperty("salt").GetString()!);
        return keys switch
        {
            "salt value" => OfText(member.Name, salt, member.Value.GetProperty("value").GetString()!),
            "salt sha256" => OfFile(member.Name, salt, NoteText.Hash(member.Value.GetProperty("sha256").GetString()!)),
            _ => throw new FormatException("Not an opening."),
        };
    }
}
