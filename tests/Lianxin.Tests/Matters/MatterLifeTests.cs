using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Matters;

/// <summary>The line from a resident's words to the resident's own word, through the desks.</summary>
public sealed class MatterLifeTests(TestApp app) : IClassFixture<TestApp>
{
    private readonly Given _given = app.Given;

    private Task<Matter> Row(MatterReceipt receipt) => Row(app, receipt);

    private static async Task<Matter> Row(TestApp app, MatterReceipt receipt)
    {
        await using var db = app.Read();
        return await db.Matters.SingleAsync(m => m.Number == receipt.Number);
    }

    private static async Task<string> Refused(Func<Task> act) => (await Assert.ThrowsAsync<RefusedException>(act)).Code;

    [Fact]
    public async Task A_matter_from_the_web_has_an_owner_a_named_officer_and_a_told_day_at_once()
    {
        await using var own = await TestApp.Start();
        own.Clock.SetLocal(2026, 9, 28, 10);
        var receipt = await own.Given.Matter();
        var matter = await Row(own, receipt);
        Assert.Equal(await own.Given.Unit("centre"), matter.Unit);
        Assert.NotEqual(Guid.Empty, matter.Officer);
        Assert.Equal(new DateOnly(2026, 10, 10), matter.DueOn);
        await own.Get<MatterAnswers>().Opened(receipt.Number, Given.ThePerson);
        Assert.NotNull((await Row(own, receipt)).ToldAt);
    }

    [Fact]
    [Trait("row", "ED-26")]
    public async Task A_promised_matter_runs_from_the_web_to_the_persons_own_word()
    {
        var receipt = await _given.Answered();
        var answered = await Row(receipt);
        Assert.Equal(MatterState.Answered, answered.State);
        Assert.NotNull(answered.DeliveredAt);
        await app.Get<MatterFeedback>().Verdict(new MatterRef(receipt.Number), MatterVerdict.Solved, null, Given.ThePerson);
        var closed = await Row(receipt);
        Assert.Equal((MatterState.Closed, MatterOutcome.Solved, MatterVerdict.Solved), (closed.State, closed.Outcome!.Value, closed.Verdict!.Value));
    }

    [Fact]
    [Trait("row", "INV-06")]
    public async Task The_first_receiver_stays_responsible_until_the_other_unit_accepts()
    {
        var receipt = await _given.Dispatched("water");
        Assert.Equal(await _given.Unit("centre"), (await Row(receipt)).Unit);
        await app.Get<MatterHandling>().Accept(new MatterRef(receipt.Number), null, await _given.Officer("water-handler"));
        var accepted = await Row(receipt);
        Assert.Equal(await _given.Unit("water"), accepted.Unit);
        Assert.Equal((await _given.Officer("water-handler")).Id, accepted.Officer);
    }

    [Fact]
    [Trait("row", "YP-26")]
    public async Task A_second_return_goes_to_the_coordinator_whose_word_is_final()
    {
        var receipt = await _given.Dispatched("water");
        var at = new MatterRef(receipt.Number);
        var handling = app.Get<MatterHandling>();
        await handling.Return(at, "other-unit", "不是供水管网的问题。", await _given.Officer("water-lead"));
        await app.Get<MatterTriage>().Dispatch(at, await _given.Unit("city"), null, await _given.Officer("centre-lead"));
        await handling.Return(at, "other-unit", "路灯不归我们管。", await _given.Officer("city-lead"));
        Assert.Equal((await _given.Officer("coordinator")).Id, (await Row(receipt)).Officer);
        Assert.Equal("matter.coordinator_decides", await Refused(async () =>
            await app.Get<MatterTriage>().Dispatch(at, await _given.Unit("labour"), null, await _given.Officer("coordinator"))));
        await handling.Settle(at, await _given.Unit("city"), "按职责清单由城管局办理。", await _given.Officer("coordinator"));
        var settled = await Row(receipt);
        Assert.Equal((MatterState.Handling, await _given.Unit("city")), (settled.State, settled.Unit));
    }

    [Fact]
    public async Task A_return_after_two_working_days_or_a_second_one_by_the_same_unit_is_refused()
    {
        await using var own = await TestApp.Start();
        own.Clock.SetLocal(2026, 11, 2, 10);
        var late = await own.Given.Dispatched("water");
        own.Clock.SetLocal(2026, 11, 5, 9);
        var water = await own.Given.Officer("water-lead");
        var handling = own.Get<MatterHandling>();
        Assert.Equal("matter.too_late_to_return", await Refused(() => handling.Return(new MatterRef(late.Number), "other-unit", "不归我们。", water)));

        var twice = await own.Given.Dispatched("water");
        await handling.Return(new MatterRef(twice.Number), "other-unit", "不归我们。", water);
        await own.Get<MatterTriage>().Dispatch(new MatterRef(twice.Number), await own.Given.Unit("water"), null, await own.Given.Officer("centre-lead"));
        Assert.Equal("matter.returned_before", await Refused(() => handling.Return(new MatterRef(twice.Number), "other-unit", "不归我们。", water)));
    }

    [Fact]
    [Trait("row", "LZ-23")]
    [Trait("row", "INV-08")]
    public async Task An_approval_on_the_eve_of_National_Day_is_answered_by_the_make_up_Saturday()
    {
        await using var own = await TestApp.Start();
        own.Clock.SetLocal(2026, 9, 21, 9);
        var receipt = await own.Given.Handled("city", MatterKind.ReportUp);
        var lead = await own.Given.Officer("city-lead");
        await own.Get<MatterHandling>().ReportUp(new MatterRef(receipt.Number), "违建拆除由区级审批", null, lead);
        own.Clock.SetLocal(2026, 9, 30, 15);
        await own.Get<MatterHandling>().Approval(new MatterRef(receipt.Number), new DateOnly(2026, 9, 30), "区批复〔2026〕31号", execute: false, lead);
        Assert.Equal(new DateOnly(2026, 10, 10), (await Row(own, receipt)).DueOn);
        await using var db = own.Read();
        Assert.Equal(3, await db.Deadlines.CountAsync(d => d.Matter == receipt.Number && d.Clock != MatterClock.Promised, TestContext.Current.CancellationToken));
    }

