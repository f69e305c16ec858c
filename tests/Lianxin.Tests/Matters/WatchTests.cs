using Lianxin.Calendar;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Notifications;
using Lianxin.People;
using Lianxin.Profiles;
using Lianxin.Settings;
using Lianxin.Tests.Calendar;
using Lianxin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Matters;

/// <summary>What happens by itself when nobody acts.</summary>
public sealed class WatchTests : IAsyncLifetime
{
    private TestApp _app = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _app = await TestApp.Start();
        _app.Clock.SetLocal(2026, 9, 1, 9, 2);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    [Trait("row", "LZ-20")]
    public async Task A_matter_for_the_spot_is_closed_in_minutes_or_becomes_a_promised_one_at_the_days_end()
    {
        var lead = await _app.Given.Officer("centre-lead");
        var (done, open) = (await _app.Given.Matter(), await _app.Given.Matter());
        var immediate = new ClassifyMatter(MatterKind.Immediate, Given.Category, TestTown.Community, Urgent: false);
        await _app.Get<MatterTriage>().ClassifyAndKeep(new MatterRef(open.Number), immediate, lead);
        _app.Clock.SetLocal(2026, 9, 1, 9, 20);
        await _app.Get<MatterAnswers>().AnswerNow(new MatterRef(done.Number), new AnswerMatter(MatterOutcome.Solved, "当场换了灯泡。"), Given.Category, lead);
        Assert.Equal(0, await _app.Run<WatchServiceDay>());
        Assert.Equal(MatterKind.Immediate, (await _app.Row(open.Number)).Kind);

        _app.Clock.SetLocal(2026, 9, 2, 0, 5);
        Assert.Equal(1, await _app.Run<WatchServiceDay>());
        var promised = await _app.Row(open.Number);
        Assert.Equal((MatterKind.Promised, new DateOnly(2026, 9, 8)), (promised.Kind, promised.DueOn));
        Assert.Null(promised.ToldAt);
        Assert.Contains(await _app.Facts(open.Number), f => f is MatterKindChanged { Why: "end_of_day", From: MatterKind.Immediate });
        var answered = await _app.Row(done.Number);
        Assert.Equal((MatterKind.Immediate, MatterState.Answered), (answered.Kind, answered.State));
        Assert.NotNull(answered.DeliveredAt);
        Assert.Equal(0, await _app.Run<WatchServiceDay>());
    }

    [Fact]
    public async Task What_stays_untriaged_for_a_working_day_moves_to_the_head_by_name()
    {
        var (clerk, head) = (await _app.Given.Officer("clerk"), await _app.Given.Officer("centre-lead"));
        await _app.Get<PeopleDesk>().SetTriageOfficer(clerk.Unit!.Value, clerk.Id!.Value, new DateOnly(2026, 9, 1), Actor.System());
        _app.Clock.SetLocal(2026, 9, 4, 17);
        var (stays, sorted) = (await _app.Given.Matter(), await _app.Given.Matter());
        Assert.Equal(clerk.Id, (await _app.Row(stays.Number)).Officer);
        await _app.Get<MatterTriage>().ClassifyAndKeep(
            new MatterRef(sorted.Number), new ClassifyMatter(MatterKind.Promised, Given.Category, TestTown.Community, Urgent: false), clerk);

        _app.Clock.SetLocal(2026, 9, 7, 23, 50);
        Assert.Equal(0, await _app.Run<WatchTriage>());
        await _app.AllHold();
        _app.Clock.SetLocal(2026, 9, 8, 0, 3);
        Assert.Equal([stays.Number], (await _app.Get<Invariants>().Check())[0].Numbers);
        Assert.Equal(1, await _app.Run<WatchTriage>());
        Assert.Equal(head.Id, (await _app.Row(stays.Number)).Officer);
        Assert.Contains(await _app.Facts(stays.Number), f => f is MatterHandedOver { Why: "untriaged" });
        Assert.Equal(clerk.Id, (await _app.Row(sorted.Number)).Officer);
        Assert.True((await _app.Get<Invariants>().Check())[0].Holds);
        Assert.Equal(0, await _app.Run<WatchTriage>());
    }

