namespace Lianxin.Matters;

/// <summary>The lengths of the clocks, as a profile may tune them. The defaults are those of catalogue §4.1 and §12.3; three days after approval is the source's own word (LZ-23).</summary>
public sealed record KindLimits
{
    /// <summary>The neutral profile's limits.</summary>
    public static KindLimits Default { get; } = new();

    /// <summary>Rises with every change; each deadline names the version that set it.</summary>
    public int Version { get; init; } = 1;

    /// <summary>承诺件, working days.</summary>
    public int Promised { get; init; } = 5;

    /// <summary>承诺件, the most working days that may be told.</summary>
    public int PromisedMost { get; init; } = 15;

    /// <summary>补办件: calendar days until it is shelved.</summary>
    public int Papers { get; init; } = 30;

    /// <summary>补办件: calendar days after which the person is reminded.</summary>
    public IReadOnlyList<int> PapersReminders { get; init; } = [10, 20];

    /// <summary>上报件 A: working days to report up.</summary>
    public int ReportUp { get; init; } = 2;

    /// <summary>上报件 B: working days for a superior without a limit of its own.</summary>
    public int Superior { get; init; } = 10;

    /// <summary>上报件 B: calendar days between two chasers (AMB-07).</summary>
    public int ChaseEvery { get; init; } = 7;

    /// <summary>上报件 C: working days to answer the person after receipt of the approval (INV-08).</summary>
    public int AfterApproval { get; init; } = 3;

    /// <summary>建议件: working days to explain and point.</summary>
    public int Referral { get; init; } = 2;

    /// <summary>咨询: working days to answer.</summary>
    public int Consultation { get; init; } = 1;

    /// <summary>The limits that are out of bounds, by name; a profile with any is not applied.</summary>
    public IReadOnlyList<string> Wrong() =>
    [
        .. Outside(nameof(Promised), Promised, 1, PromisedMost),
        .. Outside(nameof(PromisedMost), PromisedMost, 1, 60),
        .. Outside(nameof(Papers), Papers, 1, 365),
        .. PapersReminders.SelectMany(day => Outside(nameof(PapersReminders), day, 1, Papers - 1)).Distinct(),
        .. Outside(nameof(ReportUp), ReportUp, 1, 15),
        .. Outside(nameof(Superior), Superior, 1, 90),
        .. Outside(nameof(ChaseEvery), ChaseEvery, 1, 31),
        .. Outside(nameof(AfterApproval), AfterApproval, 1, 3),
        .. Outside(nameof(Referral), Referral, 1, 15),
        .. Outside(nameof(Consultation), Consultation, 1, 15),
    ];

    private static string[] Outside(string name, int value, int least, int most) => value >= least && value <= most ? [] : [name];
}