    [Fact]
    [Trait("row", "LZ-22")]
    [Trait("row", "INV-09")]
    public async Task Missing_papers_stop_the_clock_and_a_second_notice_is_a_fault()
    {
        await using var own = await TestApp.Start();
        own.Clock.SetLocal(2026, 4, 7, 9);
        var receipt = await own.Given.Handled("labour");
        var lead = await own.Given.Officer("labour-lead");
        var handling = own.Get<MatterHandling>();
        own.Clock.SetLocal(2026, 4, 8, 9);
        await handling.AskPapers(new MatterRef(receipt.Number), ["身份证复印件", "劳动合同", "工资流水"], "群众服务中心3号窗口", lead);
        var paused = await Row(own, receipt);
        Assert.True(paused.Paused);
        Assert.Equal(new DateOnly(2026, 5, 8), paused.DueOn);

        own.Clock.SetLocal(2026, 4, 10, 14);
        await handling.PapersIn(new MatterRef(receipt.Number), null, lead);
        var resumed = await Row(own, receipt);
        Assert.False(resumed.Paused);

        // Three working days for street lights: one was used on the 8th, two run from the 11th, past the weekend.
        Assert.Equal(new DateOnly(2026, 4, 14), resumed.DueOn);

        await handling.AskPapers(new MatterRef(receipt.Number), ["离职证明"], null, lead);
        await using var db = own.Read();
        var entries = await db.FactEntries.Where(e => e.Matter == receipt.Number).OrderBy(e => e.Cn).Select(e => e.Bytes).ToListAsync(TestContext.Current.CancellationToken);
        var asked = entries.Select(b => own.Journal.Catalogue.Read(Lianxin.Ledger.EntryReader.Read(b))).OfType<MatterPapersAsked>();
        Assert.Equal([false, true], asked.Select(a => a.Fault));
    }

    [Fact]
    public async Task A_first_not_solved_goes_back_to_the_same_owner_and_a_second_to_the_supervisor()
    {
        var receipt = await _given.Answered();
        var at = new MatterRef(receipt.Number);
        var feedback = app.Get<MatterFeedback>();
        await feedback.Verdict(at, MatterVerdict.Not, "晚上还是不亮。", Given.ThePerson);
        var again = await Row(receipt);
        Assert.Equal((MatterState.Handling, MatterKind.Promised, await _given.Unit("city")), (again.State, again.Kind!.Value, again.Unit));
        Assert.NotNull(again.CheckDueOn);
        await app.Get<MatterSupervision>().Check(at, "confirmed", "电话核实,确实不亮。", await _given.Officer("supervisor"));
        await app.Get<MatterAnswers>().Answer(at, new AnswerMatter(MatterOutcome.Solved, "换了新灯。"), await _given.Officer("city-lead"));
        await feedback.Verdict(at, MatterVerdict.Not, "只亮了一晚。", Given.ThePerson);
        Assert.Equal(MatterState.Answered, (await Row(receipt)).State);
        await app.Get<MatterSupervision>().Rule(at, back: false, "已列入整体改造计划;不服可申请复查。", await _given.Officer("supervisor"));
        var closed = await Row(receipt);
        Assert.Equal((MatterState.Closed, MatterVerdict.Not), (closed.State, closed.Verdict!.Value));
    }

    [Fact]
    [Trait("row", "WQ-32")]
    public async Task Only_outcomes_of_the_closed_list_answer_a_matter()
    {
        var receipt = await _given.Handled();
        var lead = await _given.Officer("city-lead");
        foreach (var outcome in new[] { MatterOutcome.Withdrawn, MatterOutcome.Merged, MatterOutcome.EnteredInError, MatterOutcome.Acknowledged })
        {
            Assert.Equal("matter.not_an_outcome", await Refused(() =>
                app.Get<MatterAnswers>().Answer(new MatterRef(receipt.Number), new AnswerMatter(outcome, "无法答复"), lead)));
        }
    }

    [Fact]
    public async Task A_form_shown_before_somebody_elses_change_is_refused()
    {
        var receipt = await _given.Handled();
        var lead = await _given.Officer("city-lead");
        var shown = (await Row(receipt)).Version;
        await app.Get<MatterHandling>().Assign(new MatterRef(receipt.Number, shown), (await _given.Officer("city-handler")).Id!.Value, lead);
        Assert.Equal("matter.stale", await Refused(() =>
            app.Get<MatterAnswers>().Answer(new MatterRef(receipt.Number, shown), new AnswerMatter(MatterOutcome.Solved, "好了"), lead)));
    }

    [Fact]
    public async Task Another_unit_may_not_act_and_a_stranger_sees_nothing()
    {
        var receipt = await _given.Handled();
        var answer = new AnswerMatter(MatterOutcome.Solved, "好了");
        Assert.Equal("matter.not_found", await Refused(async () => await app.Get<MatterAnswers>().Answer(new MatterRef(receipt.Number), answer, await _given.Officer("labour-lead"))));
        Assert.Equal("matter.not_yours", await Refused(async () => await app.Get<MatterAnswers>().Answer(new MatterRef(receipt.Number), answer, await _given.Officer("supervisor"))));
    }
}
