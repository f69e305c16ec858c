using Lianxin.Deadlines;
using Lianxin.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Matters;

/// <summary>What the responsible unit does with a matter: takes it or gives it back, moves its clock, asks, notes, calls others in.</summary>
public sealed class MatterHandling(Journal journal, Rules rules)
{
    /// <summary>签收: the unit and a named officer are responsible from here.</summary>
    public Task Accept(MatterRef at, Guid? officer, Actor actor) => journal.Write(actor, async work =>
    {
        var hand = await MatterAtHand.Take(work, rules, at, MatterLifecycle.Accept);
        var unit = hand.Matter.OfferedTo!.Value;
        await hand.Save(new MatterAccepted(unit, MatterTriage.OfficerOf(hand, unit, officer ?? Taker(hand, unit))));
    });

    /// <summary>退回: once a unit, with a reason from the list, within two working days; the second return on a matter is the coordinator's to rule (INV-06).</summary>
    public Task Return(MatterRef at, string reason, string words, Actor actor) => journal.Write(actor, async work =>
    {
        var hand = await MatterAtHand.Take(work, rules, at, MatterLifecycle.Return);
        var unit = hand.Matter.OfferedTo!.Value;
        if (hand.Rules.Lists.ReturnReasons.All(r => r.Code != reason))
        {
            throw MatterRefusals.Missing("reason");
        }

        var until = hand.Rules.Calendar.AddWorkingDays(ShanghaiTime.DayOf(hand.Matter.OfferedAt!.Value), hand.Rules.Limit("return")).On;
        if (hand.Rules.Today > until)
        {
            throw MatterRefusals.TooLateToReturn(until);
        }

        var db = await work.Db();
        if (await db.Returns.AnyAsync(r => r.Matter == hand.Matter.Number && r.Unit == unit))
        {
            throw MatterRefusals.ReturnedBefore();
        }

        await hand.Save(new MatterReturned(unit, reason, work.NewId()), Committed.Texts(("reason", Typed.Needed("words", words))));
        if (hand.Matter.Returns >= 2)
        {
            var coordinator = hand.Rules.Officers.Coordinator(hand.Rules.Today) ?? throw MatterRefusals.NoSuchOfficer();
            await hand.Save(new MatterHandedOver(
                hand.Matter.Officer, coordinator.Id, hand.Rules.Officers.UnitOf(coordinator.Id, hand.Rules.Today)!.Value, "returned_twice"));
        }
    });

    /// <summary>The coordinator's ruling on who handles it: final, without an offer.</summary>
    public Task Settle(MatterRef at, Guid unit, string reason, Actor actor) => journal.Write(actor, async work =>
    {
        var hand = await MatterAtHand.Take(work, rules, at, MatterLifecycle.Settle);
        if (!hand.Rules.Units.IsOpen(unit, hand.Rules.Today))
        {
            throw MatterRefusals.NoSuchUnit();
        }

        MatterProtection.MayGoTo(hand, unit);
        await hand.Save(new MatterSettled(unit, hand.Rules.AnswersFor(unit).Id), Committed.Texts(("reason", Typed.Needed("reason", reason))));
    });

    /// <summary>Another officer of the own unit becomes responsible.</summary>
    public Task Assign(MatterRef at, Guid officer, Actor actor) => journal.Write(actor, async work =>
    {
        var hand = await MatterAtHand.Take(work, rules, at, MatterLifecycle.Assign);
        var to = MatterTriage.OfficerOf(hand, hand.Matter.Unit, officer);
        await hand.Save(new MatterHandedOver(hand.Matter.Officer, to, hand.Matter.Unit, "assigned"));
    });

    /// <summary>Another kind, with its reason; both clocks stay in the history (ED-30).</summary>
    public Task ChangeKind(MatterRef at, MatterKind kind, string reason, Actor actor) => journal.Write(actor, async work =>
    {
        var hand = await MatterAtHand.Take(work, rules, at, MatterLifecycle.ChangeKind);
        var from = hand.Matter.Kind ?? MatterKind.Promised;
        if (kind == MatterKind.Supplement || !KindClocks.MayBecome(from, kind))
        {
            throw MatterRefusals.KindCannotBecome(from, kind);
        }

        var limit = hand.Start(KindClocks.Of(kind)[0], hand.Days);
        await hand.Save(new MatterKindChanged(from, kind, "chosen", limit), Committed.Texts(("reason", Typed.Needed("reason", reason))));
    });

