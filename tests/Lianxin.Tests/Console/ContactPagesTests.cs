using System.Net;
using Lianxin.Matters;
using Lianxin.Tests.Support;
using Lianxin.Vault;
using Lianxin.Foundation;

namespace Lianxin.Tests.Console;

/// <summary>The person's contact on staff pages: masked, shown for a reason and on record; the printed slip.</summary>
public sealed class ContactPagesTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_contact_is_masked_until_a_reason_is_given_and_the_look_is_recorded()
    {
        var matter = await app.Given.Handled();
        var browser = await app.As("city-lead");
        await browser.Open(matter.Page());
        Assert.Contains("138****5521", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("13800135521", browser.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        await browser.Follow("contact");
        await browser.Press("reveal");
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        Assert.Equal(0, Looks(matter));
        await browser.Press("reveal", ("Reason", "回电话核实位置"));
        Assert.Equal("13800135521", browser.Page.QuerySelector("[data-contact=phone]")!.TextContent);
        Assert.Equal(1, Looks(matter));
    }

    [Fact]
    public async Task Who_has_nothing_to_do_with_the_person_finds_no_contact_page()
    {
        var matter = await app.Given.Handled();
        var street = await app.As("street-lead");
        await street.Open(matter.Page() + "/contact");
        Assert.Equal(HttpStatusCode.NotFound, street.Status);
    }

    [Fact]
    public async Task No_list_holds_a_contact_even_masked()
    {
        await app.Given.Handled();
        var browser = await app.As("city-lead");
        await browser.Open("/console/matters");
        Assert.DoesNotContain("138", browser.Page.QuerySelector("table")!.TextContent.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Handing_the_slip_over_shows_the_code_and_tells_the_date()
    {
        var matter = await app.Given.Handled();
        var browser = await app.As("city-lead");
        await browser.Open(matter.Page());
        await browser.Follow("slip");
        Assert.DoesNotContain(matter.Code, browser.Text, StringComparison.Ordinal);
        await browser.Press("hand");
        Assert.Contains(matter.Code, browser.Text, StringComparison.Ordinal);
        Assert.Equal(1, Looks(matter));
        Assert.NotNull((await app.Row(matter)).ToldAt);
        await browser.Open(matter.Page());
        browser.LastSaid("打印回执单告知期限");
    }

    private int Looks(MatterReceipt matter)
    {
        using var db = app.Read();
        return db.AccessEntries.Count(e => e.Matter == matter.Number);
    }
}
