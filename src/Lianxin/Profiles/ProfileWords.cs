namespace Lianxin.Profiles;

/// <summary>The closed lists of words that profile files may use.</summary>
public static class ProfileWords
{
    /// <summary>即办件, 承诺件, 补办件, 上报件, 建议件 (ED-30).</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["immediate", "promised", "supplement", "report_up", "referral"];

    /// <summary>Levels of a place, from the whole district down.</summary>
    public static IReadOnlyList<string> PlaceLevels { get; } = ["district", "street", "town", "park", "community", "village", "grid"];

    public static IReadOnlyList<string> LeadLevels { get; } = ["any", "district", "street", "town", "park", "community", "village"];

    public static IReadOnlyList<string> LimitUnits { get; } = ["hours", "days", "working_days", "service_day"];

    public static IReadOnlyList<string> Origins { get; } = ["came_to_us", "went_out"];

    public static IReadOnlyList<string> RoleScopes { get; } = ["public", "unit", "district", "system"];

    /// <summary>The roles the system acts on; a profile may rename them, not drop them.</summary>
    public static IReadOnlyList<string> Roles { get; } =
    [
        "anonymous", "resident_link", "resident_code", "window_clerk", "hotline_operator", "information_officer", "handler", "unit_lead",
        "coordinator", "supervisor", "oversight", "leader", "assessor", "system_admin", "security_admin", "audit_admin",
    ];

    /// <summary>The limits the system acts on; a profile may change their values, not drop them.</summary>
    public static IReadOnlyList<string> Limits { get; } =
    [
        "first-contact-urgent", "first-contact", "triage", "acknowledge-web", "immediate", "promised", "complex",
        "supplement-reminder-first", "supplement-reminder-second", "supplement-shelved", "report-up", "report-up-superior",
        "report-up-answer", "referral", "consultation", "return", "return-ruling", "helper", "extension", "call-back", "verdict-silent", "partly-promise", "again", "check", "ruling",
        "blocked-escalation", "yellow", "red",
    ];
}
