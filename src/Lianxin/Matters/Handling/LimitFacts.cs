using Lianxin.Foundation;

namespace Lianxin.Matters;

/// <summary>延期: a later day, once, with reason and approver; to be told anew (INV-04).</summary>
[FactType("matter.extended")]
public sealed record MatterExtended(Guid Limit, DateOnly FormerDueOn, DateOnly DueOn, int Days, Guid Approver) : MatterFact
{
    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp)
    {
        var limit = rows.Get<MatterDeadline>(Limit);
        limit.ExtendedFrom = FormerDueOn;
        limit.ExtraDays = Days;
        limit.DueOn = DueOn;
        matter.Promise(DueOn, stamp.At);
        matter.Extended = true;
    }
}

/// <summary>A holiday notice moved the day; the old one is kept (catalogue §17.4).</summary>
[FactType("matter.limit_recomputed")]
public sealed record MatterLimitRecomputed(Guid Limit, DateOnly FormerDueOn, DateOnly DueOn, int Calendar, bool? Provisional = null) : MatterFact
{
    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp)
    {
        var limit = rows.Get<MatterDeadline>(Limit);
        limit.FormerDueOn = DueOn == FormerDueOn ? limit.FormerDueOn : FormerDueOn;
        limit.DueOn = DueOn;
        limit.Calendar = Calendar;
        limit.Provisional = Provisional ?? false;
        if (matter.Deadline == Limit)
        {
            if (DueOn != FormerDueOn)
            {
                matter.Promise(DueOn, stamp.At);
            }
        }
    }
}

/// <summary>The person knows the day: by the opened receipt, the printed slip, words or a message (INV-04).</summary>
[FactType("matter.told")]
public sealed record MatterTold(string Way, DateOnly DueOn) : MatterFact
{
    /// <inheritdoc/>
    protected override bool Conflicts => false;

    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp)
    {
        matter.ToldAt = stamp.At;
        matter.UntoldSince = null;
    }
}

/// <summary>
/// 补办: the one notice of all missing papers was delivered; the running clock stands, and meanwhile the told day is the 30-day one (INV-09).
/// A later notice for something askable at first is a recorded fault.
/// </summary>
[FactType("matter.papers_asked")]
public sealed record MatterPapersAsked(int Items, bool Fault, Guid Row, Guid Stopped, DateOnly On, int Left, bool Late, LimitSet Waiting) : MatterFact
{
    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp)
    {
        rows.Add(new MatterPause { Id = Row, Matter = matter.Number, Deadline = Stopped, FromOn = On, Left = Left, Late = Late }, Row);
        matter.Kind = MatterKind.Supplement;
        matter.Faults += Fault ? 1 : 0;
        matter.Deadline = Waiting.Id;
        matter.Promise(Waiting.DueOn, stamp.At);
        matter.Paused = true;
        Waiting.Fold(rows, matter.Number);
    }
}

/// <summary>The papers came: the stopped clock runs on, its unused working days from the next day.</summary>
[FactType("matter.papers_came")]
public sealed record MatterPapersCame(Guid Row, Guid Resumed, DateOnly On, DateOnly DueOn, bool? Provisional = null) : MatterFact
{
    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp)
    {
        rows.Get<MatterPause>(Row).UntilOn = On;
        rows.Get<MatterDeadline>(matter.Deadline!.Value).MetAt = stamp.At;
        var limit = rows.Get<MatterDeadline>(Resumed);
        limit.DueOn = DueOn;
        limit.Provisional = Provisional ?? false;
        matter.Kind = MatterKind.Promised;
        matter.Deadline = Resumed;
        matter.Promise(DueOn, stamp.At);
        matter.Paused = false;
        matter.Shelved = false;
    }
}

/// <summary>The person was reminded, once more, of the papers that are missing; nothing else changes (AMB-06).</summary>
[FactType("matter.papers_reminded")]
public sealed record MatterPapersReminded(Guid Limit, int Times) : MatterFact
{
    /// <inheritdoc/>
    protected override bool Conflicts => false;

    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp) => rows.Get<MatterDeadline>(Limit).Reminded = Times;
}

/// <summary>No papers in 30 days: in a list of its own, reopens any time (AMB-06). Not an end.</summary>
[FactType("matter.shelved")]
public sealed record MatterShelved : MatterFact
{
    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp) => matter.Shelved = true;
}

/// <summary>上报: sent to the superior; clock A is met and clock B runs, chased from the day <c>ChaseOn</c> (AMB-07).</summary>
[FactType("matter.reported_up")]
public sealed record MatterReportedUp(string Rule, LimitSet Limit, DateOnly? ChaseOn = null) : MatterFact
{
    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp)
    {
        rows.Get<MatterDeadline>(matter.Deadline!.Value).MetAt = stamp.At;
        Replace(matter, Limit, rows, stamp);
        matter.ChaseOn = ChaseOn;
    }
}

/// <summary>催上级: the superior was asked for its word, and will be again on the day <c>AgainOn</c> (AMB-07).</summary>
[FactType("matter.superior_chased")]
public sealed record MatterSuperiorChased(DateOnly AgainOn) : MatterFact
{
    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp) => matter.ChaseOn = AgainOn;
}

/// <summary>批复 received: three working days to answer (INV-08), or handled as 承诺件 from this day when approved for execution.</summary>
[FactType("matter.approved")]
public sealed record MatterApproved(DateOnly DocumentOn, DateOnly ReceivedOn, bool Execute, bool LateRegistered, LimitSet Limit) : MatterFact
{
    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp)
    {
        if (matter.Deadline is { } running)
        {
            rows.Get<MatterDeadline>(running).MetAt = stamp.At;
        }

        Replace(matter, Limit, rows, stamp);
        if (Execute)
        {
            matter.Kind = MatterKind.Promised;
        }
    }
}
