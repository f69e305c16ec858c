using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Ledger;

namespace Lianxin.Matters;

/// <summary>How one fact is told: its text, what fills it, who reads it and which of its words are open.</summary>
internal sealed record Telling(string Key, TimelineTone Tone, params object[] Arguments)
{
    internal TimelineReader Reader { get; init; } = TimelineReader.Everybody;

    internal IReadOnlyList<string> OpenWords { get; init; } = [];

    internal IReadOnlyList<TimelineWords> Extra { get; init; } = [];
}

/// <summary>Tells the facts about matters in words' keys; names are those of the entry's day (ED-16). A fact without a telling of its own is for officers only.</summary>
internal sealed class TimelineTelling(Rulebook rules, DateOnly day, string language, EntryActor actor)
{
    private const TimelineTone Plain = TimelineTone.Plain;
    private const TimelineTone Good = TimelineTone.Good;
    private const TimelineTone Waiting = TimelineTone.Waiting;
    private const TimelineTone Bad = TimelineTone.Bad;

    internal string Unit(string? id) => Guid.TryParse(id, out var unit) ? Unit(unit) : "";

    internal Telling Of(Fact fact) => fact switch
    {
        MatterReceived f => new("timeline.received", Plain, Channel(f.Channel)) { OpenWords = ["body"] },
        MatterImported { RepliedAt: null } f => new("timeline.imported", Plain, Channel(f.Channel)) { OpenWords = ["body"] },
        MatterImported f => new("timeline.imported.replied", Plain, Channel(f.Channel), ShanghaiTime.DayOf(f.RepliedAt!.Value)) { OpenWords = ["body", "answer"] },
        MatterClassified f => new("timeline.classified", Plain, Kind(f.Kind), Category(f.Category)),
        MatterKindChanged { Why: "end_of_day" } f => new("timeline.kind_changed.end_of_day", Plain, Kind(f.From), Kind(f.To)),
        MatterKindChanged f => new("timeline.kind_changed", Plain, Kind(f.From), Kind(f.To)),
        MatterTakenUp => new("timeline.taken_up", Plain),
        MatterAcknowledged => new("timeline.acknowledged", Good) { OpenWords = ["answer"] },
        MatterDispatched f => new("timeline.dispatched", Waiting, Unit(f.To)),
        MatterAccepted f => new("timeline.accepted", Good, Unit(f.Unit)),
        MatterReturned f => new("timeline.returned", Bad, Unit(f.By)) { Extra = [Reason(f.Reason)] },
        MatterSettled f => new("timeline.settled", Plain, Unit(f.Unit)),
        MatterKept => new("timeline.kept", Good, Unit(actor.Unit)),
        MatterHandedOver f => Hidden("timeline.handed_over." + f.Why, Plain, rules.Officers.NameOf(f.To)),
        _ => OfLimit(fact) ?? OfThread(fact) ?? OfEnd(fact) ?? Hidden("timeline.other", Plain),
    };

    private Telling? OfLimit(Fact fact) => fact switch
    {
        MatterExtended f => new("timeline.extended", Plain, f.FormerDueOn, f.DueOn) { OpenWords = ["reason"] },
        MatterLimitRecomputed f => new("timeline.limit_recomputed", Plain, f.FormerDueOn, f.DueOn),
        MatterTold f => new("timeline.told", Plain, Way(f.Way), f.DueOn),
        MatterPapersAsked => new("timeline.papers_asked", Waiting) { OpenWords = ["items", "where"] },
        MatterPapersCame f => new("timeline.papers_came", Good, f.DueOn),
        MatterShelved => new("timeline.shelved", Waiting),
        MatterReportedUp f => new("timeline.reported_up", Waiting, f.Limit.DueOn) { OpenWords = ["basis"] },
        MatterApproved { Execute: true } f => new("timeline.approved.execute", Good, f.ReceivedOn, f.Limit.DueOn) { OpenWords = ["document"] },
        MatterApproved f => new("timeline.approved", Good, f.ReceivedOn, f.Limit.DueOn) { OpenWords = ["document"] },
        _ => null,
    };

