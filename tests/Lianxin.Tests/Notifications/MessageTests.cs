using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Notifications;
using Lianxin.Tests.Support;

namespace Lianxin.Tests.Notifications;

public sealed class MessageTests : IAsyncLifetime
{
    private TestApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await TestApp.Start();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task<MatterReceipt> Taken(string? phone = "13800135521", string? replyBy = null, string language = "zh-Hans") => _app.Get<MatterIntake>().Submit(
        new SubmitMatter
        {
            Body = "永宁社区3栋门口的路灯不亮了。",
            Channel = "web",
            Place = TestTown.Community,
            ReplyBy = replyBy,
            Language = language,
            Contact = new SubmitContact { Phone = phone, Door = "永宁社区3栋2单元501" },
        },
        Given.Anybody);

    [Fact]
    public async Task A_receipt_goes_out_once_as_a_private_file_named_by_nothing_personal_and_tells_the_day()
    {
        var receipt = await Taken();
        Assert.Equal(1, await _app.Send());
        Assert.Equal(0, await _app.Send());
        var message = Assert.Single(_app.Messages());
        Assert.Equal("13800135521", message.To);
        Assert.Contains(new MatterNumber(receipt.Number).Grouped, message.Text, StringComparison.Ordinal);
        Assert.Contains(receipt.Code, message.Text, StringComparison.Ordinal);
        Assert.Contains("/r/" + receipt.Link, message.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", message.Text, StringComparison.Ordinal);
        var file = Assert.Single(Directory.GetFiles(Outbox.Folder(_app), "*.json"));
        Assert.Equal($"{message.Id:N}.json", Path.GetFileName(file));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.NotNull((await _app.Row(receipt)).ToldAt);
        Assert.Empty(await _app.Waiting(receipt.Number));
    }

    [Fact]
    public async Task Who_left_no_phone_gets_no_message_and_who_asked_for_a_call_is_called_with_the_answer()
    {
        var silent = await Taken(phone: null);
        Assert.Empty(await _app.Waiting(silent.Number));
        var called = await Taken(replyBy: "call");
        await Answer(called);
        Assert.Equal(["answer call", "receipt message"], await _app.Waiting(called.Number));
        var landline = await Taken(phone: "0931-8460000");
        await _app.Send();
        Assert.DoesNotContain(_app.Messages(), m => m.To != "13800135521");
        Assert.Equal(["limit call"], await _app.Waiting(landline.Number));
    }

    [Fact]
    [Trait("row", "LZ-32")]
    public async Task A_question_asked_online_is_answered_online_by_a_link_that_needs_no_account()
    {
        var receipt = await _app.Get<MatterIntake>().Submit(
            new SubmitMatter { Body = "公租房怎么申请？", Form = MatterForm.Consultation, Channel = "web", Place = TestTown.Community, Contact = new SubmitContact { Phone = "13800135521" } },
            Given.Anybody);
        await _app.Send();
        await Answer(receipt, "带身份证和收入证明到街道窗口，五个工作日内答复。");
        await _app.Send();
        var link = _app.Messages().Single(m => m.Text.Contains("收入证明", StringComparison.Ordinal)).Text.Split("http://", 2)[1].Split('/', 2)[1].Trim();
        var person = await _app.Browser().Open("/" + link);
        Assert.Contains("带身份证和收入证明到街道窗口", person.Text, StringComparison.Ordinal);
        await person.Press("verdict", ("Verdict", "solved"));
        Assert.Equal(MatterState.Closed, (await _app.Row(receipt)).State);
        var byCode = await _app.Browser().Open("/track");
        await byCode.Press("track", ("Number", new MatterNumber(receipt.Number).Grouped), ("Code", receipt.Code));
        Assert.Contains("带身份证和收入证明到街道窗口", byCode.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_web_form_takes_is_acknowledged_at_once_on_the_page_and_by_message_within_a_minute()
    {
        var (browser, _) = await Portal.Resident.Reported(_app);
        var number = Portal.Resident.NumberOf(browser);
        Assert.Contains("现在谁在办", browser.Page.QuerySelector(".lx-receipt")!.TextContent, StringComparison.Ordinal);
        _app.Clock.Move(TimeSpan.FromSeconds(30));
        await _app.Send();
        Assert.Contains(new MatterNumber(number).Grouped, Assert.Single(_app.Messages()).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("row", "WQ-17")]
    public async Task Who_chose_Korean_gets_receipt_and_result_in_both_languages_and_staff_read_Chinese()
    {
        var receipt = await Taken(language: "ko");
        await _app.Send();
        await Answer(receipt);
        await _app.Send();
        foreach (var message in _app.Messages())
        {
            Assert.Equal("ko", message.Language);
            var lines = message.Text.Split('\n');
            Assert.Contains("您反映的", lines[0], StringComparison.Ordinal);
            Assert.True(lines[^1].Any(c => c is >= '가' and <= '힣'), lines[^1]);
        }

        Assert.Equal(2, _app.Messages().Count);
        var staff = await (await _app.As("centre-lead")).Open(receipt.Page());
        Assert.DoesNotContain(staff.Page.QuerySelector("#lx-main")!.TextContent, c => c is >= '가' and <= '힣');
    }

    [Fact]
    [Trait("row", "ED-31")]
    public async Task A_message_that_the_gateway_gives_back_shows_as_not_told_and_becomes_a_phone_task_until_words_reach_the_person()
    {
        var receipt = await _app.Given.Handled();
        await _app.Send();
        Assert.NotNull((await _app.Row(receipt)).ToldAt);
        _app.GiveBack(Assert.Single(_app.Messages()).Id);
        await _app.Send();
        Assert.Null((await _app.Row(receipt)).ToldAt);

        var lead = await (await _app.As("city-lead")).Open(receipt.Page());
        Assert.Contains("还没有告知", lead.Text, StringComparison.Ordinal);
        await lead.Follow("calls");
        await lead.Follow("call");
        Assert.DoesNotContain("13800135521", lead.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        await lead.Press("take");
        Assert.Contains("13800135521", lead.Text, StringComparison.Ordinal);
        Assert.Contains("2026年9月", lead.Page.QuerySelector("[data-script]")!.TextContent, StringComparison.Ordinal);
        await lead.Press("not_reached");
        Assert.Null((await _app.Row(receipt)).ToldAt);
        await lead.Follow("call");
        await lead.Press("take");
        await lead.Press("told", ("Note", "本人接听"));
        Assert.NotNull((await _app.Row(receipt)).ToldAt);
        Assert.Empty(await _app.Waiting(receipt.Number));
        Assert.Contains("没有要打的电话", lead.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("row", "ED-31")]
    public async Task The_nightly_check_leaves_nobody_untold_without_a_phone_task_and_lists_none_once_all_are_told()
    {
        var receipt = await _app.Given.Handled();
        await using (var db = _app.Read())
        {
            await _app.Journal.Write(Actor.System(), async work => await work.Remove((await work.Db()).Set<Notice>()));
        }

        var nightly = _app.Get<WatchTold>();
        Assert.Equal(1, await nightly.Run(_app.Clock.GetUtcNow().UtcDateTime, TestContext.Current.CancellationToken));
        Assert.Equal(0, await nightly.Run(_app.Clock.GetUtcNow().UtcDateTime, TestContext.Current.CancellationToken));
        await _app.Get<PhoneTasks>().Told(receipt.Number, NoticeAbout.Limit, null, await _app.Given.Officer("city-lead"));
        _app.Clock.Move(TimeSpan.FromDays(3));
        Assert.Equal(0, await nightly.Run(_app.Clock.GetUtcNow().UtcDateTime, TestContext.Current.CancellationToken));
        Assert.True((await _app.Get<Invariants>().Check()).Single(i => i.Code == "INV-04").Holds);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_a_recorded_failure_tried_again_and_at_last_a_call()
    {
        var receipt = await Taken();
        await File.WriteAllTextAsync(Outbox.Folder(_app), "in the way", TestContext.Current.CancellationToken);
        for (var tries = 0; tries < 3; tries++)
        {
            await _app.Send();
            Assert.Null((await _app.Row(receipt)).ToldAt);
            _app.Clock.Move(TimeSpan.FromMinutes(6));
        }

        Assert.Equal(["limit call"], await _app.Waiting(receipt.Number));
        await using var db = _app.Read();
        Assert.Equal(3, db.FactEntries.AsEnumerable().Count(e => System.Text.Encoding.UTF8.GetString(e.Bytes).Contains("matter.message_failed", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Broken_off_between_the_disk_and_the_record_a_message_goes_out_exactly_once(bool letGo)
    {
        var receipt = await Taken();
        var channel = _app.Get<IMessageChannel>();
        Guid id = default;
        await _app.Journal.Write(Actor.System(), async work =>
        {
            var notice = (await work.Find<Notice>(Notice.KeyOf(receipt.Number, NoticeAbout.Receipt)))!;
            (id, notice.StagedAt, notice.WordedAt) = (notice.Message, work.Now, work.Now);
        });
        await channel.Stage(new OutMessage(id, "1", "13800135521", "zh-Hans", "words"));
        if (letGo)
        {
            channel.Release([id]);
            File.Delete(Path.Combine(Outbox.Folder(_app), $"{id:N}.json"));
        }

        await _app.Send();
        Assert.Equal(letGo ? 0 : 1, _app.Messages().Count);
        Assert.NotNull((await _app.Row(receipt)).ToldAt);
        Assert.Equal(0, await _app.Send());
    }

    [Fact]
    public async Task A_wrong_number_ends_the_calls_and_the_answer_waits_under_number_and_code()
    {
        var receipt = await Taken(replyBy: "call");
        await Answer(receipt);
        await _app.Get<PhoneTasks>().WrongNumber(receipt.Number, NoticeAbout.Answer, await _app.Given.Officer("centre-lead"));
        var row = await _app.Row(receipt);
        Assert.False(row.Reachable);
        Assert.NotNull(row.DeliveredAt);
        Assert.Empty(await _app.Waiting(receipt.Number));
    }

    [Fact]
    public async Task A_colleagues_call_is_not_taken_away_before_half_an_hour()
    {
        var receipt = await Taken(replyBy: "call");
        await Answer(receipt);
        var tasks = _app.Get<PhoneTasks>();
        await tasks.Take(receipt.Number, NoticeAbout.Answer, await _app.Given.Officer("clerk"));
        var other = await _app.Given.Officer("operator");
        var refused = await Assert.ThrowsAsync<RefusedException>(() => tasks.Take(receipt.Number, NoticeAbout.Answer, other));
        Assert.Equal("notice.taken", refused.Code);
        _app.Clock.Move(TimeSpan.FromMinutes(31));
        Assert.Contains("路灯", (await tasks.Take(receipt.Number, NoticeAbout.Answer, other)).Script, StringComparison.Ordinal);
    }

    private async Task Answer(MatterReceipt receipt, string words = "路灯已经修好，今晚就亮了。")
    {
        var lead = await _app.Given.Officer("centre-lead");
        var at = new MatterRef(receipt.Number);
        await _app.Get<MatterTriage>().ClassifyAndKeep(at, new ClassifyMatter(MatterKind.Promised, Given.Category, TestTown.Community, Urgent: false), lead);
        await _app.Get<MatterAnswers>().Answer(at, new AnswerMatter(MatterOutcome.Solved, words), lead);
    }
}