    [Fact]
    public async Task Ten_working_days_without_a_word_close_a_matter_as_silent_and_never_as_solved()
    {
        var receipt = await _app.Given.Answered();
        _app.Clock.SetLocal(2026, 9, 15, 23, 50);
        Assert.Equal(0, await _app.Run<WatchSilence>());
        _app.Clock.SetLocal(2026, 9, 16, 0, 10);
        Assert.Equal(1, await _app.Run<WatchSilence>());
        var closed = await _app.Row(receipt.Number);
        Assert.Equal((MatterState.Closed, MatterVerdict.Silent, MatterOutcome.Solved), (closed.State, closed.Verdict!.Value, closed.Outcome!.Value));
        await _app.AllHold();
    }

    [Fact]
    public async Task Who_owes_papers_is_reminded_of_all_of_them_on_the_tenth_and_the_twentieth_day_and_once_only()
    {
        var receipt = await _app.Given.Handled();
        var lead = await _app.Given.Officer("city-lead");
        await _app.Get<MatterHandling>().AskPapers(new MatterRef(receipt.Number), ["身份证明", "房屋租赁合同"], "窗口", lead);
        await _app.Get<MatterAnswers>().Opened(receipt.Number, Given.ThePerson);
        foreach (var (day, expected) in new[] { (10, 0), (11, 1), (12, 0), (20, 0), (21, 1), (30, 0) })
        {
            _app.Clock.SetLocal(2026, 9, day, 9);
            Assert.True(expected == await _app.Run<RemindOfPapers>(), $"day {day}");
            Assert.Equal(0, await _app.Run<RemindOfPapers>());
        }

        await using var db = _app.Read();
        var items = await db.Wordings.Where(w => w.Matter == receipt.Number && w.Path == "items").Select(w => w.Value).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["身份证明\n房屋租赁合同", "身份证明\n房屋租赁合同", "身份证明\n房屋租赁合同"], items);
        Assert.Equal("notice-reminder-papers", (await db.Set<Notice>().SingleAsync(n => n.Matter == receipt.Number && n.About == NoticeAbout.Word, TestContext.Current.CancellationToken)).Code);
        await _app.AllHold();
    }

    [Fact]
    public async Task Papers_that_do_not_come_in_thirty_days_shelve_a_matter_and_bring_it_back_when_they_come()
    {
        var receipt = await _app.Given.Handled();
        var lead = await _app.Given.Officer("city-lead");
        await _app.Get<MatterHandling>().AskPapers(new MatterRef(receipt.Number), ["身份证明", "房屋租赁合同"], "窗口", lead);
        Assert.Equal(new DateOnly(2026, 10, 1), (await _app.Row(receipt.Number)).DueOn);
        _app.Clock.SetLocal(2026, 10, 1, 23);
        Assert.Equal(0, await _app.Run<WatchPapers>());
        _app.Clock.SetLocal(2026, 10, 2, 1);
        Assert.Equal(1, await _app.Run<WatchPapers>());
        var shelved = await _app.Row(receipt.Number);
        Assert.Equal((true, MatterState.Handling), (shelved.Shelved, shelved.State));
        Assert.Equal(0, await _app.Run<WatchPapers>());

        _app.Clock.SetLocal(2026, 10, 9);
        await _app.Get<MatterHandling>().PapersIn(new MatterRef(receipt.Number), null, lead);
        var back = await _app.Row(receipt.Number);
        Assert.Equal((false, false, MatterKind.Promised), (back.Shelved, back.Paused, back.Kind));
    }

    [Fact]
    [Trait("row", "LZ-21")]
    public async Task A_holiday_notice_moves_running_limits_and_each_entry_keeps_the_old_day()
    {
        _app.Clock.SetLocal(2026, 9, 28, 10);
        var untouched = await _app.Given.Matter();
        Assert.Equal(new DateOnly(2026, 10, 10), (await _app.Row(untouched.Number)).DueOn);
        _app.Clock.SetLocal(2026, 12, 29, 10);
        var running = await _app.Given.Matter();
        Assert.Equal(0, await _app.Run<WatchCalendar>());
        var before = await _app.Row(running.Number);
        await _app.Get<MatterAnswers>().Opened(running.Number, Given.ThePerson);

        // By plain weekdays with the statutory day off: 30, 31, 4, 5, 6; by the invented notice Sunday the 3rd is worked.
        Assert.Equal(new DateOnly(2027, 1, 6), before.DueOn);
        await _app.Get<SettingDesk>().Set(
            new ProfileListRow(SettingPicture.CalendarList, "2027", Notices.Invented2027Json), new DateOnly(2027, 1, 1), null, Actor.System());
        Assert.Equal(1, await _app.Run<WatchCalendar>());
        var moved = await _app.Row(running.Number);
        Assert.Equal(new DateOnly(2027, 1, 5), moved.DueOn);
        Assert.Null(moved.ToldAt);
        var fact = Assert.Single((await _app.Facts(running.Number)).OfType<MatterLimitRecomputed>());
        Assert.Equal((before.DueOn, moved.DueOn), (fact.FormerDueOn, fact.DueOn));
        Assert.DoesNotContain(await _app.Facts(untouched.Number), f => f is MatterLimitRecomputed);
        await using var db = _app.Read();
        var limit = await db.Deadlines.SingleAsync(d => d.Id == moved.Deadline, Stop);
        Assert.Equal((before.DueOn, false), (limit.FormerDueOn, limit.Provisional));
        Assert.Equal(0, await _app.Run<WatchCalendar>());
    }

    [Fact]
    public async Task A_sweep_asks_an_index_and_not_every_matter()
    {
        if (TestDatabase.Kind != Lianxin.Database.DatabaseKind.Sqlite)
        {
            await using var other = _app.Read();
            Assert.Contains("matter_due", await other.Database.SqlQuery<string>($"select indexname as \"Value\" from pg_indexes where tablename = 'matter'").ToListAsync(Stop));
            return;
        }

        await using var db = _app.Read();
        var today = new DateOnly(2026, 9, 1);
        var at = new DateTime(2026, 9, 1, 0, 0, 0, DateTimeKind.Utc);
        await Uses(db, "matter_immediate", db.Matters.Where(m => !(m.State == MatterState.Answered || m.State == MatterState.Closed) && m.DueOn < today && m.Kind == MatterKind.Immediate));
        await Uses(db, "matter_answered", db.Matters.Where(m => m.State == MatterState.Answered && m.DeliveredAt < at && m.Verdict == null));
        await Uses(db, "matter_untriaged", db.Matters.Where(m => m.State == MatterState.Registered && !m.Backlog && m.ReceivedAt < at));
        await Uses(db, "matter_closed_undelivered", db.Matters.Where(m => m.State == MatterState.Closed && m.DeliveredAt == null && m.Outcome != MatterOutcome.Merged));
        await Uses(db, "matter_closed_without_word", db.Matters.Where(m => m.State == MatterState.Closed && m.Verdict == null && m.Outcome != MatterOutcome.Merged));
        await Uses(db, "matter_closed_without_outcome", db.Matters.Where(m => m.State == MatterState.Closed && m.Outcome == null));
        await Uses(db, "matter_untold", db.Matters.Where(m => m.UntoldSince < at && m.Reachable));
    }

    private static async Task Uses(Lianxin.Database.LianxinDb db, string index, IQueryable<Matter> question)
    {
        using var command = question.Select(m => m.Number).CreateDbCommand();
        command.CommandText = "explain query plan " + command.CommandText;
        await db.Database.OpenConnectionAsync(Stop);
        var plan = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(Stop);
        while (await reader.ReadAsync(Stop))
        {
            plan.Add(reader.GetString(3));
        }

        Assert.Contains(plan, line => line.Contains(index + " ", StringComparison.Ordinal) || line.EndsWith(index, StringComparison.Ordinal));
    }
}
