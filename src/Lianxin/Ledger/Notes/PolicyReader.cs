namespace Lianxin.Ledger;

/// <summary>Reads a policy line by line; every name is known before it is used, and used in one group at most.</summary>
internal sealed class PolicyReader(SignatureAlgorithms algorithms)
{
    private const int MaximumLines = 32;

    private readonly List<PolicyLog> _logs = [];
    private readonly List<PolicyWitness> _witnesses = [];
    private readonly List<PolicyGroup> _groups = [];
    private readonly HashSet<string> _grouped = [];
    private string? _quorum;

    public LedgerPolicy Read(ReadOnlySpan<byte> bytes)
    {
        // A tab parts words as a space does; every other control character is refused below.
        var spaced = bytes.ToArray();
        spaced.AsSpan().Replace((byte)'\t', (byte)' ');
        foreach (var line in NoteText.Decode(spaced, SignedNote.MaximumLength).Split('\n'))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 0 && !words[0].StartsWith('#'))
            {
                Line(words);
            }
        }

        return _quorum is null ? throw Wrong() : new LedgerPolicy(_logs, _witnesses, _groups, _quorum);
    }

    private void Line(string[] words)
    {
        switch (words)
        {
            case ["log", var key, .. var rest]:
                Log(key, rest);
                break;
            case ["witness", var name, var key, .. var rest] when rest.Length <= 1:
                Witness(name, key, rest.FirstOrDefault());
                break;
            case ["group", var name, var needed, .. var members]:
                Group(name, needed, members);
                break;
            case ["quorum", var name] when _quorum is null && (name == LedgerPolicy.None || IsKnown(name)):
                _quorum = name;
                break;
            default:
                throw Wrong();
        }
    }

    private void Log(string text, string[] rest)
    {
        var key = VerifierKey.Parse(text, algorithms);
        var (from, until, url) = (0L, (long?)null, (string?)null);
        var at = 0;
        if (at < rest.Length && rest[at].StartsWith("from=", StringComparison.Ordinal))
        {
            from = NoteText.Number(rest[at++][5..]);
        }

        if (at < rest.Length && rest[at].StartsWith("until=", StringComparison.Ordinal))
        {
            until = NoteText.Number(rest[at++][6..]);
        }

        if (at < rest.Length)
        {
            url = rest[at++];
        }

        if (at < rest.Length || key.Algorithm.Cosigns || _logs.Count == MaximumLines || _logs.Any(log => Same(log.Key, key)))
        {
            throw Wrong();
        }

        _logs.Add(new PolicyLog(key, from, until, url));
    }

    private void Witness(string name, string text, string? url)
    {
        var key = VerifierKey.Parse(text, algorithms);
        if (name == LedgerPolicy.None || IsKnown(name) || !key.Algorithm.Cosigns || _witnesses.Count == MaximumLines || _witnesses.Any(other => Same(other.Key, key)))
        {
            throw Wrong();
        }

        _witnesses.Add(new PolicyWitness(name, key, url));
    }

    private void Group(string name, string needed, string[] members)
    {
        var count = needed switch
        {
            "all" => members.Length,
            "any" => 1,
            _ => NoteText.Number(needed),
        };
        if (name == LedgerPolicy.None || IsKnown(name) || count < 1 || count > members.Length || _groups.Count == MaximumLines
            || !members.All(member => IsKnown(member) && _grouped.Add(member)))
        {
            throw Wrong();
        }

        _groups.Add(new PolicyGroup(name, (int)count, members));
    }

    private bool IsKnown(string name) => _witnesses.Any(witness => witness.Name == name) || _groups.Any(group => group.Name == name);

    private static bool Same(VerifierKey one, VerifierKey other) => one.PublicKey.AsSpan().SequenceEqual(other.PublicKey);

    private static FormatException Wrong() => new("The policy holds a line that is none.");
}
