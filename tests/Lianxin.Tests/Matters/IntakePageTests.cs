using System.Net;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Tests.Support;
using Lianxin.Vault;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Matters;

/// <summary>Window and hotline: one screen in spoken order, settled while the person is there.</summary>
public sealed class IntakePageTests : IAsyncLifetime
{
    private const string Body = "永宁社区3栋门口的路灯不亮了，晚上看不见台阶。";
    private TestApp _app = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await TestApp.Start();
        _app.Clock.SetLocal(2026, 9, 1, 9);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<Browser> Open(string officer = "operator")
    {
        var browser = await _app.As(officer);
        return await browser.Open("/console/intake");
    }

    private async Task<Matter> Last()
    {
        await using var db = _app.Read();
        return await db.Matters.OrderByDescending(m => m.Number).FirstAsync();
    }

    [Fact]
    public async Task The_tab_order_is_the_order_in_which_it_is_said_and_starts_at_the_number()
    {
        var browser = await Open();
        var order = browser.Page.QuerySelectorAll("form[data-lx-live] input:not([type=hidden]), form[data-lx-live] select, form[data-lx-live] textarea")
            .Select(e => e.GetAttribute("name")).Where(n => n is not null).ToList();
        string[] spoken = ["Phone", "Name", "Body", "Place", "Category", "Urgent", "Unit", "ReplyBy"];
        Assert.Equal(spoken, order.Select(n => n!.Split('.')[1]).Where(spoken.Contains));
        Assert.All(browser.Page.QuerySelectorAll("[tabindex]").Where(e => e.GetAttribute("tabindex") != "0"), e => Assert.Equal("-1", e.GetAttribute("tabindex")));
        Assert.True(browser.Page.QuerySelector("#Input_Phone")!.HasAttribute("autofocus"));
    }

