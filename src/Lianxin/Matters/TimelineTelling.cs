using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Ledger;

namespace Lianxin.Matters;

/// <summary>How one fact is told to officers: its text and what fills it.</summary>
internal sealed record Telling(string Key, TimelineTone Tone, params object[] Arguments)
{
    /// <summary>Officers read it in sums only (INV-07).</summary>
    internal bool PersonOnly { get; init; }

    internal IReadOnlyList<TimelineWords> Extra { get; init; } = [];
}

/// <summary>Tells the facts about matters to officers in words' keys; names are those of the entry's day (ED-16).</summary>
internal sealed class TimelineTelling(Rulebook rules, DateOnly day, string language, EntryActor actor)
{
    private const TimelineTone Plain = TimelineTone.Plain;
    private const TimelineTone Good = TimelineTone.Good;
    private const TimelineTone Waiting = TimelineTone.Waiting;
    private const TimelineTone Bad = TimelineTone.Bad;

    internal string Unit(string? id) => Guid.TryParse(id, out var unit) ? Unit(unit) : "";

    internal Telling Of(Fact fact) => fact switch
    {
        MatterReceived f => new("timeline.received", Plain, Channel(f.Channel)),
        MatterImported { RepliedAt: null } f => new("timeline.imported", Plain, Channel(f.Channel)),
        MatterImported f => new("timeline.imported.replied", Plain, Channel(f.Channel), ShanghaiTime.DayOf(f.RepliedAt!.Value)),
        MatterClassified f => new("timeline.classified", Plain, Kind(f.Kind), Category(f.Category)),
        MatterKindChanged { Why: "end_of_day" } f => new("timeline.kind_changed.end_of_day", Plain, Kind(f.From), Kind(f.To)),
        MatterKindChanged f => new("timeline.kind_changed", Plain, Kind(f.From), Kind(f.To)),
        MatterTakenUp => new("timeline.taken_up", Plain),
        MatterAcknowledged => new("timeline.acknowledged", Good),
        MatterDispatched f => new("timeline.dispatched", Waiting, Unit(f.To)),
        MatterAccepted f => new("timeline.accepted", Good, Unit(f.Unit)),
        MatterReturned f => new("timeline.returned", Bad, Unit(f.By)) { Extra = [Reason(f.Reason)] },
        MatterSettled f => new("timeline.settled", Plain, Unit(f.Unit)),
        MatterKept => new("timeline.kept", Good, Unit(actor.Unit)),
        MatterHandedOver f => new("timeline.handed_over." + f.Why, Plain, rules.Officers.NameOf(f.To)),
        _ => OfLimit(fact) ?? OfThread(fact) ?? OfEnd(fact) ?? OfRights(fact) ?? new Telling("timeline.other", Plain),
    };

    private Telling? OfLimit(Fact fact) => fact switch
    {
        MatterExtended f => new("timeline.extended", Plain, f.FormerDueOn, f.DueOn),
        MatterLimitRecomputed f => new("timeline.limit_recomputed", Plain, f.FormerDueOn, f.DueOn),
        MatterTold f => new("timeline.told", Plain, Way(f.Way), f.DueOn),
        MatterPapersAsked { Fault: true } => new("timeline.papers_asked.fault", Bad),
        MatterPapersAsked => new("timeline.papers_asked", Waiting),
        MatterPapersCame f => new("timeline.papers_came", Good, f.DueOn),
        MatterPapersReminded => new("timeline.papers_reminded", Plain),
        MatterShelved => new("timeline.shelved", Waiting),
        MatterReportedUp f => new("timeline.reported_up", Waiting, f.Limit.DueOn),
        MatterSuperiorChased f => new("timeline.superior_chased", Waiting, f.AgainOn),
        MatterApproved { Execute: true } f => new("timeline.approved.execute", Good, f.ReceivedOn, f.Limit.DueOn),
        MatterApproved f => new("timeline.approved", Good, f.ReceivedOn, f.Limit.DueOn),
        _ => null,
    };

