using Lianxin.Exchange;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Reports;
using Lianxin.Tests.Support;
using Lianxin.Vault;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Exchange;

public sealed class ImportRunTests
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
    [Trait("row", "WQ-45")]
    public async Task The_same_file_again_adds_nothing_and_a_longer_one_only_what_is_new()
    {
        await using var app = await TestApp.Start();
        await app.Import(Imports.Open(3));
        var again = await app.Import(Imports.Open(3));
        Assert.Equal((0, 3, 0), (again.Added, again.Known, again.Wrong));
        var longer = await app.Import(Imports.Open(5));
        Assert.Equal((2, 3, 0), (longer.Added, longer.Known, longer.Wrong));
        var numbers = await Task.WhenAll((await Rows(app)).Select(m => Words(app, m.Number, "source_number")));
        Assert.Equal("M0001 M0002 M0003 M0004 M0005", string.Join(' ', numbers));
    }

    [Fact]
    public async Task Two_imports_of_one_file_at_once_add_each_row_once()
    {
        await using var app = await TestApp.Start();
        var ids = new List<Guid> { await app.Begin(Imports.Bytes(Imports.Open(120))), await app.Begin(Imports.Bytes(Imports.Open(120))) };
        await app.Work();
        foreach (var id in ids)
        {
            await app.Get<ImportDesk>().Run(id, await app.Given.Officer("coordinator"));
        }

        await Task.WhenAll(ids.Select(id => app.Get<ImportWork>().Carry(id, null, Stop)));
        var runs = await Task.WhenAll(ids.Select(app.Run));
        Assert.All(runs, run => Assert.Equal(ImportState.Done, run.State));
        Assert.Equal((120, 120), (runs.Sum(r => r.Added), runs.Sum(r => r.Known)));
        Assert.Equal(120, (await Rows(app)).Count);
    }

    [Fact]
    public async Task A_run_that_died_goes_on_where_it_stopped_and_adds_nothing_twice()
    {
        await using var app = await TestApp.Start();
        var id = await app.Begin(Imports.Bytes(Imports.Open(130)));
        await app.Work();
        await app.Get<ImportDesk>().Run(id, await app.Given.Officer("coordinator"));
        using var broken = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => app.Get<ImportWork>().Carry(id, (done, _) => broken.Cancel(), broken.Token));
        var half = await app.Run(id);
        Assert.Equal((ImportState.Running, ImportWork.Together, ImportWork.Together), (half.State, half.Done, half.Added));

        await app.Work();
        var whole = await app.Run(id);
        Assert.Equal((ImportState.Done, 130, 130, 0), (whole.State, whole.Done, whole.Added, whole.Known));
        Assert.Equal(130, (await Rows(app)).Count);
    }

    [Fact]
    public async Task A_run_stops_when_its_person_says_so_and_goes_on_when_asked()
    {
        await using var app = await TestApp.Start();
        var coordinator = await app.Given.Officer("coordinator");
        var id = await app.Begin(Imports.Bytes(Imports.Open(130)));
        await app.Work();
        var desk = app.Get<ImportDesk>();
        await desk.Run(id, coordinator);
        await app.Get<ImportWork>().Carry(id, (done, _) => desk.Stop(id, coordinator).GetAwaiter().GetResult(), Stop);
        var stopped = await app.Run(id);
        Assert.Equal(ImportState.Stopped, stopped.State);
        Assert.InRange(stopped.Added, 1, 129);
        await desk.Run(id, coordinator);
        await app.Work();
        Assert.Equal((ImportState.Done, 130), ((await app.Run(id)).State, (await Rows(app)).Count));
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

    [Fact]
    [Trait("row", "INV-02")]
    public async Task Undo_takes_back_what_nobody_touched_within_a_day_and_keeps_the_numbers()
    {
        await using var app = await TestApp.Start();
        var coordinator = await app.Given.Officer("coordinator");
        var run = await app.Import(Imports.Open(60));
        var before = app.Clock.GetUtcNow().UtcDateTime;
        app.Clock.Move(TimeSpan.FromHours(23));
        var rows = await Rows(app);
        await app.Get<MatterBacklog>().TakeUp(new MatterRef(rows[7].Number), await app.Given.Officer("centre-lead"));
        await app.Get<ImportDesk>().Undo(run.Id, coordinator);
        await app.Work();
        var undone = await app.Run(run.Id);
        Assert.Equal((ImportState.Undone, 59, 1), (undone.State, undone.Undone, undone.Kept));
        var after = await Rows(app);
        Assert.Equal(rows.Select(m => m.Number), after.Select(m => m.Number));
        Assert.All(after.Where(m => m.Number != rows[7].Number), m => Assert.Equal((MatterState.Closed, MatterOutcome.EnteredInError), (m.State, m.Outcome!.Value)));
        Assert.Equal(MatterState.Registered, after[7].State);
        var desk = app.Get<FigureDesk>();
        Assert.Equal(1, (await desk.Count(new FigureQuestion(app.Clock.GetUtcNow().UtcDateTime), Stop)).Received);
        Assert.Equal(0, (await desk.Count(new FigureQuestion(before), Stop)).Received);
        await Holds(app);
        await app.Rebuilds();

        // What was undone may come in again; what was touched is still there.
        var again = await app.Import(Imports.Open(60));
        Assert.Equal((59, 1), (again.Added, again.Known));
    }

    [Fact]
    public async Task After_a_day_nothing_is_undone()
    {
        await using var app = await TestApp.Start();
        var run = await app.Import(Imports.Open(2));
        app.Clock.Move(TimeSpan.FromHours(25));
        Assert.Equal("import.too_late_to_undo", await Refused(async () => await app.Get<ImportDesk>().Undo(run.Id, await app.Given.Officer("coordinator"))));
        Assert.All(await Rows(app), m => Assert.True(m.Backlog));
    }

    [Fact]
    [Trait("row", "INV-15")]
    public async Task The_persons_particulars_are_sealed_and_no_entry_fault_or_file_name_holds_them()
    {
        await using var app = await TestApp.Start();
        await app.Import(Imports.Header + ",姓名,联系电话,详细地址\nM1,U-4711,路灯不亮,2019/3/1,不亮。,测试人甲,138 0013 5521,永宁路7号2单元\nM2,U2,井盖,32/13/2019,松动。,测试人乙,13800135522,3号\n");
        var row = Assert.Single(await Rows(app));
        Assert.True(row.Reachable);
        var shown = await app.Journal.Write(Actor.System(), async work => await app.Get<ContactVault>().Look(work, row.Number, "test", "test"));
        Assert.Equal(("测试人甲", "13800135521", "永宁路7号2单元"), (shown["name"], shown["phone"], shown["door"]));
        Assert.Matches("^[0-9]{6}$", shown["code"]);
        await using var db = app.Read();
        var open = (await db.Wordings.Select(w => w.Value ?? "").ToListAsync(Stop)).Concat(await db.ImportFaults.Select(f => f.Faults).ToListAsync(Stop))
            .Concat((await db.FactEntries.Select(e => e.Bytes).ToListAsync(Stop)).Select(System.Text.Encoding.UTF8.GetString));
        Assert.DoesNotContain(open, text => text.Contains("13800135521", StringComparison.Ordinal) || text.Contains("测试人", StringComparison.Ordinal) || text.Contains("U-4711", StringComparison.Ordinal));
        var kept = await db.ImportRuns.SingleAsync(Stop);
        Assert.Matches("^[0-9a-f]{32}$", kept.File);
    }

    [Fact]
    public async Task File_and_faults_go_after_a_week_and_the_matters_stay()
    {
        await using var app = await TestApp.Start();
        var run = await app.Import(Imports.Open(1) + "M9,U,没有时间,,内容\n");
        Assert.Equal(1, run.Wrong);
        app.Clock.Move(TimeSpan.FromDays(8));
        await app.Get<ClearImports>().Run(app.Clock.GetUtcNow().UtcDateTime, Stop);
        await using var db = app.Read();
        Assert.Equal((0, 0, 1), (await db.ImportRuns.CountAsync(Stop), await db.ImportFaults.CountAsync(Stop), await db.Matters.CountAsync(Stop)));
    }

    [Fact]
    public async Task What_a_desk_took_down_with_its_number_there_is_known_to_an_import()
    {
        await using var app = await TestApp.Start();
        await app.Get<MatterIntake>().Submit(new SubmitMatter { Body = "路灯不亮", Channel = "mailbox", SourceNumber = "M0001" }, await app.Given.Officer("clerk"));
        Assert.Equal((1, 1), (await app.Import(Imports.Open(2))) is var run ? (run.Added, run.Known) : default);
    }
}
