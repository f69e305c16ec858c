using Lianxin.Matters;

namespace Lianxin.Reports;

/// <summary>One matter as it stood at the cut-off, with the limit in force. Imported history, where it is asked for, speaks by its own dates.</summary>
public sealed record FigureStory(Matter Matter, MatterDeadline? Limit)
{
    /// <summary>Imported and not taken up by the cut-off: only its claim and its historic answer say anything.</summary>
    public bool IsHistory => Matter.IsHistory;

    /// <summary>Its historic answer was given after the cut-off.</summary>
    public bool IsAnsweredLater { get; init; }

    /// <summary>From when its time is counted: when it came, or when an imported one was taken up.</summary>
    public DateTime FromAt => Matter.TakenUpAt ?? Matter.ArrivedAt;

    /// <summary>When the answer was given.</summary>
    public DateTime? AnsweredAt => IsHistory ? RepliedAt : Matter.AnsweredAt;

    /// <summary>When a unit took it on; who answered had taken it on.</summary>
    public DateTime? AcceptedAt => IsHistory ? RepliedAt : Matter.AcceptedAt;

    /// <summary>It has ended. A historic answer is an end where it comes from; nobody here owes one.</summary>
    public bool IsEnded => IsHistory ? RepliedAt is not null : Matter.State == MatterState.Closed;

    private DateTime? RepliedAt => IsAnsweredLater ? null : Matter.RepliedAt;
}
