namespace Lianxin.Matters;

/// <summary>What a person brings: a demand with the five kinds' clocks, or a word that is acknowledged (ED-05, QW-20).</summary>
public enum MatterForm
{
    /// <summary>诉求: something shall be done.</summary>
    Demand,

    /// <summary>意见: acknowledged, no handling clock.</summary>
    Opinion,

    /// <summary>建议: acknowledged, no handling clock. Not to be confused with 建议件.</summary>
    Suggestion,

    /// <summary>咨询: answered within one working day.</summary>
    Consultation,
}

/// <summary>Where a matter stands in its life. Pauses, merges, returns and reopenings are records beside it, not states.</summary>
public enum MatterState
{
    /// <summary>已登记: in the daily triage list of a named officer, or in a backlog.</summary>
    Registered,

    /// <summary>待签收: offered to a unit that has not accepted yet; the giver stays responsible (INV-06).</summary>
    Dispatched,

    /// <summary>办理中: accepted.</summary>
    Handling,

    /// <summary>已答复: answered, waiting for the person's word.</summary>
    Answered,

    /// <summary>已办结: ended with an outcome.</summary>
    Closed,
}

/// <summary>The closed list of ends (INV-02): the unit's word.</summary>
public enum MatterOutcome
{
    /// <summary>已解决.</summary>
    Solved,

    /// <summary>部分解决: the remaining promise is recorded.</summary>
    SolvedInPart,

    /// <summary>已解释: cannot be supported; facts, basis and remedies are given.</summary>
    Explained,

    /// <summary>已指引: pointed to the competent office.</summary>
    Pointed,

    /// <summary>已撤回 by the person.</summary>
    Withdrawn,

    /// <summary>已并入 its master, after its own person had the master's answer.</summary>
    Merged,

    /// <summary>录入有误: an import undone within 24 hours; the number is kept.</summary>
    EnteredInError,

    /// <summary>已收悉: an opinion or a suggestion.</summary>
    Acknowledged,
}

/// <summary>The person's word about the answer; <em>solved</em> in any figure needs it and the unit's outcome.</summary>
public enum MatterVerdict
{
    /// <summary>解决了.</summary>
    Solved,

    /// <summary>部分解决.</summary>
    Partly,

    /// <summary>没解决.</summary>
    Not,

    /// <summary>未表态 after 10 working days; never counted as satisfied.</summary>
    Silent,
}

/// <summary>The five kinds (ED-30).</summary>
public enum MatterKind
{
    /// <summary>即办件.</summary>
    Immediate,

    /// <summary>承诺件.</summary>
    Promised,

    /// <summary>补办件.</summary>
    Supplement,

    /// <summary>上报件.</summary>
    ReportUp,

    /// <summary>建议件, shown as 指引件(建议件).</summary>
    Referral,
}
