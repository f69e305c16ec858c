namespace Lianxin.People;

/// <summary>The roles of the product. The access matrix says what each may open; the life table says what each may do.</summary>
public static class Roles
{
    /// <summary>Anybody.</summary>
    public const string Anonymous = "anonymous";

    /// <summary>A matter's own person, by the link of the receipt.</summary>
    public const string ResidentLink = "resident_link";

    /// <summary>A matter's own person, by number and query code.</summary>
    public const string ResidentCode = "resident_code";

    /// <summary>窗口人员.</summary>
    public const string WindowClerk = "window_clerk";

    /// <summary>热线话务员.</summary>
    public const string HotlineOperator = "hotline_operator";

    /// <summary>民情信息员.</summary>
    public const string InformationOfficer = "information_officer";

    /// <summary>承办人.</summary>
    public const string Handler = "handler";

    /// <summary>单位负责人: the head who answers for the unit (INV-01).</summary>
    public const string UnitLead = "unit_lead";

    /// <summary>协调员 of the district's lead unit: rules on disputes (INV-06).</summary>
    public const string Coordinator = "coordinator";

    /// <summary>督办员.</summary>
    public const string Supervisor = "supervisor";

    /// <summary>监督员 (INV-10).</summary>
    public const string Oversight = "oversight";

    /// <summary>区领导.</summary>
    public const string Leader = "leader";

    /// <summary>考核员.</summary>
    public const string Assessor = "assessor";

    /// <summary>系统管理员: units, settings, operation.</summary>
    public const string SystemAdmin = "system_admin";

    /// <summary>安全管理员: accounts and roles.</summary>
    public const string SecurityAdmin = "security_admin";

    /// <summary>审计管理员: reads the journals.</summary>
    public const string AuditAdmin = "audit_admin";

    /// <summary>What visitors are, without an account.</summary>
    public static IReadOnlyList<string> Public { get; } = [Anonymous, ResidentLink, ResidentCode];

    /// <summary>The three that no account may combine (GB/T 22239-2019, 8.1.4.2).</summary>
    public static IReadOnlyList<string> Administrators { get; } = [SystemAdmin, SecurityAdmin, AuditAdmin];

    /// <summary>What an account may hold.</summary>
    public static IReadOnlyList<string> Staff { get; } =
    [
        WindowClerk, HotlineOperator, InformationOfficer, Handler, UnitLead, Coordinator, Supervisor, Oversight, Leader, Assessor,
        .. Administrators,
    ];

    /// <summary>Every role.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Public, .. Staff];
}
