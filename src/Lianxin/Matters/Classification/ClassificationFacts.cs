using Lianxin.Foundation;

namespace Lianxin.Matters;

/// <summary>What every fact about a recorded matter shares: its row, and that a form shown before may conflict.</summary>
public abstract record MatterFact : Fact
{
    /// <inheritdoc/>
    public sealed override void Fold(IFoldRows rows, Stamp stamp)
    {
        var matter = rows.Get<Matter>(stamp.Matter!.Value);
        matter.LastAt = stamp.At;
        if (Conflicts)
        {
            matter.Version++;
        }

        Fold(matter, rows, stamp);
        if (matter.Block is { } block && (matter.State != MatterState.Handling || matter.Master is not null))
        {
            // Whoever answered, merged or gave the matter on left the hindrance behind.
            rows.Get<MatterBlock>(block).EndedAt = stamp.At;
            matter.Block = null;
        }
    }

    /// <summary>Whether a form that was shown before this fact may be sent after it. Words and deliveries do not conflict.</summary>
    protected virtual bool Conflicts => true;

    /// <summary>Changes the matter and its rows.</summary>
    protected abstract void Fold(Matter matter, IFoldRows rows, Stamp stamp);

    /// <summary>Puts a new limit in force; the former one stays in the history.</summary>
    protected static void Replace(Matter matter, LimitSet? limit, IFoldRows rows, Stamp stamp)
    {
        if (matter.Deadline is { } former)
        {
            rows.Get<MatterDeadline>(former).ReplacedAt = stamp.At;
        }

        if (limit is not null)
        {
            matter.TakeUp(stamp.At);
        }

        matter.Deadline = limit?.Id;
        matter.Promise(limit?.DueOn, stamp.At);
        matter.Paused = false;
        matter.Shelved = false;
        matter.ChaseOn = null;
        limit?.Fold(rows, matter.Number);
    }
}

/// <summary>Triage: kind, category, place and urgency. A limit given here replaces the one told at intake; without one that stays.</summary>
[FactType("matter.classified")]
public sealed record MatterClassified(MatterKind? Kind, string? Category, string? Place, bool Urgent, LimitSet? Limit = null, MatterForm? Form = null) : MatterFact
{
    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp)
    {
        matter.Kind = Kind;
        matter.Form = Form ?? matter.Form;
        matter.Category = Category;
        matter.Place = Place;
        matter.Urgent = Urgent;
        if (Limit is not null)
        {
            Replace(matter, Limit, rows, stamp);
        }
    }
}

/// <summary>Another kind, with a reason; both clocks stay in the history (ED-30). Why: <c>chosen</c>, <c>end_of_day</c>, <c>not_solved</c>.</summary>
[FactType("matter.kind_changed")]
public sealed record MatterKindChanged(MatterKind From, MatterKind To, string Why, LimitSet? Limit = null) : MatterFact
{
    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp)
    {
        matter.Kind = To;
        Replace(matter, Limit, rows, stamp);
    }
}

/// <summary>Taken out of an import's backlog: from this day it has a kind's clock.</summary>
[FactType("matter.taken_up")]
public sealed record MatterTakenUp(LimitSet? Limit = null) : MatterFact
{
    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp)
    {
        matter.Backlog = false;
        matter.TakeUp(stamp.At);
        Replace(matter, Limit, rows, stamp);
    }
}

/// <summary>An opinion or a suggestion was acknowledged and ends so.</summary>
[FactType("matter.acknowledged")]
public sealed record MatterAcknowledged : MatterFact
{
    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp)
    {
        matter.Outcome = MatterOutcome.Acknowledged;
        matter.State = MatterState.Closed;
        matter.ClosedAt = stamp.At;
        matter.AnsweredAt = stamp.At;
        matter.AnswerSeq = stamp.Seq;
    }
}
