using Lianxin.Search;

namespace Lianxin.Matters;

/// <summary>The views of an officer's day.</summary>
public enum QueueView
{
    /// <summary>待签收: offered to the own unit.</summary>
    Offered,

    /// <summary>办理中: the clock runs.</summary>
    Handling,

    /// <summary>今天到期.</summary>
    DueToday,

    /// <summary>已超期: past its day and not answered; a clock that stands is not.</summary>
    Overdue,

    /// <summary>待我告知: a day or an answer that a reachable person does not know yet (INV-03, INV-04).</summary>
    Untold,

    /// <summary>待回复的提问: a question to the person is open.</summary>
    Asked,

    /// <summary>部分解决待记录: what is still promised has to be written down.</summary>
    RestDue,

    /// <summary>等补材料: the clock stands, shelved ones included.</summary>
    Papers,

    /// <summary>该催上级: a superior's word is awaited and was last asked for a week ago (AMB-07).</summary>
    Chase,

    /// <summary>协办: the own unit was asked to help.</summary>
    Helping,

    /// <summary>协办超期: a unit that was called in let its own limit pass; the lead stays responsible (ED-39).</summary>
    HelperLate,

    /// <summary>请我单位协调: what another unit cannot move and has gone up to the own one (WQ-32).</summary>
    Escalated,
}

/// <summary>How a list is sorted.</summary>
public enum QueueOrder
{
    /// <summary>By legal deadline, those without one last.</summary>
    Deadline,

    /// <summary>Newest first; a search by words is always so.</summary>
    Newest,
}

/// <summary>What a list of matters shall hold; every part may be absent.</summary>
public sealed record MatterFilter
{
    /// <summary>A state; without one, and without <see cref="Everything"/>, all that waits for its answer.</summary>
    public MatterState? State { get; init; }

    /// <summary>Answered and closed ones too.</summary>
    public bool Everything { get; init; }

    /// <summary>Only what waits in an import's backlog; without this, the usual list leaves it out.</summary>
    public bool Backlog { get; init; }

    /// <summary>A kind.</summary>
    public MatterKind? Kind { get; init; }

    /// <summary>The responsible unit.</summary>
    public Guid? Unit { get; init; }

    /// <summary>The responsible officer.</summary>
    public Guid? Officer { get; init; }

    /// <summary>A place with everything below it.</summary>
    public string? Place { get; init; }

    /// <summary>A category with everything below it.</summary>
    public string? Category { get; init; }

    /// <summary>A channel.</summary>
    public string? Channel { get; init; }

    /// <summary>Due on this day or later.</summary>
    public DateOnly? DueFrom { get; init; }

    /// <summary>Due on this day or earlier.</summary>
    public DateOnly? DueTo { get; init; }

    /// <summary>Recorded on this day or later.</summary>
    public DateOnly? ReceivedFrom { get; init; }

    /// <summary>Recorded on this day or earlier.</summary>
    public DateOnly? ReceivedTo { get; init; }

    /// <summary>Only what is past its day.</summary>
    public bool Overdue { get; init; }

    /// <summary>Words of title or text.</summary>
    public SearchQuery Words { get; init; } = SearchQuery.Parse(null);

    /// <summary>The order; words are always newest first.</summary>
    public QueueOrder Order { get; init; }

    /// <summary>The order that is really used.</summary>
    public QueueOrder EffectiveOrder => Words.IsEmpty ? Order : QueueOrder.Newest;
}

/// <summary>A list of matters: a view of the officer's day, or else a filter.</summary>
public sealed record MatterAsk
{
    /// <summary>The view; null for a filter.</summary>
    public QueueView? View { get; init; }

    /// <summary>In a view: the officer's own, not the unit's.</summary>
    public bool Own { get; init; }

    /// <summary>The filter, where there is no view.</summary>
    public MatterFilter Filter { get; init; } = new();

    /// <summary>How it is sorted.</summary>
    public QueueOrder Order => View is null ? Filter.EffectiveOrder : QueueOrder.Deadline;
}
