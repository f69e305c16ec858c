namespace Lianxin.Profiles;

/// <summary>A way matters arrive: who owns it, whether people came to us or we went out, and a superior's limits (WQ-08, WQ-45).</summary>
public sealed record ProfileChannel(string Code, string Kind, string Origin, Label Label, string OwnerTopic)
{
    /// <summary>The superior's limit and the working days kept for reporting back; null on our own channels.</summary>
    public int? SuperiorWorkingDays { get; init; }

    public int? ReportBackWorkingDays { get; init; }

    /// <summary>Hours within which what came in is acknowledged (LZ-05).</summary>
    public int? AcknowledgeHours { get; init; }

    /// <summary>Later than the visit day is flagged (LZ-19).</summary>
    public bool RegisterSameDay { get; init; }

    /// <summary>The clock starts the day the envelope is opened; both dates are kept (QW-20).</summary>
    public bool KeepsOpeningDay { get; init; }
}