    // A program is nobody's name: what it accepts goes to who answers for the unit (INV-01).
    private static Guid Taker(MatterAtHand hand, Guid unit) =>
        hand.Work.Actor is { Kind: ActorKind.Staff, Id: { } self } ? self : hand.Rules.AnswersFor(unit).Id;

    /// <summary>延期 by the unit's lead: once, before the limit ends, with a reason; the new day must be told (INV-04). A program names the lead who approved it.</summary>
    public Task Extend(MatterRef at, DateOnly dueOn, string reason, Actor actor, Guid? approver = null) => journal.Write(actor, async work =>
    {
        var hand = await MatterAtHand.Take(work, rules, at, MatterLifecycle.Extend);
        var words = Typed.Needed("reason", reason);
        var lead = ApproverOf(hand, approver);
        var limit = await hand.LimitValue(hand.Limit!);
        var extended = DeadlineClock.Extend(limit, dueOn, work.Now, hand.Rules.Calendar);
        if (extended.Extension!.Days > hand.Rules.Limit("extension"))
        {
            throw MatterRefusals.LimitOutOfRange(1, hand.Rules.Limit("extension"));
        }

        await hand.Save(
            new MatterExtended(hand.Limit!.Id, limit.DueOn, dueOn, extended.Extension.Days, lead), Committed.Texts(("reason", words)));
    });

    private static Guid ApproverOf(MatterAtHand hand, Guid? approver)
    {
        if (hand.Work.Actor is { Kind: ActorKind.Staff, Id: { } self })
        {
            return self;
        }

        var lead = approver ?? throw MatterRefusals.Missing("approver");
        return hand.Rules.Officers.LeadsOf(hand.Matter.Unit, hand.Rules.Today).Any(o => o.Id == lead) ? lead : throw MatterRefusals.NotTheLead();
    }

    /// <summary>补办: the one notice of everything missing, delivered today; the clock stands from its delivery (INV-09). A second notice is a recorded fault.</summary>
    public Task AskPapers(MatterRef at, IReadOnlyList<string> items, string? where, Actor actor) => journal.Write(actor, async work =>
    {
        var hand = await MatterAtHand.Take(work, rules, at, MatterLifecycle.AskPapers);
        var list = items.Select(i => PlainText.Line(i, 200).Text).Where(i => i.Length > 0).ToList();
        if (list.Count == 0)
        {
            throw MatterRefusals.Missing("items");
        }

        var running = hand.Limit!;
        var stopped = DeadlineClock.Stop(await hand.LimitValue(running), hand.Rules.Today, hand.Rules.Calendar).Pauses[^1];
        var waiting = hand.Start(MatterClock.Papers, hand.Days with { NoticeOn = hand.Rules.Today });
        var db = await work.Db();
        var fault = await db.Pauses.AnyAsync(p => p.Matter == hand.Matter.Number);
        await hand.Save(
            new MatterPapersAsked(list.Count, fault, work.NewId(), running.Id, hand.Rules.Today, stopped.Left, stopped.Late, waiting),
            Committed.Texts(("items", string.Join('\n', list)), ("where", Typed.Optional("where", where))));
    });

    /// <summary>The papers came: the unused working days run from the next day (LZ-22).</summary>
    public Task PapersIn(MatterRef at, string? note, Actor actor) => journal.Write(actor, async work =>
    {
        var hand = await MatterAtHand.Take(work, rules, at, MatterLifecycle.PapersIn);
        var db = await work.Db();
        var pause = await db.Pauses.SingleAsync(p => p.Matter == hand.Matter.Number && p.UntilOn == null);
        var running = await work.Find<MatterDeadline>(pause.Deadline) ?? throw MatterRefusals.NotFound();
        var resumed = DeadlineClock.Resume(await hand.LimitValue(running), hand.Rules.Today, hand.Rules.Calendar);
        await hand.Save(
            new MatterPapersCame(pause.Id, running.Id, hand.Rules.Today, resumed.DueOn, resumed.Provisional ? true : null),
            Committed.Texts(("note", Typed.Optional("note", note))));
    });