    private Telling? OfThread(Fact fact) => fact switch
    {
        MatterNoted { Open: true } => new("timeline.noted.open", Plain) { OpenWords = ["note"] },
        MatterNoted => Hidden("timeline.noted", Plain),
        MatterAdded => new("timeline.added", Plain) { OpenWords = ["words"] },
        MatterContacted f => Hidden("timeline.contacted", Plain, Way(f.Way)),
        MatterAttempted f => new("timeline.attempted", Bad, Way(f.Way)),
        MatterAsked => new("timeline.asked", Waiting) { OpenWords = ["question"] },
        MatterReplied => new("timeline.replied", Good) { OpenWords = ["words"] },
        MatterHelperAdded f => new("timeline.helper_added", Plain, Unit(f.Unit), f.DueOn),
        MatterHelped => Hidden("timeline.helped", Plain, Unit(actor.Unit)),
        MatterBlocked f => Hidden("timeline.blocked", Bad, new TextKey("block.reason." + f.Reason), Unit(f.To), f.DueOn),
        MatterEscalated f => Hidden("timeline.escalated", Bad, Unit(f.To), rules.Officers.NameOf(f.Officer)),
        MatterUnblocked { FromAbove: true } => Hidden("timeline.unblocked.decided", Good),
        MatterUnblocked => Hidden("timeline.unblocked", Good),
        MatterMerged f => new("timeline.merged", Plain) { Extra = [new TimelineWords("master", new MatterNumber(f.Master).Grouped, Open: false)] },
        MatterUnmerged => new("timeline.unmerged", Plain),
        MatterUrged { Step: "nudge" } => new("timeline.urged.nudge", Bad),
        MatterUrged { Step: "order", DueOn: { } due } => Hidden("timeline.urged.order", Bad, due),
        MatterUrged => Hidden("timeline.urged.remind", Bad),
        _ => null,
    };

    private static Telling? OfEnd(Fact fact) => fact switch
    {
        MatterAnswered f => new("timeline.answered", Good, Code("outcome.", f.Outcome)) { OpenWords = ["answer", "destination"] },
        MatterDelivered f => new("timeline.delivered", Good, Way(f.Way)),
        MatterVerdictGiven f => new("timeline.verdict", f.Verdict == MatterVerdict.Not ? Bad : Good, Code("verdict.", f.Verdict)) { OpenWords = ["words"] },
        MatterRestPromised f => new("timeline.rest_promised", Good, f.DueOn) { OpenWords = ["promise"] },
        MatterChecked f => new("timeline.checked", Plain, new TextKey("finding." + f.Finding)),
        MatterReportedBack => Hidden("timeline.reported_back", Good),
        MatterRuled { Limit: { } limit } => new("timeline.ruled.back", Bad, limit.DueOn) { OpenWords = ["reasons"] },
        MatterRuled => new("timeline.ruled.closed", Plain) { OpenWords = ["reasons"] },
        MatterRated f => new("timeline.rated", Plain, f.Result) { Reader = TimelineReader.Person, OpenWords = ["words"] },
        MatterWithdrawn => new("timeline.withdrawn", Plain) { OpenWords = ["reason"] },
        MatterEnteredInError => new("timeline.entered_in_error", Plain),
        _ => null,
    };

    private static Telling Hidden(string key, TimelineTone tone, params object[] arguments) =>
        new(key, tone, arguments) { Reader = TimelineReader.Staff };

    private string Unit(Guid unit) => rules.Units.NameOf(unit, day, language);

    private string Channel(string code) => rules.Lists.Channels.FirstOrDefault(c => c.Code == code)?.Label.In(language) ?? code;

    private object Category(string? code) =>
        rules.Lists.Categories.FirstOrDefault(c => c.Code == code)?.Label.In(language) ?? (object)new TextKey("timeline.no_category");

    private TimelineWords Reason(string code) =>
        new("return_reason", rules.Lists.ReturnReasons.FirstOrDefault(r => r.Code == code)?.Label.In(language) ?? code, Open: false);

    private static TextKey Kind(MatterKind? kind) => kind is { } set ? Code("kind.", set) : new TextKey("timeline.no_kind");

    private static TextKey Way(string way) => new("way." + way);

    private static TextKey Code<T>(string start, T value)
        where T : struct, Enum => new(start + Conventions.Text(value));
}