    [Fact]
    public async Task A_call_is_dispatched_its_slip_printed_and_number_and_day_are_read_aloud()
    {
        var browser = await Open();
        await browser.Press("similar", ("Input.Body", Body), ("Input.Place", TestTown.Community));
        Assert.Contains("路灯", browser.Page.QuerySelector("[data-suggested]")!.TextContent, StringComparison.Ordinal);
        await browser.Press("dispatch", ("Input.Phone", "138 0013 5531"), ("Input.Name", "王女士"), ("Input.Category", Given.Category), ("Input.ReplyBy", "call"));
        var matter = await Last();
        Assert.Equal($"/console/intake/{matter.Number}", browser.At.AbsolutePath);
        Assert.Equal((MatterState.Dispatched, "hotline", MatterKind.Promised, "call"), (matter.State, matter.Channel, matter.Kind!.Value, matter.ReplyBy));
        Assert.Equal(await _app.Given.Unit("city"), matter.OfferedTo);
        Assert.Equal(6, browser.Page.QuerySelector("[data-code]")!.TextContent.Count(char.IsAsciiDigit));
        Assert.NotNull(browser.Page.QuerySelector("svg.lx-qr, .lx-qr"));
        Assert.Null(matter.ToldAt);
        await browser.Press("spoken");
        Assert.NotNull((await Last()).ToldAt);
        Assert.Contains(await _app.Facts(matter.Number), f => f is MatterTold { Way: "call" });
        await browser.Follow("next");
        Assert.True(browser.Page.QuerySelector("#Input_Phone")!.HasAttribute("autofocus"));
        var other = await _app.As("clerk");
        await other.Open($"/console/intake/{matter.Number}");
        Assert.Null(other.Page.QuerySelector("[data-code]"));
        _app.Clock.Move(TimeSpan.FromMinutes(61));
        browser = await _app.As("operator");
        await browser.Open($"/console/intake/{matter.Number}");
        Assert.Null(browser.Page.QuerySelector("[data-code]"));
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_is_one_matter_with_the_same_slip()
    {
        var (form, actor) = (Guid.NewGuid(), await _app.Given.Officer("clerk"));
        var input = new ReceiveMatter(new SubmitMatter { Body = Body, Channel = "window" }, ReceptionEnd.Leave);
        var reception = _app.Get<MatterReception>();
        var sent = await Task.WhenAll(reception.Receive(input, form, actor), reception.Receive(input, form, actor));
        Assert.Equal((sent[0].Number, sent[0].Code, sent[0].Link), (sent[1].Number, sent[1].Code, sent[1].Link));
        Assert.Equal(1, await Count());
        Assert.NotEqual(sent[0].Number, (await reception.Receive(input, Guid.NewGuid(), actor)).Number);
        await using var db = _app.Read();
        Assert.DoesNotContain(await db.IntakeSlips.ToListAsync(TestContext.Current.CancellationToken), s => s.Sealed.Contains(sent[0].Code, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_the_open_matters_of_the_whole_number_are_shown_and_each_look_is_logged()
    {
        var open = await _app.Given.Matter(phone: "13800135532");
        var other = await _app.Given.Matter(phone: "13800135533");
        var closed = await _app.Given.Matter(phone: "13800135532");
        await _app.Get<MatterFeedback>().Withdraw(new MatterRef(closed.Number), null, Given.ThePerson);
        var browser = await Open();
        await browser.Press("caller", ("Input.Phone", "１３８ 0013-5532"), ("Input.Body", "喂"));
        var shown = browser.Page.QuerySelector("[data-caller]")!.TextContent;
        Assert.Contains(open.Number.ToString()[^4..], shown, StringComparison.Ordinal);
        Assert.DoesNotContain(other.Number.ToString()[^4..], shown, StringComparison.Ordinal);
        Assert.DoesNotContain(closed.Number.ToString()[^4..], shown, StringComparison.Ordinal);
        Assert.Single(browser.Page.QuerySelectorAll("[data-caller] li"));
        Assert.DoesNotContain("路灯不亮", shown, StringComparison.Ordinal);
        Assert.Equal("喂", browser.Page.QuerySelector("#Input_Body")!.TextContent);

        await using var db = _app.Read();
        var looks = (await db.AccessEntries.Select(e => e.Bytes).ToListAsync(TestContext.Current.CancellationToken))
            .ConvertAll(b => Lianxin.Ledger.EntryReader.Read(b)).Where(e => e.Entry.Type == "contact.looked_up").ToList();
        var look = (ContactLookedUp)_app.Journal.Catalogue.Read(Assert.Single(looks));
        Assert.Equal([open.Number], look.Matters);
        Assert.Equal(browser.Page.QuerySelector("input[name='Input.Contact']")!.GetAttribute("value"), look.Contact.ToString());
        await browser.Press("caller", ("Input.Phone", "1380013"));
        Assert.Equal(HttpStatusCode.Conflict, browser.Status);
        Assert.Null(browser.Page.QuerySelector("[data-caller]"));
    }

    [Fact]
    [Trait("row", "LZ-20")]
    public async Task A_question_is_answered_on_the_spot_in_one_save()
    {
        var browser = await Open("clerk");
        await browser.Press(
            "answer_now", ("Input.Body", "办居住证要带什么？"), ("Input.Phone", "13800135534"), ("Input.Outcome", "Solved"), ("Input.Answer", "身份证和租房合同，二楼3号窗口。"));
        var matter = await Last();
        Assert.Equal((MatterState.Answered, MatterKind.Immediate, "window"), (matter.State, matter.Kind!.Value, matter.Channel));
        Assert.NotNull(matter.DeliveredAt);
        Assert.Null(browser.Page.QuerySelector("button[data-action=spoken]"));
    }

    [Fact]
    public async Task A_refusal_without_a_second_person_saves_nothing_and_keeps_what_was_typed()
    {
        var before = await Count();
        var browser = await Open("clerk");
        await browser.Press("refuse", ("Input.Body", Body), ("Input.Explanation", "法院正在审理。"));
        Assert.Equal(HttpStatusCode.Conflict, browser.Status);
        Assert.Equal(Body, browser.Page.QuerySelector("#Input_Body")!.TextContent);
        Assert.Equal(before, await Count());
        await browser.Press("merge", ("Input.Master", "260000000013"));
        Assert.Equal(HttpStatusCode.Conflict, browser.Status);
        await browser.Press("leave", ("Input.Body", ""));
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        Assert.NotNull(browser.Page.QuerySelector("#Input_Body-error"));
        Assert.Equal(before, await Count());
    }

    [Fact]
    [Trait("row", "ED-27")]
    public async Task A_call_about_a_running_matter_is_merged_into_it_and_keeps_its_own_number()
    {
        var master = await _app.Given.Handled();
        var browser = await Open();
        await browser.Press("similar", ("Input.Body", Body), ("Input.Place", TestTown.Community));
        Assert.Single(browser.Page.QuerySelectorAll("[data-similar] li"));
        await browser.Press("merge", ("Input.Phone", "13800135535"), ("Input.Master", new MatterNumber(master.Number).Grouped));
        var member = await Last();
        Assert.Equal((master.Number, "hotline"), (member.Master!.Value, member.Channel));
    }

    [Fact]
    [Trait("row", "QW-20")]
    public async Task A_letter_keeps_both_days_and_its_clock_runs_from_the_opening()
    {
        _app.Clock.SetLocal(2026, 3, 5, 9);
        var browser = await Open("clerk");
        await browser.Press(
            "leave", ("Input.Body", "信里说的是三件事。"), ("Input.Channel", "letter"), ("Input.PostmarkedOn", "2026-03-02"), ("Input.OpenedOn", "2026-03-04"));
        var letter = await Last();
        Assert.Equal((new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 4), new DateOnly(2026, 3, 11)), (letter.PostmarkedOn!.Value, letter.OpenedOn!.Value, letter.DueOn!.Value));
        await browser.Open("/console/intake");
        await browser.Press(
            "leave", ("Input.Body", "信。"), ("Input.Channel", "letter"), ("Input.PostmarkedOn", "2026-03-05"), ("Input.OpenedOn", "2026-03-04"));
        Assert.Equal(HttpStatusCode.Conflict, browser.Status);
        Assert.NotNull(browser.Page.QuerySelector("#Input_PostmarkedOn-error"));
    }

    [Fact]
    public async Task A_visit_of_four_is_one_reception_with_its_heads_however_many_matters_it_brings()
    {
        var browser = await Open("clerk");
        await browser.Press("leave", ("Input.Body", "四个人来说拆迁补偿的事。"), ("Input.Channel", "visit"), ("Input.Heads", "4"));
        var first = await Last();
        await browser.Follow("more");
        await browser.Press("leave", ("Input.Body", "还有停水的事。"));
        var second = await Last();
        Assert.NotEqual(first.Number, second.Number);
        Assert.Equal((4, "visit"), (first.Heads, second.Channel));
        Assert.NotNull(first.Reception);
        Assert.Equal(first.Reception, second.Reception);
        await browser.Open("/console/intake");
        await browser.Press("leave", ("Input.Body", "另一位。"));
        Assert.NotEqual(first.Reception, (await Last()).Reception);
    }

    [Fact]
    public async Task A_matter_handed_down_keeps_the_superiors_channel_and_number()
    {
        var browser = await Open("clerk");
        await browser.Press("leave", ("Input.Body", "州长公开电话转来。"), ("Input.Channel", "city-phone"), ("Input.SourceNumber", "州电〔2026〕12号"), ("Input.Interpreter", "ko"));
        var matter = await Last();
        Assert.Equal(("city-phone", "ko"), (matter.Channel, matter.Interpreter));
        Assert.Equal("州电〔2026〕12号", await _app.Words(matter.BodySeq, "source_number"));
    }

    [Fact]
    public async Task Places_and_units_are_found_by_their_initials_with_and_without_script()
    {
        var browser = await Open();
        await browser.Press("similar", ("Input.PlaceSearch", "yn"), ("Input.UnitSearch", "qcs"));
        Assert.Contains(browser.Page.QuerySelectorAll("#Input_Place option"), o => o.GetAttribute("value") == TestTown.Community);
        Assert.DoesNotContain(browser.Page.QuerySelectorAll("#Input_Place option"), o => o.GetAttribute("value") == TestTown.Street);
        await browser.Open("/console/find/units?q=qcsglj");
        Assert.Contains("区城市管理局", browser.Page.Body!.OuterHtml, StringComparison.Ordinal);
        await browser.Open("/console/find/people?q=a");
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
    }

    private async Task<int> Count()
    {
        await using var db = _app.Read();
        return await db.Matters.CountAsync();
    }
}
