using Lianxin.Foundation;

namespace Lianxin.Matters;

/// <summary>
/// The unit's answer and its word on the outcome. A refusal carries its reason from the list and the second person;
/// a 建议件 its destination. The running limit is met.
/// </summary>
[FactType("matter.answered")]
public sealed record MatterAnswered(
    MatterOutcome Outcome,
    string? Reason = null,
    string? Destination = null,
    Guid? Second = null,
    int? Households = null,
    long? MoneyFen = null,
    bool? Lasting = null,
    long? Master = null,
    MatterKind? Kind = null) : MatterFact
{
    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp)
    {
        if (matter.Deadline is { } running)
        {
            // A merged matter may hear a second answer of its master; its own limit was met by the first.
            rows.Get<MatterDeadline>(running).MetAt ??= stamp.At;
        }

        matter.UntoldSince = null;
        matter.State = MatterState.Answered;
        matter.AcceptedAt ??= stamp.At;
        matter.Refusal = Reason;
        matter.Kind = Kind ?? matter.Kind;
        matter.Outcome = Outcome;
        matter.Verdict = null;
        matter.AnsweredAt = stamp.At;
        matter.AnswerSeq = stamp.Seq;
        matter.DeliveredAt = null;
        matter.OfferedTo = null;
        matter.OfferedAt = null;
    }
}

/// <summary>The answer reached the person: the tracking page opened, words on a call or at a window, a message; or its attempts are recorded.</summary>
[FactType("matter.delivered")]
public sealed record MatterDelivered(string Way) : MatterFact
{
    /// <inheritdoc/>
    protected override bool Conflicts => false;

    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp)
    {
        matter.DeliveredAt = stamp.At;
        matter.ContactedAt ??= stamp.At;
        if (matter.Master is not null)
        {
            matter.Outcome = MatterOutcome.Merged;
            matter.State = MatterState.Closed;
            matter.ClosedAt = stamp.At;
        }
    }
}

/// <summary>The person's own word, by the page or by a recorded call. 解决了 ends the matter; 部分解决 and 没解决 go on.</summary>
[FactType("matter.verdict_given")]
public sealed record MatterVerdictGiven(MatterVerdict Verdict, string? Reason = null, DateOnly? CheckDueOn = null, LimitSet? Limit = null) : MatterFact
{
    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp)
    {
        matter.Verdict = Verdict;
        matter.CheckDueOn = CheckDueOn;
        if (Verdict is MatterVerdict.Solved or MatterVerdict.Silent)
        {
            matter.State = MatterState.Closed;
            matter.ClosedAt = stamp.At;
        }
        else if (Verdict == MatterVerdict.Not && Limit is not null)
        {
            // The first 没解决: back to the same owner as 承诺件, and the word is asked again after the next answer.
            matter.State = MatterState.Handling;
            matter.AcceptedAt ??= stamp.At;
            matter.Kind = MatterKind.Promised;
            matter.Verdict = null;
            matter.Reopenings++;
            Replace(matter, Limit, rows, stamp);
        }
    }
}

/// <summary>部分解决: the rest is promised by a day, told, and the matter ends as solved in part.</summary>
[FactType("matter.rest_promised")]
public sealed record MatterRestPromised(Guid Row, DateOnly DueOn) : MatterFact
{
    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp)
    {
        rows.Add(new MatterPromise { Id = Row, Matter = matter.Number, DueOn = DueOn, Seq = stamp.Seq }, Row);
        matter.Outcome = MatterOutcome.SolvedInPart;
        matter.State = MatterState.Closed;
        matter.ClosedAt = stamp.At;
        matter.CheckDueOn = null;
    }
}

/// <summary>The supervisor looked into a 没解决. Finding: <c>confirmed</c>, <c>solved_after_all</c>, <c>misunderstanding</c>.</summary>
[FactType("matter.checked")]
public sealed record MatterChecked(string Finding) : MatterFact
{
    /// <inheritdoc/>
    protected override bool Conflicts => false;

    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp) => matter.CheckDueOn = null;
}

/// <summary>The supervisor's ruling on a second 没解决: with a limit it goes back once more, without one it is closed with reasons and remedies.</summary>
[FactType("matter.ruled")]
public sealed record MatterRuled(LimitSet? Limit = null) : MatterFact
{
    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp)
    {
        matter.CheckDueOn = null;
        if (Limit is null)
        {
            matter.State = MatterState.Closed;
            matter.ClosedAt = stamp.At;
            return;
        }

        matter.State = MatterState.Handling;
        matter.Kind = MatterKind.Promised;
        matter.Verdict = null;
        matter.Reopenings++;
        Replace(matter, Limit, rows, stamp);
    }
}

/// <summary>The answer to what a superior handed down was reported back; the document and what it says are committed (WQ-45).</summary>
[FactType("matter.reported_back")]
public sealed record MatterReportedBack : MatterFact
{
    /// <inheritdoc/>
    protected override bool Conflicts => false;

    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp) => matter.ReportedBackAt = stamp.At;
}

/// <summary>催办, 催一下 or 督办单. Step: <c>nudge</c> by the person, <c>remind</c>, <c>order</c> with an answer due.</summary>
[FactType("matter.urged")]
public sealed record MatterUrged(string Step, DateOnly? DueOn = null) : MatterFact
{
    /// <inheritdoc/>
    protected override bool Conflicts => false;

    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp)
    {
        // The urging stands on the thread and in the ladder of the board.
    }
}

/// <summary>The five-step rating (GB/T 39734), once a matter and person; a later one within seven days replaces it, history kept (INV-07).</summary>
[FactType("matter.rated")]
public sealed record MatterRated(int Result, int? Attitude = null) : MatterFact
{
    /// <inheritdoc/>
    protected override bool Conflicts => false;

    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp)
    {
        matter.Rating = Result;
        matter.RatedAt ??= stamp.At;
    }
}
