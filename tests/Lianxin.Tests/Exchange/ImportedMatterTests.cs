using Lianxin.Exchange;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Reports;
using Lianxin.Tests.Support;
using Lianxin.Vault;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Exchange;

public sealed class ImportedMatterTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task<List<Matter>> Rows(TestApp app)
    {
        await using var db = app.Read();
        return await db.Matters.Where(m => m.Import != null).OrderBy(m => m.Number).ToListAsync(Stop);
    }

    private static async Task<string?> Words(TestApp app, long matter, string path)
    {
        await using var db = app.Read();
        return await db.Wordings.Where(w => w.Matter == matter && w.Path == path).Select(w => w.Value).SingleOrDefaultAsync(Stop);
    }

    private static async Task<string> Refused(Func<Task> act) => (await Assert.ThrowsAsync<RefusedException>(act)).Code;

    private static async Task Holds(TestApp app) =>
        Assert.All(await app.Get<Invariants>().Check(), check => Assert.True(check.Holds, $"{check.Code}: {string.Join(' ', check.Numbers)}"));

    [Fact]
    [Trait("row", "INV-01")]
    public async Task An_open_row_waits_under_a_named_officer_without_kind_limit_or_place_in_the_daily_list()
    {
        await using var app = await TestApp.Start();
        var run = await app.Import(Imports.Open(1));
        Assert.Equal((ImportState.Done, 1, 0, 0), (run.State, run.Added, run.Known, run.Wrong));
        var row = Assert.Single(await Rows(app));
        Assert.Equal((MatterState.Registered, true, null, null, null), (row.State, row.Backlog, row.Kind, row.DueOn, row.UntoldSince));
        Assert.Equal(await app.Given.Unit("centre"), row.Unit);
        Assert.Equal((await app.Given.Officer("centre-lead")).Id, row.Officer);
        Assert.Equal(new DateTime(2019, 3, 2, 2, 1, 0, DateTimeKind.Utc), row.ArrivedAt);
        Assert.Equal(app.Clock.GetUtcNow().UtcDateTime, row.ReceivedAt);

        app.Clock.Move(TimeSpan.FromDays(30));
        var now = app.Clock.GetUtcNow().UtcDateTime;
        Assert.Equal(0, await app.Get<WatchTriage>().Run(now, Stop));
        await Holds(app);
        var figures = await app.Get<FigureDesk>().Count(new FigureQuestion(now), Stop);
        Assert.Equal((0, 0, 0), (figures.Received, figures.Open, figures.Overdue));
        await app.Rebuilds();
    }

    [Fact]
    public async Task A_row_with_a_reply_is_answered_with_both_times_told_to_nobody_and_never_silent_by_itself()
    {
        await using var app = await TestApp.Start();
        var run = await app.Import(
            Imports.Header + ",联系电话,答复意见,答复时间\nM1,U1,公交站牌看不清,2019/3/1 09:00,站牌上的字掉了。,13800135521,已更换站牌。,2019/3/5 16:30\n");
        Assert.Equal((1, 1), (run.Added, run.Replied));
        var row = Assert.Single(await Rows(app));
        Assert.Equal((MatterState.Answered, false, MatterOutcome.Explained, null), (row.State, row.Backlog, row.Outcome!.Value, row.Verdict));
        Assert.Equal(new DateTime(2019, 3, 1, 1, 0, 0, DateTimeKind.Utc), row.ArrivedAt);
        Assert.Equal(new DateTime(2019, 3, 5, 8, 30, 0, DateTimeKind.Utc), row.RepliedAt);
        Assert.Equal((row.ReceivedAt, null), (row.AnsweredAt, row.DeliveredAt));
        Assert.Equal("已更换站牌。", await Words(app, row.Number, "answer"));

        await using (var db = app.Read())
        {
            Assert.Equal(0, await MatterQueues.Count(db, QueueView.Untold, await app.Given.Officer("centre-lead"), own: false, await app.Get<Rules>().Read(db)));
        }

        app.Clock.Move(TimeSpan.FromDays(60));
        Assert.Equal(0, await app.Get<WatchSilence>().Run(app.Clock.GetUtcNow().UtcDateTime, Stop));
        await app.Get<MatterAnswers>().Opened(row.Number, Given.ThePerson);
        app.Clock.Move(TimeSpan.FromDays(30));
        Assert.Equal(1, await app.Get<WatchSilence>().Run(app.Clock.GetUtcNow().UtcDateTime, Stop));
        var closed = Assert.Single(await Rows(app));
        Assert.Equal((MatterState.Closed, MatterVerdict.Silent), (closed.State, closed.Verdict!.Value));
        await Holds(app);
        await app.Rebuilds();
    }

    [Fact]
    public async Task A_not_solved_to_an_old_answer_makes_it_an_ordinary_matter_of_that_day()
    {
        await using var app = await TestApp.Start();
        await app.Import(Imports.Header + ",答复意见,答复时间\nM1,U1,公交站牌看不清,2019/3/1,站牌上的字掉了。,已更换。,2019/3/5\n");
        var row = Assert.Single(await Rows(app));
        app.Clock.SetLocal(2026, 11, 2);
        await app.Get<MatterFeedback>().Verdict(new MatterRef(row.Number), MatterVerdict.Not, "还是看不清。", Given.ThePerson);
        var again = Assert.Single(await Rows(app));
        Assert.Equal((MatterState.Handling, new DateOnly(2026, 11, 9)), (again.State, again.DueOn));
        var figures = await app.Get<FigureDesk>().Count(new FigureQuestion(app.Clock.GetUtcNow().UtcDateTime), Stop);
        Assert.Equal((1, 1, 0), (figures.Received, figures.Open, figures.Answered));
        await app.Rebuilds();
    }

    [Theory]
    [InlineData("已办结", null, true)]
    [InlineData("已办结", "已修好。", false)]
    [InlineData("办理中", null, false)]
    [Trait("row", "INV-03")]
    public async Task An_end_without_an_answer_is_none(string state, string? reply, bool isNoted)
    {
        await using var app = await TestApp.Start();
        var run = await app.Import($"{Imports.Header},办理状态,答复意见,答复时间\nM1,U1,路灯,2019/3/1,不亮。,{state},{reply},{(reply is null ? "" : "2019/3/2")}\n");
        var row = Assert.Single(await Rows(app));
        Assert.Equal((reply is null, reply is null ? MatterState.Registered : MatterState.Answered, isNoted ? 1 : 0), (row.Backlog, row.State, run.EndedUnanswered));
        await Holds(app);
    }

    [Fact]
    [Trait("row", "INV-04")]
    public async Task Kind_limit_and_notice_begin_the_day_a_row_is_taken_out()
    {
        await using var app = await TestApp.Start();
        await app.Import(Imports.Header + ",联系电话\nM1,U1,路灯不亮,2019/3/1,不亮。,13800135521\nM2,U2,井盖松动,2019/3/1,松动。,\n");
        app.Clock.SetLocal(2026, 9, 28, 10);
        var clerk = await app.Given.Officer("centre-lead");
        foreach (var row in await Rows(app))
        {
            await app.Get<MatterBacklog>().TakeUp(new MatterRef(row.Number), clerk);
        }

        var taken = await Rows(app);
        Assert.All(taken, m => Assert.Equal((false, new DateOnly(2026, 10, 10), app.Clock.GetUtcNow().UtcDateTime), (m.Backlog, m.DueOn!.Value, m.TakenUpAt!.Value)));
        await using (var db = app.Read())
        {
            // Who left no phone is no phone task: the code opens it.
            Assert.Equal(1, await MatterQueues.Count(db, QueueView.Untold, clerk, own: false, await app.Get<Rules>().Read(db)));
        }

        var figures = await app.Get<FigureDesk>().Count(new FigureQuestion(app.Clock.GetUtcNow().UtcDateTime), Stop);
        Assert.Equal((2, 2, 0), (figures.Received, figures.Open, figures.Overdue));
        await app.Get<MatterTriage>().ClassifyAndDispatch(
            new MatterRef(taken[0].Number), new ClassifyMatter(MatterKind.Promised, Given.Category, TestTown.Community, false), await app.Given.Unit("city"), null, clerk);
        Assert.Equal(new DateOnly(2026, 10, 8), (await Rows(app))[0].DueOn);
        await app.Get<MatterAnswers>().Tell(new MatterRef(taken[0].Number), "call", null, clerk);
        await Holds(app);

        // The second still waits: two working days later the head has it.
        app.Clock.SetLocal(2026, 9, 30, 10);
        Assert.Equal(0, await app.Get<WatchTriage>().Run(app.Clock.GetUtcNow().UtcDateTime, Stop));
        await Holds(app);
        await app.Rebuilds();
    }

    [Fact]
    [Trait("row", "INV-05")]
    public async Task Nothing_else_can_be_done_to_a_row_of_the_backlog()
    {
        await using var app = await TestApp.Start();
        await app.Import(Imports.Open(1));
        var at = new MatterRef(Assert.Single(await Rows(app)).Number);
        var lead = await app.Given.Officer("centre-lead");
        Assert.Equal("matter.in_backlog", await Refused(() => app.Get<MatterAnswers>().AnswerNow(at, new AnswerMatter(MatterOutcome.Solved, "好了。"), null, lead)));
        Assert.Equal("matter.in_backlog", await Refused(() => app.Get<MatterTriage>().Classify(at, new ClassifyMatter(MatterKind.Promised, null, null, false), lead)));
        Assert.Equal("matter.in_backlog", await Refused(async () => await app.Get<MatterAnswers>().Refuse(at, "court", "不归我们。", (await app.Given.Officer("clerk")).Id!.Value, lead)));
        Assert.Equal("matter.in_backlog", await Refused(async () => await app.Get<MatterFeedback>().Merge(at, (await app.Given.Matter()).Number, lead)));
        Assert.Equal("matter.not_found", await Refused(async () => await app.Get<MatterBacklog>().TakeUp(at, await app.Given.Officer("water-lead"))));
        await app.Get<MatterFeedback>().Withdraw(at, null, Given.ThePerson);
        Assert.Equal("matter.not_now", await Refused(() => app.Get<MatterBacklog>().TakeUp(at, lead)));
        await Holds(app);
    }
}
