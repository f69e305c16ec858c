using Lianxin.Matters;

namespace Lianxin.Web.Demo;

/// <summary>What will become of one invented matter, thrown when it comes: most are answered in time, each other course is taken by some.</summary>
internal sealed record DemoFate
{
    /// <summary>Units it is offered to by mistake first; the second mistake brings it to the coordinator.</summary>
    public int WrongUnits { get; init; }

    /// <summary>Answered while the person is there.</summary>
    public bool OnSpot { get; init; }

    /// <summary>Not taken up, with a reason of the profile.</summary>
    public bool Refused { get; init; }

    /// <summary>Set to be done the same day; some are not.</summary>
    public bool SameDay { get; init; }

    /// <summary>Papers are missing.</summary>
    public bool Papers { get; init; }

    /// <summary>Days until the papers come; null: they never do.</summary>
    public int? PapersAfter { get; init; }

    /// <summary>The unit asks the person something.</summary>
    public bool Question { get; init; }

    /// <summary>Another unit is called in.</summary>
    public bool Helper { get; init; }

    /// <summary>Found to be beyond the unit's authority.</summary>
    public bool Upward { get; init; }

    /// <summary>Given a longer day at triage, where the category allows one.</summary>
    public bool Longer { get; init; }

    /// <summary>Given more time once.</summary>
    public bool Extended { get; init; }

    /// <summary>How much of the time is used, from 0 to 1.</summary>
    public double Pace { get; init; }

    /// <summary>Working days late; 0 in time.</summary>
    public int Late { get; init; }

    /// <summary>Working days it lies before triage.</summary>
    public int Lies { get; init; }

    /// <summary>Days until the person takes it back; null: never.</summary>
    public int? WithdrawnAfter { get; init; }

    /// <summary>The person adds words.</summary>
    public bool Adds { get; init; }

    /// <summary>The unit keeps a note.</summary>
    public bool Noted { get; init; }

    /// <summary>Taken out of a merge again.</summary>
    public bool Unmerged { get; init; }

    /// <summary>The person looks at the page; otherwise somebody must call.</summary>
    public bool Reads { get; init; }

    /// <summary>Nobody answers the phone after the answer.</summary>
    public bool Unreached { get; init; }

    /// <summary>The unit's word.</summary>
    public MatterOutcome Outcome { get; init; } = MatterOutcome.Solved;

    /// <summary>The person's word on each answer; null: silence.</summary>
    public required IReadOnlyList<MatterVerdict?> Verdicts { get; init; }

    /// <summary>Days from an answer to the word.</summary>
    public int VerdictAfter { get; init; }

    /// <summary>The word is asked for on the phone.</summary>
    public bool CalledBack { get; init; }

    /// <summary>The rating after the word; null: none.</summary>
    public int? Rating { get; init; }

    /// <summary>A second 没解决 is sent back once more instead of closed.</summary>
    public bool SentBack { get; init; }

    /// <summary>Throws a fate. <paramref name="near"/>: it comes in the last weeks, of which more shall still be open.</summary>
    public static DemoFate Throw(DemoDice dice, bool byPage, bool hasPapers, bool near)
    {
        var late = dice.Chance(near ? 22 : 9) ? dice.Chance(30) ? dice.Between(4, 9) : dice.Between(1, 3) : 0;
        return new DemoFate
        {
            WrongUnits = dice.Chance(5) ? dice.Chance(25) ? 2 : 1 : 0,
            OnSpot = dice.Chance(14),
            Refused = dice.Chance(1.6),
            SameDay = dice.Chance(2.5),
            Papers = dice.Chance(hasPapers ? 30 : 1.5),
            PapersAfter = dice.Chance(78) ? dice.Between(1, 38) : null,
            Question = dice.Chance(9),
            Helper = dice.Chance(7),
            Upward = dice.Chance(1.2),
            Longer = dice.Chance(45),
            Extended = dice.Chance(4.5),
            Pace = dice.Chance(30) ? .75 + (dice.NextDouble() * .24) : dice.NextDouble() * .75,
            Late = late,
            Lies = dice.Chance(4) ? dice.Between(1, 2) : 0,
            WithdrawnAfter = dice.Chance(2) ? dice.Between(1, 5) : null,
            Adds = dice.Chance(6),
            Noted = dice.Chance(12),
            Unmerged = dice.Chance(8),
            Reads = dice.Chance(byPage ? 80 : 25),
            Unreached = dice.Chance(3),
            Outcome = dice.Chance(80) ? MatterOutcome.Solved : dice.Chance(65) ? MatterOutcome.Explained : MatterOutcome.SolvedInPart,
            Verdicts = [Verdict(dice, 62, 80, 8), Verdict(dice, 80, 58, 12), Verdict(dice, 90, 80, 20)],
            VerdictAfter = dice.Chance(60) ? dice.Between(0, 2) : dice.Between(3, 9),
            CalledBack = dice.Chance(45),
            Rating = dice.Chance(45) ? dice.Any([5, 5, 5, 5, 4, 4, 4, 3, 2, 1]) : null,
            SentBack = dice.Chance(50),
        };
    }

    private static MatterVerdict? Verdict(DemoDice dice, double given, double solved, double partly)
    {
        if (!dice.Chance(given))
        {
            return null;
        }

        var at = dice.NextDouble() * 100;
        return at < solved ? MatterVerdict.Solved : at < solved + partly ? MatterVerdict.Partly : MatterVerdict.Not;
    }
}
