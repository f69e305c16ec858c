namespace Lianxin.Ledger;

/// <summary>What a witness makes of a checkpoint that a site shows it; the text is <c>verb.witness.…</c>.</summary>
public enum WitnessAnswer
{
    /// <summary>It only adds to what was cosigned before: it may be cosigned.</summary>
    Consistent,

    /// <summary>No key of the witness's own policy signed it.</summary>
    Unsigned,

    /// <summary>The log is shorter than it was.</summary>
    Shrunken,

    /// <summary>The log's past is another than the one that was cosigned.</summary>
    Forked,

    /// <summary>It is another log than the one that was cosigned.</summary>
    AnotherLog,
}

/// <summary>Compares what a site shows with what a witness remembers (ledger design §5.5). Nothing but the witness's own files is believed.</summary>
public static class WitnessJudgement
{
    /// <summary>Judges the newest checkpoint and, where the log grew, the proof from the remembered one.</summary>
    public static WitnessAnswer Of(LedgerPolicy policy, SignedCheckpoint? held, ConsistencyFile shown)
    {
        var note = shown.Checkpoint;
        if (!IsSigned(policy, note))
        {
            return WitnessAnswer.Unsigned;
        }

        if (held is null)
        {
            return WitnessAnswer.Consistent;
        }

        var (before, now) = (held.Checkpoint, note.Checkpoint);
        return now switch
        {
            _ when before.Origin != now.Origin => WitnessAnswer.AnotherLog,
            _ when now.Size < before.Size => WitnessAnswer.Shrunken,
            _ when shown.Old != before.Size || !ProofCheck.Extends(before.Size, before.Root, now.Size, now.Root, shown.Proof) => WitnessAnswer.Forked,
            _ => WitnessAnswer.Consistent,
        };
    }

    /// <summary>True when a key of the policy, in force at that size, signed it; cosignatures of others do not matter here.</summary>
    public static bool IsSigned(LedgerPolicy policy, SignedCheckpoint note) =>
        PolicyJudgement.Of(policy with { Witnesses = [] }, note).Trust == Trust.Signed;
}
