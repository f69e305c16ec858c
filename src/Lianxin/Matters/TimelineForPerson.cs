using Lianxin.Foundation;
using Lianxin.Ledger;

namespace Lianxin.Matters;

/// <summary>How one fact is told to the person, and which of its words are meant for the person.</summary>
internal sealed record PersonTelling(string Key, params IReadOnlyList<object> Arguments)
{
    internal IReadOnlyList<string> Words { get; init; } = [];
}

/// <summary>A day that is written in full, with its year.</summary>
public sealed record WholeDay(DateOnly Day);

/// <summary>The one table from facts to the person's words. A fact that is not in it is the office's own and is not shown to the person.</summary>
internal sealed class TimelineForPerson(Func<Guid, string> unit, EntryActor actor, DateOnly said)
{
    internal PersonTelling? Of(Fact fact) => fact switch
    {
        MatterReceived => new("portal.thread.received") { Words = ["body"] },
        MatterImported { RepliedAt: null } => new("portal.thread.imported", Day(said)) { Words = ["body"] },
        MatterImported f => new("portal.thread.imported.replied", Day(said), Day(ShanghaiTime.DayOf(f.RepliedAt!.Value))) { Words = ["body", "answer"] },
        MatterAdded => new("portal.thread.added") { Words = ["words"] },
        MatterReplied => new("portal.thread.replied") { Words = ["words"] },
        MatterWithdrawn => new("portal.thread.withdrawn") { Words = ["reason"] },
        MatterUrged { Step: "nudge" } => new("portal.thread.nudged"),
        MatterVerdictGiven { Verdict: MatterVerdict.Silent } => new("portal.thread.silent"),
        MatterVerdictGiven f => new("portal.thread.verdict", new TextKey("verdict." + Database.Conventions.Text(f.Verdict))) { Words = ["words"] },
        MatterRated => new("portal.thread.rated"),
        MatterAsked => new("portal.thread.asked", By) { Words = ["question"] },
        MatterPapersAsked f => new("portal.thread.papers_asked", Day(f.Waiting.DueOn)) { Words = ["items", "where"] },
        MatterPapersCame f => new("portal.thread.papers_came", Day(f.DueOn)),
        MatterNoted { Open: true } => new("portal.thread.noted", By) { Words = ["note"] },
        MatterAnswered => new("portal.thread.answered", By) { Words = ["answer", "destination"] },
        MatterAcknowledged => new("portal.thread.acknowledged", By) { Words = ["answer"] },
        MatterRestPromised f => new("portal.thread.rest_promised", Day(f.DueOn)) { Words = ["promise"] },
        _ => OfHands(fact) ?? OfLimit(fact) ?? OfRest(fact) ?? OfRights(fact),
    };

    private PersonTelling? OfHands(Fact fact) => fact switch
    {
        MatterDispatched f => new("portal.thread.dispatched", unit(f.To)),
        MatterAccepted f => new("portal.thread.accepted", unit(f.Unit)),
        MatterSettled f => new("portal.thread.accepted", unit(f.Unit)),
        MatterKept => new("portal.thread.accepted", By),
        MatterReturned f => new("portal.thread.returned", unit(f.By)),
        MatterHelperAdded f => new("portal.thread.helper", unit(f.Unit)),
        MatterHandedOn f => new("portal.thread.handed_on", unit(f.Unit)),
        MatterHandOnAccepted f => new("portal.thread.hand_on_accepted", unit(f.Unit)),
        MatterContacted => new("portal.thread.contacted", By),
        MatterAttempted => new("portal.thread.attempted", By),
        _ => null,
    };

    private static PersonTelling? OfLimit(Fact fact) => fact switch
    {
        MatterClassified { Limit: { } limit } => new("portal.thread.limit", Day(limit.DueOn)) { Words = ["reason"] },
        MatterKindChanged { Limit: { } limit } => new("portal.thread.limit", Day(limit.DueOn)),
        MatterTakenUp { Limit: { } limit } => new("portal.thread.limit", Day(limit.DueOn)),
        MatterExtended f => new("portal.thread.extended", Day(f.FormerDueOn), Day(f.DueOn)) { Words = ["reason"] },
        MatterLimitRecomputed f when f.DueOn != f.FormerDueOn => new("portal.thread.recomputed", Day(f.DueOn)),
        MatterPapersReminded => new("portal.thread.papers_reminded"),
        MatterShelved => new("portal.thread.shelved"),
        MatterReportedUp f => new("portal.thread.reported_up", Day(f.Limit.DueOn)),
        MatterSuperiorChased f => new("portal.thread.superior_chased", Day(f.AgainOn)),
        MatterApproved f => new("portal.thread.approved", Day(f.Limit.DueOn)),
        _ => null,
    };

    private static PersonTelling? OfRest(Fact fact) => fact switch
    {
        MatterMerged => new("portal.thread.merged"),
        MatterUnmerged => new("portal.thread.unmerged"),
        MatterChecked => new("portal.thread.checked"),
        MatterRuled => new("portal.thread.ruled") { Words = ["reasons"] },
        MatterUrged => new("portal.thread.urged"),
        MatterEnteredInError => new("portal.thread.entered_in_error"),
        _ => null,
    };

    private static PersonTelling? OfRights(Fact fact) => fact switch
    {
        ErasureAsked { Origin: not ErasureOrigin.Retention } => new("portal.thread.erasure_asked"),
        ErasureRefused => new("portal.thread.erasure_refused") { Words = ["reason"] },
        PiiErased f => new(
            "portal.thread.erased", new TextKey("erasure.scope." + Database.Conventions.Text(f.Scope)), new TextKey("erasure.ground." + Database.Conventions.Text(f.Ground))),
        ContactCorrected => new("portal.thread.contact_corrected"),
        ConsentWithdrawn => new("portal.thread.consent_withdrawn"),
        _ => null,
    };

    private object By => Guid.TryParse(actor.Unit, out var own) ? unit(own) : new TextKey("portal.thread.office");

    private static WholeDay Day(DateOnly day) => new(day);
}
