using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Tests.Pictures;
using Lianxin.Tests.Portal;
using Lianxin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Matters;

/// <summary>Whatever way a matter comes, it stands in one register, in one series of numbers, on one thread with its person.</summary>
public sealed class OneRegisterTests : IAsyncLifetime
{
    private TestApp _app = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _app = await TestApp.Start();
        _app.Clock.SetLocal(2026, 3, 5, 9);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    [Trait("row", "ED-01")]
    public async Task A_photo_added_in_the_evening_stands_on_the_handlers_thread_and_the_reply_on_the_residents_each_with_who_and_when()
    {
        var receipt = await _app.Given.Handled();
        _app.Clock.SetLocal(2026, 3, 5, 20, 10);
        var person = await _app.Browser().Open("/r/" + receipt.Link);
        await person.Upload("add", "Upload", [("evening.jpg", JpegSamples.All["Baseline420"])], ("Words", "晚上拍的，还是黑的。"));

        var desk = await _app.As("city-lead");
        await desk.Open($"/console/matters/{new MatterNumber(receipt.Number).Digits}");
        var added = Entry(desk, "晚上拍的");
        Assert.NotNull(added.QuerySelector("img"));
        Assert.Contains("20:10", added.TextContent, StringComparison.Ordinal);
        Assert.Contains("反映人", added.TextContent, StringComparison.Ordinal);

        _app.Clock.SetLocal(2026, 3, 6, 8, 30);
        desk = await _app.As("city-lead");
        await desk.Open($"/console/matters/{new MatterNumber(receipt.Number).Digits}/note");
        await desk.Press("note", ("Words", "收到照片，今天上午换灯。"), ("Open", "true"));
        await person.Open("/r/" + receipt.Link);
        var reply = Entry(person, "今天上午换灯");
        Assert.Contains("区城市管理局", reply.TextContent, StringComparison.Ordinal);
        Assert.Contains("8:30", reply.TextContent, StringComparison.Ordinal);
        Assert.Contains("20:10", Entry(person, "晚上拍的").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("row", "WQ-02")]
    public async Task Letter_visit_mailbox_and_phone_follow_one_another_in_one_series_without_a_gap()
    {
        var before = new MatterNumber((await _app.Given.Matter()).Number).Serial;
        string[] channels = ["letter", "visit", "mailbox", "hotline"];
        foreach (var channel in channels)
        {
            var desk = await _app.As("clerk");
            await desk.Open("/console/intake");
            string[] opened = channel == "letter" ? ["2026-03-05"] : [];
            await desk.Press(
                "leave",
                [("Input.Body", "楼道灯不亮。"), ("Input.Channel", channel), .. opened.Select(day => ("Input.OpenedOn", day))]);
        }

        await using var db = _app.Read();
        var rows = await db.Matters.OrderBy(m => m.Number).Select(m => new { m.Number, m.Channel }).ToListAsync(Stop);
        Assert.Equal(channels, rows.Skip(1).Select(r => r.Channel));
        Assert.Equal(Enumerable.Range(0, 5).Select(n => before + n), rows.Select(r => new MatterNumber(r.Number).Serial));
    }

    [Fact]
    [Trait("row", "ED-27")]
    public async Task Box_hotline_and_card_are_one_matter_and_three_contacts_each_counted_under_its_channel()
    {
        var master = await _app.Given.Matter(channel: "mailbox");
        foreach (var channel in (string[])["hotline", "contact-card"])
        {
            var member = await _app.Given.Matter(channel: channel, phone: null);
            var desk = await _app.As("centre-lead");
            await desk.Open($"/console/matters/{new MatterNumber(member.Number).Digits}/merge");
            await desk.Press("merge", ("Master", new MatterNumber(master.Number).Grouped));
        }

        var reader = await _app.As("supervisor");
        await reader.Open("/console/figures/channels");
        foreach (var channel in (string[])["mailbox", "hotline", "contact-card"])
        {
            Assert.Equal("1", reader.Page.QuerySelector($"tr[data-channel={channel}] a")!.TextContent);
        }

        await using var db = _app.Read();
        Assert.Equal(1, await db.Matters.CountAsync(m => m.Master == null, Stop));
    }

    private static AngleSharp.Dom.IElement Entry(Browser browser, string words) =>
        browser.Page.QuerySelectorAll(".lx-thread > li").Single(e => e.TextContent.Contains(words, StringComparison.Ordinal));
}
