namespace Lianxin.Matters;

/// <summary>
/// 闭合式 (ED-26, INV-05): a matter ends by itself when its last link stands, never by somebody's wish. Names the first link that is missing.
/// </summary>
public static class ClosedLoop
{
    /// <summary>Deadline, acceptance, answer, its delivery, then the person's word; null when the matter has ended.</summary>
    public static string? Missing(Matter matter) => matter switch
    {
        { State: MatterState.Closed } => null,
        { Form: MatterForm.Demand or MatterForm.Consultation, DueOn: null, Kind: not MatterKind.Immediate } => "deadline",
        { State: MatterState.Registered or MatterState.Dispatched } => "acceptance",
        { AnsweredAt: null } or { State: MatterState.Handling } => "answer",
        { DeliveredAt: null } => "delivery",
        _ => "verdict",
    };
}
