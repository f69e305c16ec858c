namespace Lianxin.Ledger;

/// <summary>What a policy makes of the signatures under a checkpoint; the names are those of <see cref="ReceiptResult"/>.</summary>
public enum Trust
{
    /// <summary>A key of the log, in force at that size, signed it.</summary>
    Signed,

    /// <summary>The policy knows no log of that origin.</summary>
    LogUnknown,

    /// <summary>No key of that log signed it.</summary>
    KeyUnknown,

    /// <summary>A signature under a known key of the log is bad.</summary>
    SignatureBad,

    /// <summary>The key that signed was not in force at that size.</summary>
    KeyNotValidThen,

    /// <summary>A cosignature under a known witness's key is bad.</summary>
    WitnessSignatureBad,
}

/// <summary>A witness that confirmed a checkpoint, and when it says it did (UTC).</summary>
public sealed record Witnessed(string Name, DateTime At);

/// <summary>A checkpoint judged by a policy: the trust, the log's keys that signed it in force, the witnesses that confirmed it.</summary>
public sealed record PolicyJudgement(Trust Trust, IReadOnlyList<VerifierKey> Keys, IReadOnlyList<Witnessed> Witnesses)
{
    /// <summary>Judges; unknown signature lines are ignored, a bad one of a known key condemns the whole.</summary>
    public static PolicyJudgement Of(LedgerPolicy policy, SignedCheckpoint signed)
    {
        var (trust, keys) = OfLog(policy, signed);
        if (trust != Trust.Signed)
        {
            return new PolicyJudgement(trust, [], []);
        }

        var witnesses = OfWitnesses(policy, signed.Note);
        return witnesses is null ? new PolicyJudgement(Trust.WitnessSignatureBad, keys, []) : new PolicyJudgement(Trust.Signed, keys, witnesses);
    }

    private static (Trust Trust, IReadOnlyList<VerifierKey> Keys) OfLog(LedgerPolicy policy, SignedCheckpoint signed)
    {
        var logs = policy.Logs.Where(log => log.Key.Name == signed.Checkpoint.Origin).ToList();
        var made = new List<PolicyLog>();
        foreach (var signature in signed.Note.Signatures)
        {
            if (logs.Find(log => log.Key.Made(signature)) is not { } log)
            {
                continue;
            }

            if (log.Key.Check(signed.Note.Text, signature) is null)
            {
                return (Trust.SignatureBad, []);
            }

            made.Add(log);
        }

        var keys = made.Where(log => log.Holds(signed.Checkpoint.Size)).Select(log => log.Key).ToList();
        return (logs, made, keys) switch
        {
            ({ Count: 0 }, _, _) => (Trust.LogUnknown, []),
            (_, { Count: 0 }, _) => (Trust.KeyUnknown, []),
            (_, _, { Count: 0 }) => (Trust.KeyNotValidThen, []),
            _ => (Trust.Signed, keys),
        };
    }

    private static List<Witnessed>? OfWitnesses(LedgerPolicy policy, SignedNote note)
    {
        var seen = new List<Witnessed>();
        foreach (var signature in note.Signatures)
        {
            if (policy.Witnesses.FirstOrDefault(witness => witness.Key.Made(signature)) is not { } witness)
            {
                continue;
            }

            if (witness.Key.Check(note.Text, signature)?.At is not { } at)
            {
                return null;
            }

            seen.Add(new Witnessed(witness.Name, at));
        }

        return seen;
    }
}
