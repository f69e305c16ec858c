using Lianxin.Foundation;

namespace Lianxin.Matters;

/// <summary>Supervision: checks after 没解决, rulings, reminders and orders. It watches matters and units, never a person.</summary>
public sealed class MatterSupervision(Journal journal, Rules rules)
{
    private static readonly string[] Findings = ["confirmed", "solved_after_all", "misunderstanding"];

    /// <summary>The check of a first 没解决, within one working day.</summary>
    public Task Check(MatterRef at, string finding, string words, Actor actor) => journal.Write(actor, async work =>
    {
        var hand = await MatterAtHand.Take(work, rules, at, MatterLifecycle.Check);
        if (!Findings.Contains(finding))
        {
            throw MatterRefusals.Missing("finding");
        }

        await hand.Save(new MatterChecked(finding), Committed.Texts(("words", Typed.Needed("words", words))));
    });

    /// <summary>The ruling on a second 没解决: back once more, or closed with reasons and remedies.</summary>
    public Task Rule(MatterRef at, bool back, string reasons, Actor actor) => journal.Write(actor, async work =>
    {
        var hand = await MatterAtHand.Take(work, rules, at, MatterLifecycle.Rule);
        if (back && hand.Matter.Reopenings >= 2)
        {
            throw MatterRefusals.BackOnceOnly();
        }

        var limit = back ? hand.Start(MatterClock.Promised, hand.Days with { ApprovalOn = hand.Rules.Today }, hand.Rules.Limit("again")) : null;
        await hand.Save(new MatterRuled(limit), Committed.Texts(("reasons", Typed.Needed("reasons", reasons, Typed.Long))));
    });

    /// <summary>反馈上级: by which document the answer went back to the superior, and what it says (WQ-45).</summary>
    public Task ReportBack(MatterRef at, string document, string? words, Actor actor) => journal.Write(actor, async work =>
    {
        var hand = await MatterAtHand.Take(work, rules, at, MatterLifecycle.ReportBack);
        await hand.Save(
            new MatterReportedBack(),
            Committed.Texts(("report", Typed.Needed("document", document)), ("words", Typed.Optional("words", words))));
    });

    /// <summary>催办.</summary>
    public Task Remind(MatterRef at, string? words, Actor actor) => journal.Write(actor, async work =>
    {
        var hand = await MatterAtHand.Take(work, rules, at, MatterLifecycle.Remind);
        await hand.Save(new MatterUrged("remind"), Committed.Texts(("words", Typed.Optional("words", words))));
    });

    /// <summary>督办单, with the day its answer is due.</summary>
    public Task Order(MatterRef at, string words, int days, Actor actor) => journal.Write(actor, async work =>
    {
        var hand = await MatterAtHand.Take(work, rules, at, MatterLifecycle.Order);
        var due = hand.Rules.InWorkingDays(days is >= 1 and <= 15 ? days : throw MatterRefusals.LimitOutOfRange(1, 15));
        await hand.Save(new MatterUrged("order", due), Committed.Texts(("words", Typed.Needed("words", words))));
    });
}
