namespace Lianxin.Foundation;

/// <summary>How long ago the witnesses last confirmed the logs.</summary>
public enum WitnessState
{
    /// <summary>The policy names no witness.</summary>
    None,

    /// <summary>Witnesses are named, and not enough of them ever confirmed: a warning and no more.</summary>
    NeverYet,

    /// <summary>Confirmed within a day.</summary>
    Fresh,

    /// <summary>A witness has been silent for longer than a day: alarm.</summary>
    Stale,

    /// <summary>Not enough witnesses for longer than three days: closings by staff and files for assessment stop.</summary>
    Overdue,
}

/// <summary>When a witness last confirmed; null when it never did.</summary>
public sealed record WitnessSeen(string Name, DateTime? At);

/// <summary>
/// The standing of the witnesses at one instant (ledger design §5.5). Intake, verdicts of residents and what silence does never stop by it.
/// </summary>
public sealed record WitnessStanding(WitnessState State, IReadOnlyList<WitnessSeen> Witnesses, DateTime? ConfirmedAt)
{
    /// <summary>A witness silent for longer is an alarm.</summary>
    public static TimeSpan AlarmAfter { get; } = TimeSpan.FromHours(24);

    /// <summary>Without a quorum for longer, closings by staff stop.</summary>
    public static TimeSpan StopAfter { get; } = TimeSpan.FromHours(72);

    /// <summary>True when staff have to be told.</summary>
    public bool IsAlarm => State is WitnessState.Stale or WitnessState.Overdue;

    /// <summary>Works it out from when each witness was last heard; the quorum is the policy's, and any one of them where it asks for none.</summary>
    public static WitnessStanding Of(Ledger.LedgerPolicy policy, IReadOnlyList<WitnessSeen> seen, DateTime now)
    {
        if (policy.Witnesses.Count == 0)
        {
            return new WitnessStanding(WitnessState.None, [], null);
        }

        var confirmed = Confirmed(policy, seen);
        var oldest = seen.Min(one => one.At ?? DateTime.MinValue);
        var state = confirmed switch
        {
            null => WitnessState.NeverYet,
            { } at when now - at > StopAfter => WitnessState.Overdue,
            _ when now - oldest > AlarmAfter => WitnessState.Stale,
            _ => WitnessState.Fresh,
        };
        return new WitnessStanding(state, seen, confirmed);
    }

    private static DateTime? Confirmed(Ledger.LedgerPolicy policy, IReadOnlyList<WitnessSeen> seen)
    {
        var names = new HashSet<string>();
        foreach (var one in seen.Where(one => one.At is not null).OrderByDescending(one => one.At))
        {
            names.Add(one.Name);
            if (policy.IsQuorum(names))
            {
                return one.At;
            }
        }

        return null;
    }
}
