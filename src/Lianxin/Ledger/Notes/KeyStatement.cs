using System.Globalization;
using System.Text.Json;

namespace Lianxin.Ledger;

/// <summary>What happens to a log's key.</summary>
public enum KeyChange
{
    /// <summary>The key signs from the size on, beside the older ones.</summary>
    Added,

    /// <summary>The key signs up to the size and no further.</summary>
    Retired,
}

/// <summary>
/// A change of a log's keys as its entry holds it (<c>key.added</c>, <c>key.retired</c>): the key, the size from or until which it is
/// in force, and the signature of another key in force over exactly that. An added key signs too, to show that somebody holds it.
/// V18 is a statement whose signature is missing or bad.
/// </summary>
public sealed record KeyStatement(KeyChange Change, VerifierKey Key, long Size, IReadOnlyList<NoteSignature> Signatures)
{
    /// <summary>The text that is signed.</summary>
    public string Text => string.Create(
        CultureInfo.InvariantCulture, $"lianxin/key-{(Change == KeyChange.Added ? "added" : "retired")}/v1\n{Key.Name}\n{Size}\n{Key}\n");

    /// <summary>Announces a new key: signed by the old one and by itself.</summary>
    public static KeyStatement Add(string origin, SigningKey added, long from, SigningKey old) =>
        Sign(new KeyStatement(KeyChange.Added, added.AsLog(origin), from, []), origin, old, added);

    /// <summary>Ends a key: signed by one that stays.</summary>
    public static KeyStatement Retire(VerifierKey retired, long until, SigningKey staying) =>
        Sign(new KeyStatement(KeyChange.Retired, retired, until, []), retired.Name, staying);

    /// <summary>Reads an entry's data; throws <see cref="FormatException"/>.</summary>
    public static KeyStatement Read(KeyChange change, JsonElement data, SignatureAlgorithms? algorithms = null)
    {
        try
        {
            var key = VerifierKey.Parse(data.GetProperty("key").GetString() ?? "", algorithms);
            var signatures = data.GetProperty("sigs").EnumerateArray().Select(line => NoteSignature.Parse(line.GetString() ?? ""));
            return new KeyStatement(change, key, data.GetProperty("size").GetInt64(), [.. signatures]);
        }
        catch (Exception fault) when (fault is KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException("Not a statement about a key.", fault);
        }
    }

    /// <summary>Writes the entry's data: <c>{"key","sigs","size"}</c>.</summary>
    public void Write(CanonicalJson json)
    {
        json.Open().Key("key").Text(Key.ToString()).Key("sigs").OpenArray();
        foreach (var signature in Signatures)
        {
            json.Text(signature.ToString().TrimEnd('\n'));
        }

        json.CloseArray().Key("size").Number(Size).Close();
    }

    /// <summary>
    /// The policy after this change; null when the change has no authority (V18): no signature of another key of this log that is in
    /// force at that size, a bad signature, an added key that did not sign, or a retired one that is not there.
    /// </summary>
    public LedgerPolicy? Extend(LedgerPolicy policy)
    {
        var known = policy.Logs.Where(log => log.Key.Name == Key.Name).ToList();
        var others = known.Where(log => !IsKey(log) && log.Holds(Size) && Signed(log.Key));
        var there = known.Find(IsKey);
        if (!others.Any() || Signatures.Any(signature => known.Any(log => log.Key.Made(signature) && !Signed(log.Key))))
        {
            return null;
        }

        return Change switch
        {
            KeyChange.Added when there is null && Signed(Key) => policy with { Logs = [.. policy.Logs, new PolicyLog(Key, Size, null, null)] },
            KeyChange.Retired when there is { Until: null } && Size >= there.From =>
                policy with { Logs = [.. policy.Logs.Select(log => IsKey(log) ? log with { Until = Size } : log)] },
            _ => null,
        };
    }

    private bool IsKey(PolicyLog log) => log.Key.PublicKey.AsSpan().SequenceEqual(Key.PublicKey);

    private bool Signed(VerifierKey key) =>
        Signatures.Where(key.Made).ToList() is { Count: > 0 } made && made.TrueForAll(signature => key.Check(Text, signature) is not null);

    private static KeyStatement Sign(KeyStatement statement, string origin, params SigningKey[] keys) =>
        statement with { Signatures = [.. keys.Select(key => key.Sign(origin, statement.Text))] };
}
