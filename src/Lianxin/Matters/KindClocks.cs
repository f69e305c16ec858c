using Lianxin.Calendar;
using Lianxin.Database;
using Lianxin.Deadlines;

namespace Lianxin.Matters;

/// <summary>The closed table of the five kinds: their clocks, where each starts, what a kind may become (catalogue §4.1, LZ-20…24).</summary>
public static class KindClocks
{
    private static readonly Dictionary<MatterKind, MatterKind[]> Conversions = new()
    {
        [MatterKind.Immediate] = [MatterKind.Promised],
        [MatterKind.Promised] = [MatterKind.Supplement, MatterKind.ReportUp, MatterKind.Referral],
        [MatterKind.Supplement] = [MatterKind.Promised, MatterKind.ReportUp],
        [MatterKind.ReportUp] = [MatterKind.Promised],
        [MatterKind.Referral] = [],
    };

    /// <summary>What a kind may become. Every kind may be set while there is none.</summary>
    public static IReadOnlyList<MatterKind> MayBecome(MatterKind? kind) => kind is { } set ? Conversions[set] : Enum.GetValues<MatterKind>();

    /// <summary>Whether one kind may become the other.</summary>
    public static bool MayBecome(MatterKind? from, MatterKind to) => MayBecome(from).Contains(to);

    /// <summary>The clocks of a kind, in their order; only 上报件 has more than one.</summary>
    public static IReadOnlyList<MatterClock> Of(MatterKind kind) => kind switch
    {
        MatterKind.Immediate => [MatterClock.Immediate],
        MatterKind.Promised => [MatterClock.Promised],
        MatterKind.Supplement => [MatterClock.Papers],
        MatterKind.ReportUp => [MatterClock.ReportUp, MatterClock.Superior, MatterClock.AfterApproval],
        MatterKind.Referral => [MatterClock.Referral],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>The clock that starts with the form and the kind; a demand without a kind yet is promised the default (INV-04). None for an opinion or a suggestion.</summary>
    public static MatterClock? First(MatterForm form, MatterKind? kind) => form switch
    {
        MatterForm.Consultation => MatterClock.Consultation,
        MatterForm.Demand => kind is { } set ? Of(set)[0] : MatterClock.Promised,
        _ => null,
    };

    /// <summary>Whether the person is told the day (INV-04): all but 即办件.</summary>
    public static bool IsTold(MatterClock clock) => clock != MatterClock.Immediate;

    /// <summary>The rule of a clock. Only the promised clock stands for papers and is lengthened.</summary>
    public static DeadlineRule Rule(MatterClock clock, KindLimits limits)
    {
        var (unit, days) = clock switch
        {
            MatterClock.Immediate => (DayUnit.CalendarDays, 0),
            MatterClock.Promised => (DayUnit.WorkingDays, limits.Promised),
            MatterClock.Papers => (DayUnit.CalendarDays, limits.Papers),
            MatterClock.ReportUp => (DayUnit.WorkingDays, limits.ReportUp),
            MatterClock.Superior => (DayUnit.WorkingDays, limits.Superior),
            MatterClock.AfterApproval => (DayUnit.WorkingDays, limits.AfterApproval),
            MatterClock.Referral => (DayUnit.WorkingDays, limits.Referral),
            MatterClock.Consultation => (DayUnit.WorkingDays, limits.Consultation),
            _ => throw new ArgumentOutOfRangeException(nameof(clock), clock, null),
        };
        var promised = clock == MatterClock.Promised;
        return new DeadlineRule(Conventions.Text(clock), limits.Version, unit, days) { MayPause = promised, MayExtend = promised };
    }

    /// <summary>The day a clock starts. 承诺件 counts from registration, after an approval from its receipt; the others from the day of their own event.</summary>
    public static DateOnly StartsOn(MatterClock clock, ClockDays days) => clock switch
    {
        MatterClock.Promised => days.ApprovalOn ?? days.RegisteredOn,
        MatterClock.Consultation => days.RegisteredOn,
        MatterClock.Immediate or MatterClock.ReportUp or MatterClock.Referral => days.KindSetOn,
        MatterClock.Papers => days.NoticeOn ?? throw Unknown(clock),
        MatterClock.Superior => days.ReportedOn ?? throw Unknown(clock),
        MatterClock.AfterApproval => days.ApprovalOn ?? throw Unknown(clock),
        _ => throw new ArgumentOutOfRangeException(nameof(clock), clock, null),
    };

    /// <summary>Starts a clock, with a length of its own where one was chosen: a category's or triage's for 承诺件, the superior's for 上报件 B.</summary>
    public static Deadline Start(MatterClock clock, ClockDays days, KindLimits limits, WorkingCalendar calendar, int? chosen = null)
    {
        if (chosen is { } length && !Allowed(clock, limits).Contains(length))
        {
            var allowed = Allowed(clock, limits);
            throw MatterRefusals.LimitOutOfRange(allowed[0], allowed[^1]);
        }

        return DeadlineClock.Start(Rule(clock, limits), StartsOn(clock, days), calendar, chosen);
    }

    /// <summary>The lengths that may be chosen for a clock; one only where there is no choice.</summary>
    public static IReadOnlyList<int> Allowed(MatterClock clock, KindLimits limits) => clock switch
    {
        MatterClock.Promised => [.. Enumerable.Range(1, limits.PromisedMost)],
        MatterClock.Superior => [.. Enumerable.Range(1, 90)],
        _ => [Rule(clock, limits).Days],
    };

    /// <summary>The instant an unfinished 即办件 becomes a 承诺件 by itself: the end of the service day.</summary>
    public static DateTime HardStopAt(Deadline immediate) => DeadlineStanding.EndsAt(immediate);

    /// <summary>The days on which the person is reminded of missing papers (AMB-06).</summary>
    public static IReadOnlyList<DateOnly> RemindOn(Deadline papers, KindLimits limits) =>
        [.. limits.PapersReminders.Select(papers.StartedOn.AddDays).Where(day => day < papers.DueOn)];

    /// <summary>The working day on which a superior, asked on a day and silent, is asked again: weekly, past its own limit too (AMB-07).</summary>
    public static DateOnly ChaseOn(DateOnly asked, KindLimits limits, WorkingCalendar calendar) => calendar.OnOrAfter(asked.AddDays(limits.ChaseEvery));

    /// <summary>More than one working day between an approval's date and its registered receipt is shown to supervision (AMB-03).</summary>
    public static bool ApprovalLay(DateOnly documentOn, DateOnly receivedOn, WorkingCalendar calendar) =>
        calendar.WorkingDaysBetween(documentOn, receivedOn) > 1;

    private static InvalidOperationException Unknown(MatterClock clock) => new($"The clock {clock} has no day to start from yet.");
}
