namespace Lianxin.Matters;

/// <summary>The clocks a matter may be under. The text form is the code of the deadline's rule.</summary>
public enum MatterClock
{
    /// <summary>即办件: not told; ends with the service day.</summary>
    Immediate,

    /// <summary>承诺件: the one that may stand for papers and be lengthened.</summary>
    Promised,

    /// <summary>补办件: how long the papers are waited for; the told day meanwhile.</summary>
    Papers,

    /// <summary>上报件 A: until it is reported up.</summary>
    ReportUp,

    /// <summary>上报件 B: the superior's own limit, chased.</summary>
    Superior,

    /// <summary>上报件 C: the answer after the approval came in.</summary>
    AfterApproval,

    /// <summary>建议件: until it is explained and pointed to the right office.</summary>
    Referral,

    /// <summary>咨询: until it is answered.</summary>
    Consultation,
}

/// <summary>The days of a matter from which its clocks start.</summary>
/// <param name="RegisteredOn">The day it was registered.</param>
/// <param name="KindSetOn">The day its present kind was set.</param>
/// <param name="NoticeOn">The day the notice of missing papers was delivered.</param>
/// <param name="ReportedOn">The day it was reported up.</param>
/// <param name="ApprovalOn">The day the approval was registered as received (AMB-03), also when it then runs on as 承诺件.</param>
public sealed record ClockDays(
    DateOnly RegisteredOn,
    DateOnly KindSetOn,
    DateOnly? NoticeOn = null,
    DateOnly? ReportedOn = null,
    DateOnly? ApprovalOn = null);
