using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lianxin.Reports;

/// <summary>The figures of one cut-off. Matters, receptions and persons are three counters that are never mixed (catalogue §7, AMB-12, AMB-13).</summary>
public sealed record Figures
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The version of the definitions they were counted by; an old one stays runnable.</summary>
    public int Definitions { get; init; } = 1;

    /// <summary>Entries the journal had at the cut-off.</summary>
    public long LastEntry { get; init; }

    /// <summary>Matters recorded, of every form.</summary>
    public int Received { get; init; }

    /// <summary>Demands and consultations that a unit took on.</summary>
    public int Accepted { get; init; }

    /// <summary>Demands and consultations with an answer.</summary>
    public int Answered { get; init; }

    /// <summary>Demands and consultations that ended.</summary>
    public int Closed { get; init; }

    /// <summary>Ended with the unit's word solved, wholly or in part, and the person's own word saying the same.</summary>
    public int Solved { get; init; }

    /// <summary>Answered by the end of the told day.</summary>
    public int OnTime { get; init; }

    /// <summary>Answered after it, or open and past it.</summary>
    public int Overdue { get; init; }

    /// <summary>Demands and consultations not ended.</summary>
    public int Open { get; init; }

    /// <summary>Working days from arrival to the answer, the middle value; absent without answers.</summary>
    public decimal? MedianWorkingDays { get; init; }

    /// <summary>The same, met by nine of ten.</summary>
    public decimal? P90WorkingDays { get; init; }

    /// <summary>Receptions at a window or in a room (批次).</summary>
    public int Batches { get; init; }

    /// <summary>Their heads (人次).</summary>
    public int PersonTimes { get; init; }

    /// <summary>The bytes that the command and the interface give: the same for the same figures for ever.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Form);
}

/// <summary>A list of records: a column of the figures, or one that a page beside them counts.</summary>
public enum Figure
{
    /// <summary>See <see cref="Figures.Received"/>.</summary>
    Received,

    /// <summary>See <see cref="Figures.Accepted"/>.</summary>
    Accepted,

    /// <summary>See <see cref="Figures.Answered"/>.</summary>
    Answered,

    /// <summary>See <see cref="Figures.Closed"/>.</summary>
    Closed,

    /// <summary>See <see cref="Figures.Solved"/>.</summary>
    Solved,

    /// <summary>See <see cref="Figures.OnTime"/>.</summary>
    OnTime,

    /// <summary>See <see cref="Figures.Overdue"/>.</summary>
    Overdue,

    /// <summary>See <see cref="Figures.Open"/>.</summary>
    Open,

    /// <summary>See <see cref="Figures.Batches"/>.</summary>
    Batches,

    /// <summary>Accepted and ended: what a channel's rate divides by its accepted ones (WQ-44).</summary>
    AcceptedClosed,

    /// <summary>The answer in force is a refusal (WQ-11).</summary>
    Refused,

    /// <summary>The daily triage left it (WQ-38).</summary>
    Untriaged,

    /// <summary>Without an end 180 days after it began, and nothing explains it (LZ-71).</summary>
    Unended,

    /// <summary>The same, but it waits for papers, for a superior or for its master.</summary>
    Explained,

    /// <summary>Handed down by a superior channel (WQ-45).</summary>
    HandedDown,
}

/// <summary>The four stations a demand or consultation passes in order (LZ-02, INV-05).</summary>
public enum Station
{
    /// <summary>受理: recorded, no unit has taken it on.</summary>
    Acceptance,

    /// <summary>办理: a unit works on it.</summary>
    Handling,

    /// <summary>反馈: answered, the person not told yet.</summary>
    Feedback,

    /// <summary>监督: told; the person's word, and what follows it, is waited for.</summary>
    Supervision,
}
