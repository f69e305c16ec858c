using Lianxin.Foundation;
using Lianxin.Ledger;
using Lianxin.Matters;
using Lianxin.Web.Hosting;

namespace Lianxin.Web.Portal;

/// <summary>What the person reads for one entry, and which of its texts are meant for the person.</summary>
internal sealed record ThreadLine(string Title, params IReadOnlyList<string> Paths);

/// <summary>The one table from facts to the person's words. A fact that is not in it is the office's own and is not shown.</summary>
internal sealed class ThreadWords(Rulebook book, PageWords words)
{
    internal ThreadLine? Of(Fact fact, Entry entry) => fact switch
    {
        MatterReceived => new(words["portal.thread.received"], "body"),
        MatterImported { RepliedAt: null } => new(words["portal.thread.imported", Said(entry)], "body"),
        MatterImported old => new(words["portal.thread.imported.replied", Said(entry), words.Day(ShanghaiTime.DayOf(old.RepliedAt!.Value))], "body", "answer"),
        MatterAdded => new(words["portal.thread.added"], "words"),
        MatterReplied => new(words["portal.thread.replied"], "words"),
        MatterWithdrawn => new(words["portal.thread.withdrawn"], "reason"),
        MatterUrged { Step: "nudge" } => new(words["portal.thread.nudged"]),
        MatterVerdictGiven { Verdict: MatterVerdict.Silent } => new(words["portal.thread.silent"]),
        MatterVerdictGiven given => new(words["portal.thread.verdict", words.Of(given.Verdict)], "words"),
        MatterRated => new(words["portal.thread.rated"]),
        MatterAsked => new(words["portal.thread.asked", By(entry)], "question"),
        MatterPapersAsked asked => new(words["portal.thread.papers_asked", words.Day(asked.Waiting.DueOn)], "items", "where"),
        MatterPapersCame came => new(words["portal.thread.papers_came", words.Day(came.DueOn)]),
        MatterNoted { Open: true } => new(words["portal.thread.noted", By(entry)], "note"),
        MatterAnswered => new(words["portal.thread.answered", By(entry)], "answer", "destination"),
        MatterAcknowledged => new(words["portal.thread.acknowledged", By(entry)], "answer"),
        MatterRestPromised rest => new(words["portal.thread.rest_promised", words.Day(rest.DueOn)], "promise"),
        _ => Moved(fact, entry),
    };

    private ThreadLine? Moved(Fact fact, Entry entry) => fact switch
    {
        MatterDispatched sent => new(words["portal.thread.dispatched", Unit(sent.To, entry)]),
        MatterAccepted taken => new(words["portal.thread.accepted", Unit(taken.Unit, entry)]),
        MatterSettled taken => new(words["portal.thread.accepted", Unit(taken.Unit, entry)]),
        MatterKept => new(words["portal.thread.accepted", By(entry)]),
        MatterReturned back => new(words["portal.thread.returned", Unit(back.By, entry)]),
        MatterHelperAdded helper => new(words["portal.thread.helper", Unit(helper.Unit, entry)]),
        MatterClassified { Limit: { } limit } => new(words["portal.thread.limit", words.Day(limit.DueOn)], "reason"),
        MatterKindChanged { Limit: { } limit } => new(words["portal.thread.limit", words.Day(limit.DueOn)]),
        MatterTakenUp { Limit: { } limit } => new(words["portal.thread.limit", words.Day(limit.DueOn)]),
        MatterExtended later => new(words["portal.thread.extended", words.Day(later.FormerDueOn), words.Day(later.DueOn)], "reason"),
        MatterLimitRecomputed { } moved when moved.DueOn != moved.FormerDueOn => new(words["portal.thread.recomputed", words.Day(moved.DueOn)]),
        MatterShelved => new(words["portal.thread.shelved"]),
        MatterReportedUp up => new(words["portal.thread.reported_up", words.Day(up.Limit.DueOn)]),
        MatterApproved approved => new(words["portal.thread.approved", words.Day(approved.Limit.DueOn)]),
        MatterContacted => new(words["portal.thread.contacted", By(entry)]),
        MatterAttempted => new(words["portal.thread.attempted", By(entry)]),
        MatterMerged => new(words["portal.thread.merged"]),
        MatterUnmerged => new(words["portal.thread.unmerged"]),
        MatterChecked => new(words["portal.thread.checked"]),
        MatterRuled => new(words["portal.thread.ruled"], "reasons"),
        MatterUrged => new(words["portal.thread.urged"]),
        MatterEnteredInError => new(words["portal.thread.entered_in_error"]),
        _ => null,
    };

    private string Said(Entry entry) => words.Day(ShanghaiTime.DayOf(entry.Claim ?? entry.At));

    private string By(Entry entry) =>
        Guid.TryParseExact(entry.Actor.Unit, "N", out var unit) ? Unit(unit, entry) : words["portal.thread.office"];

    private string Unit(Guid unit, Entry entry) => book.Units.NameOf(unit, ShanghaiTime.DayOf(entry.At), words.Culture.Name);
}