    /// <summary>上报: sent to the superior under a rule of competence; the superior's own limit runs, or the default one (LZ-23).</summary>
    public Task ReportUp(MatterRef at, string rule, int? superiorDays, Actor actor) => journal.Write(actor, async work =>
    {
        var hand = await MatterAtHand.Take(work, rules, at, MatterLifecycle.ReportUp);
        var limit = hand.Start(MatterClock.Superior, hand.Days with { ReportedOn = hand.Rules.Today }, superiorDays);
        await hand.Save(
            new MatterReportedUp("authority", limit, KindClocks.ChaseOn(hand.Rules.Today, hand.Rules.Limits, hand.Rules.Calendar)),
            Committed.Texts(("basis", Typed.Needed("rule", rule))));
    });

    /// <summary>催上级: whom the office asked for the awaited word, and what was said; the person hears that it still waits (AMB-07).</summary>
    public Task Chase(MatterRef at, string whom, string words, Actor actor) => journal.Write(actor, async work =>
    {
        var hand = await MatterAtHand.Take(work, rules, at, MatterLifecycle.Chase);
        await hand.Save(
            new MatterSuperiorChased(KindClocks.ChaseOn(hand.Rules.Today, hand.Rules.Limits, hand.Rules.Calendar)),
            Committed.Texts(("whom", Typed.Needed("whom", whom)), ("words", Typed.Needed("words", words))));
    });

    /// <summary>批复 received today: three working days to answer (INV-08), or 承诺件 from today when it is to be carried out.</summary>
    public Task Approval(MatterRef at, DateOnly documentOn, string document, bool execute, Actor actor) => journal.Write(actor, async work =>
    {
        var hand = await MatterAtHand.Take(work, rules, at, MatterLifecycle.Approval);
        if (documentOn > hand.Rules.Today)
        {
            throw MatterRefusals.Missing("documentOn");
        }

        var days = hand.Days with { ApprovalOn = hand.Rules.Today };
        var limit = hand.Start(execute ? MatterClock.Promised : MatterClock.AfterApproval, days);
        var late = KindClocks.ApprovalLay(documentOn, hand.Rules.Today, hand.Rules.Calendar);
        await hand.Save(
            new MatterApproved(documentOn, hand.Rules.Today, execute, late, limit), Committed.Texts(("document", Typed.Needed("document", document))));
    });

    /// <summary>Asks the person a question; the answer comes on the same thread.</summary>
    public Task Ask(MatterRef at, string question, Actor actor) => journal.Write(actor, async work =>
    {
        var hand = await MatterAtHand.Take(work, rules, at, MatterLifecycle.Ask);
        await hand.Save(new MatterAsked(work.NewId()), Committed.Texts(("question", Typed.Needed("question", question))));
    });

    /// <summary>A note on the thread, open to the person or internal.</summary>
    public Task Note(MatterRef at, string words, bool open, Actor actor) => journal.Write(actor, async work =>
    {
        var hand = await MatterAtHand.Take(work, rules, at, MatterLifecycle.Note);
        await hand.Save(new MatterNoted(open), Committed.Texts(("note", Typed.Needed("note", words, Typed.Long))));
    });

    /// <summary>Calls another unit in, with a limit of its own (ED-39).</summary>
    public Task AddHelper(MatterRef at, Guid unit, string what, int? days, Actor actor) => journal.Write(actor, async work =>
    {
        var hand = await MatterAtHand.Take(work, rules, at, MatterLifecycle.AddHelper);
        if (!hand.Rules.Units.IsOpen(unit, hand.Rules.Today) || unit == hand.Matter.Unit)
        {
            throw MatterRefusals.NoSuchUnit();
        }

        MatterProtection.MayGoTo(hand, unit);
        var due = hand.Rules.InWorkingDays(days is > 0 and <= 15 ? days.Value : hand.Rules.Limit("helper"));
        await hand.Save(new MatterHelperAdded(work.NewId(), unit, due), Committed.Texts(("what", Typed.Needed("what", what))));
    });

    /// <summary>The helping unit's position, to the lead.</summary>
    public Task Help(MatterRef at, string position, Actor actor) => journal.Write(actor, async work =>
    {
        var hand = await MatterAtHand.Take(work, rules, at, MatterLifecycle.Help);
        var db = await work.Db();
        var asked = await db.CoHandlers.Where(h => h.Matter == hand.Matter.Number && h.Unit == actor.Unit && h.AnsweredAt == null).OrderBy(h => h.DueOn).FirstAsync();
        await hand.Save(new MatterHelped(asked.Id), Committed.Texts(("position", Typed.Needed("position", position, Typed.Long))));
    });
}
