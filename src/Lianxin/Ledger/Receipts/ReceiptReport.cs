namespace Lianxin.Ledger;

/// <summary>What a receipt is held against: the policy's text, and, when there are any, a newer checkpoint and the notice board's code.</summary>
public sealed record ReceiptQuestion(byte[] Receipt, byte[] Policy, byte[]? Newer = null, string? KeyCode = null);

/// <summary>
/// The answer about a receipt: the result, and what of the receipt could be read before it stood. Words of the person's own openings
/// are not in it, only their paths.
/// </summary>
public sealed record ReceiptReport(ReceiptResult Result)
{
    /// <summary>The path of the opening that differs.</summary>
    public string? Path { get; init; }

    /// <summary>The receipt, once it could be read.</summary>
    public Receipt? Receipt { get; init; }

    /// <summary>The entry, once it is known to be canonical.</summary>
    public Entry? Entry { get; init; }

    /// <summary>The witnesses that confirmed the receipt's or the newer checkpoint, by their names in the policy, each once, sorted.</summary>
    public IReadOnlyList<Witnessed> Witnesses { get; init; } = [];

    /// <summary>The size of the newer checkpoint, once the receipt's log is known to be its beginning.</summary>
    public long? NewerSize { get; init; }

    /// <summary>The report as <c>verify --json</c> and the vectors write it; the three verifiers agree to the byte.</summary>
    public void Write(CanonicalJson json)
    {
        json.Open();
        if (Entry is { } entry)
        {
            json.Key("at").Instant(entry.At);
        }

        json.Key("exit").Number(Result.Exit());
        WriteText(json, "finding", Result.Finding());
        if (Receipt is { } receipt)
        {
            json.Key("index").Number(receipt.Index);
        }

        if (NewerSize is { } newer)
        {
            json.Key("newer_size").Number(newer);
        }

        WriteText(json, "path", Path);
        WriteText(json, "receipt_code", Receipt?.Code.ToString());
        json.Key("result").Text(Result.Name());
        if (Receipt is { } sized)
        {
            json.Key("size").Number(sized.Checkpoint.Checkpoint.Size);
        }

        WriteWitnesses(json);
        json.Close();
    }

    private void WriteWitnesses(CanonicalJson json)
    {
        json.Key("witnesses").OpenArray();
        foreach (var witness in Witnesses)
        {
            json.Open().Key("at").Instant(witness.At).Key("name").Text(witness.Name).Close();
        }

        json.CloseArray();
    }

    private static void WriteText(CanonicalJson json, string key, string? value)
    {
        if (value is not null)
        {
            json.Key(key).Text(value);
        }
    }
}
