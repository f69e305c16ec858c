using System.Collections.Concurrent;
using Lianxin.Calendar;
using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.People;
using Lianxin.Profiles;
using Lianxin.Settings;
using Lianxin.Units;

namespace Lianxin.Matters;

/// <summary>Everything an operation or a page goes by on one day: settings, calendar, limits, units and officers.</summary>
public sealed record Rulebook(DateOnly Today, Profile Lists, WorkingCalendar Calendar, KindLimits Limits, UnitTree Units, OfficerList Officers)
{
    /// <summary>A limit of the lists in its own unit.</summary>
    public int Limit(string code) => Lists.Limit(code).Value;

    /// <summary>The day that many working days after today.</summary>
    public DateOnly InWorkingDays(int days) => Calendar.AddWorkingDays(Today, days).On;

    /// <summary>The day that many working days before another, never before today.</summary>
    public DateOnly Before(DateOnly day, int days)
    {
        for (var left = days; left > 0 && day > Today; left--)
        {
            day = Calendar.PreviousWorkingDay(day);
        }

        return day < Today ? Today : day;
    }

    /// <summary>The latest day of an event after which that many working days have passed by today: what happened until its end is due.</summary>
    public DateOnly PassedSince(int days)
    {
        var day = Today.AddDays(-1);
        while (Calendar.AddWorkingDays(day, days).On >= Today)
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    // Asked for every matter that comes in, and the same for a day: units and officers of a rulebook never change.
    private readonly ConcurrentDictionary<(Guid Unit, DateOnly On), Officer> _answering = [];
    private readonly ConcurrentDictionary<(string Topic, string? Place, DateOnly On), Guid> _owners = [];

    /// <summary>The officer of a unit who answers for what comes to it: its triage officer, or its head.</summary>
    public Officer AnswersFor(Guid unit) => _answering.GetOrAdd((unit, Today), at =>
        Officers.TriageOfficerOf(at.Unit, at.On) ?? Officers.HeadOf(at.Unit, at.On) ?? throw MatterRefusals.NobodyAnswers());

    /// <summary>The unit that answers for a topic nearest to a known place, or the lead unit.</summary>
    public Guid OwnerOf(string topic, string? place) => _owners.GetOrAdd((topic, place, Today), at =>
        (Units.UnitFor(at.Topic, at.Place, at.On) ?? Units.UnitFor(OfficerList.LeadTopic, null, at.On)
            ?? throw MatterRefusals.NoOffice()).Id);

    /// <summary>The profile's word for a kind.</summary>
    public static MatterKind? KindOf(string? word) => word switch
    {
        "immediate" => MatterKind.Immediate,
        "promised" => MatterKind.Promised,
        "supplement" => MatterKind.Supplement,
        "report_up" => MatterKind.ReportUp,
        "referral" => MatterKind.Referral,
        _ => null,
    };
}

/// <summary>Puts the rulebook of the day together from the pictures that are kept.</summary>
public sealed class Rules(SettingBook settings, UnitBook units, OfficerBook officers, TimeProvider time)
{
    private volatile Kept? _kept;

    /// <summary>For a page.</summary>
    public async ValueTask<Rulebook> Read(LianxinDb db) =>
        Make(await settings.Read(db), await units.Read(db), await officers.Read(db), ShanghaiTime.DayOf(time.GetUtcNow().UtcDateTime));

    /// <summary>Inside the writer, for the operation's own instant.</summary>
    public async ValueTask<Rulebook> Read(Work work) =>
        Make(await settings.Read(work), await units.Read(work), await officers.Read(work), ShanghaiTime.DayOf(work.Now));

    // The same pictures on the same day make the same book.
    private Rulebook Make(SettingPicture settings, UnitTree units, OfficerList officers, DateOnly today)
    {
        if (_kept is { } kept && kept.Settings == settings && kept.Book.Units == units && kept.Book.Officers == officers && kept.Book.Today == today)
        {
            return kept.Book;
        }

        var lists = settings.On(today);
        var book = new Rulebook(today, lists, settings.Calendar, LimitsOf(lists, settings.Changes("limits")), units, officers);
        _kept = new Kept(settings, book);
        return book;
    }

    private sealed record Kept(SettingPicture Settings, Rulebook Book);

    private static KindLimits LimitsOf(Profile lists, int version) => new()
    {
        Version = version,
        Promised = lists.Limit("promised").Value,
        PromisedMost = lists.Limit("promised").Maximum ?? lists.Limit("complex").Value,
        Papers = lists.Limit("supplement-shelved").Value,
        PapersReminders = [lists.Limit("supplement-reminder-first").Value, lists.Limit("supplement-reminder-second").Value],
        ReportUp = lists.Limit("report-up").Value,
        Superior = lists.Limit("report-up-superior").Value,
        AfterApproval = lists.Limit("report-up-answer").Value,
        Referral = lists.Limit("referral").Value,
        Consultation = lists.Limit("consultation").Value,
    };
}