    private Telling? OfThread(Fact fact) => fact switch
    {
        MatterNoted { Open: true } => new("timeline.noted.open", Plain),
        MatterNoted => new("timeline.noted", Plain),
        MatterAdded => new("timeline.added", Plain),
        MatterContacted f => new("timeline.contacted", Plain, Way(f.Way)),
        MatterAttempted f => new("timeline.attempted", Bad, Way(f.Way)),
        MatterMessaged f => new("timeline.messaged", Plain, Notice(f.Notice)),
        MatterMessageFailed f => new("timeline.message_failed." + f.Why, Bad, Notice(f.Notice)),
        MatterNumberWrong => new("timeline.number_wrong", Bad),
        MatterAsked => new("timeline.asked", Waiting),
        MatterReplied => new("timeline.replied", Good),
        MatterHelperAdded f => new("timeline.helper_added", Plain, Unit(f.Unit), f.DueOn),
        MatterHelped => new("timeline.helped", Plain, Unit(actor.Unit)),
        MatterBlocked f => new("timeline.blocked", Bad, new TextKey("block.reason." + f.Reason), Unit(f.To), f.DueOn),
        MatterEscalated f => new("timeline.escalated", Bad, Unit(f.To), rules.Officers.NameOf(f.Officer)),
        MatterUnblocked { FromAbove: true } => new("timeline.unblocked.decided", Good),
        MatterUnblocked => new("timeline.unblocked", Good),
        MatterShielded f => new("timeline.shielded", Plain, Unit(f.Unit)),
        MatterUnshieldAsked => new("timeline.unshield_asked", Waiting),
        MatterUnshielded f => new("timeline.unshielded", Bad, rules.Officers.NameOf(f.First)),
        MatterSealed f => new("timeline.sealed", Plain, Unit(f.To)),
        MatterMerged f => new("timeline.merged", Plain) { Extra = [new TimelineWords("master", new MatterNumber(f.Master).Grouped, Open: false)] },
        MatterUnmerged => new("timeline.unmerged", Plain),
        MatterUrged { Step: "nudge" } => new("timeline.urged.nudge", Bad),
        MatterUrged { Step: "order", DueOn: { } due } => new("timeline.urged.order", Bad, due),
        MatterUrged => new("timeline.urged.remind", Bad),
        _ => null,
    };

    private Telling? OfEnd(Fact fact) => fact switch
    {
        MatterAnswered f => new("timeline.answered", Good, Code("outcome.", f.Outcome)),
        MatterHandedOn f => new("timeline.handed_on", Plain, Unit(f.Unit)),
        MatterHandOnAccepted f => new("timeline.hand_on_accepted", Good, Unit(f.Unit)),
        MatterDelivered f => new("timeline.delivered", Good, Way(f.Way)),
        MatterVerdictGiven f => new("timeline.verdict", f.Verdict == MatterVerdict.Not ? Bad : Good, Code("verdict.", f.Verdict)),
        MatterRestPromised f => new("timeline.rest_promised", Good, f.DueOn),
        MatterChecked f => new("timeline.checked", Plain, new TextKey("finding." + f.Finding)),
        MatterReportedBack => new("timeline.reported_back", Good),
        MatterRuled { Limit: { } limit } => new("timeline.ruled.back", Bad, limit.DueOn),
        MatterRuled => new("timeline.ruled.closed", Plain),
        MatterRated f => new("timeline.rated", Plain, f.Result) { PersonOnly = true },
        MatterWithdrawn => new("timeline.withdrawn", Plain),
        MatterEnteredInError => new("timeline.entered_in_error", Plain),
        _ => null,
    };

    private Telling? OfRights(Fact fact) => fact switch
    {
        ErasureAsked f => new("timeline.erasure_asked." + Conventions.Text(f.Origin), Waiting, Code("erasure.scope.", f.Scope), Code("erasure.ground.", f.Ground)),
        ErasureAgreed => new("timeline.erasure_agreed", Plain),
        ErasureApproved f => new("timeline.erasure_approved", Plain, rules.Officers.NameOf(f.First)),
        ErasureRefused => new("timeline.erasure_refused", Bad),
        PiiErased f => new("timeline.erased", Plain, Code("erasure.scope.", f.Scope), Code("erasure.ground.", f.Ground), rules.Officers.NameOf(f.First), rules.Officers.NameOf(f.Second)),
        ErasureRecalled => new("timeline.erasure_recalled", Plain),
        ContactCorrected => new("timeline.contact_corrected", Plain),
        ConsentWithdrawn => new("timeline.consent_withdrawn", Plain),
        _ => null,
    };

    internal string Unit(Guid unit) => rules.Units.NameOf(unit, day, language);

    private string Channel(string code) => rules.Lists.Channels.FirstOrDefault(c => c.Code == code)?.Label.In(language) ?? code;

    private string Notice(string code) => rules.Lists.Templates.FirstOrDefault(t => t.Code == code)?.Label.In(language) ?? code;

    private object Category(string? code) =>
        rules.Lists.Categories.FirstOrDefault(c => c.Code == code)?.Label.In(language) ?? (object)new TextKey("timeline.no_category");

    private TimelineWords Reason(string code) =>
        new("return_reason", rules.Lists.ReturnReasons.FirstOrDefault(r => r.Code == code)?.Label.In(language) ?? code, Open: false);

    private static TextKey Kind(MatterKind? kind) => kind is { } set ? Code("kind.", set) : new TextKey("timeline.no_kind");

    private static TextKey Way(string way) => new("way." + way);

    private static TextKey Code<T>(string start, T value)
        where T : struct, Enum => new(start + Conventions.Text(value));
}
