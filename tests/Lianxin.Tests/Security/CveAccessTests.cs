using System.Net;
using System.Text;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.People;
using Lianxin.Tests.Api;
using Lianxin.Tests.Support;

namespace Lianxin.Tests.Security;

/// <summary>Holes of other products in who may see and change what (docs/security/attack-classes.md), tried here.</summary>
public sealed class CveAccessTests(TestApp app) : IClassFixture<TestApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cve_2026_13229_An_attachment_is_not_reached_by_another_matter()
    {
        var (number, link, file) = await app.WithPhoto();
        var other = await app.Given.Matter();
        Assert.Equal(HttpStatusCode.OK, (await app.Ask($"{link}/photos/{file.Seq}/{Place(file)}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Ask($"/r/{other.Link}/photos/{file.Seq}/{Place(file)}")).Status);
        var clerk = await app.Session("coordinator");
        var own = $"/console/matters/{new MatterNumber(number).Digits}/files/{file.Seq}/{file.Path}";
        Assert.Equal(HttpStatusCode.OK, (await app.Ask(own, clerk)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Ask($"{other.Page()}/files/{file.Seq}/{file.Path}", clerk)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Ask(own, await app.Session("water-handler"))).Status);
    }

    [Fact]
    public async Task Cve_2024_33666_Print_brief_and_export_hold_no_more_than_the_page()
    {
        const string Phone = "13800135527";
        var receipt = await app.Given.Dispatched();
        await app.Get<MatterHandling>().Accept(new MatterRef(receipt.Number), null, await app.Given.Officer("city-lead"));
        await app.Given.Matter("另一件事", Phone);
        var lead = await app.Session("coordinator");
        foreach (var path in new[] { "/console/matters", "/console/matters/print", "/console/matters/export", $"{receipt.Page()}/brief", receipt.Page(), "/console/triage" })
        {
            var (status, text, _) = await app.Ask(path, lead);
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.DoesNotContain(Phone, text, StringComparison.Ordinal);
            Assert.DoesNotContain("13800135521", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Cve_2023_34090_No_filter_or_order_asks_about_a_column_that_is_not_shown()
    {
        await app.Given.Matter();
        var lead = await app.Session("coordinator");
        var plain = Rows((await app.Ask("/console/matters", lead)).Text);
        foreach (var query in new[] { "phone=13800135521", "contact.phone=138", "q[contact_phone_start]=138", "sort=phone", "order=contact", "filter[code]=1", "code=1" })
        {
            var (status, text, _) = await app.Ask("/console/matters?" + query, lead);
            Assert.True((int)status < 500, query);
            Assert.Equal(plain, Rows(text));
        }

        using var program = await Caller.With(app, "centre", KeyScopes.Read);
        Assert.Equal(HttpStatusCode.BadRequest, (await program.Get("/api/v1/matters?phone=13800135521")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await program.Get("/api/v1/matters?order=phone")).Status);
    }

    [Fact]
    public async Task Cve_2026_45377_An_address_of_a_photo_opens_nothing_once_its_session_ended()
    {
        var own = await TestApp.Start();
        await using var ended = own.ConfigureAwait(false);
        var (number, _, file) = await own.WithPhoto();
        var session = await own.Session("coordinator");
        var path = $"/console/matters/{new MatterNumber(number).Digits}/files/{file.Seq}/{file.Path}";
        Assert.Equal(HttpStatusCode.OK, (await own.Ask(path, session)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await own.Ask(path)).Status);
        own.Clock.Move(TimeSpan.FromHours(13));
        Assert.Equal(HttpStatusCode.SeeOther, (await own.Ask(path, session)).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await own.Ask($"/track/matter/photos/{file.Seq}/{Place(file)}")).Status);
    }

    [Fact]
    public async Task Cve_2026_40569_A_field_nobody_asked_for_changes_nothing()
    {
        using var program = await Caller.With(app, "city", KeyScopes.Submit, KeyScopes.Act);
        var before = await app.Facts();
        foreach (var extra in new[] { "\"unit\":\"water\"", "\"state\":\"closed\"", "\"officer\":\"city-lead\"", "\"verdict\":\"solved\"", "\"__proto__\":{}", "\"dueOn\":\"2099-01-01\"" })
        {
            await program.Submit($$"""{"body":"路灯",{{extra}}}""");
            Assert.Equal((HttpStatusCode.BadRequest, "field.unknown"), (program.Status, program.FirstCode));
        }

        Assert.Equal(before, await app.Facts());
        var form = await app.Form("/report");
        var (status, _) = await app.Send("/report", form, [("Body", "路灯不亮"), ("Draft.Phone", "1"), ("Draft.Token", "x"), ("Book.Today", "2020-01-01")]);
        Assert.Equal(HttpStatusCode.Redirect, status);
    }

    [Fact]
    public async Task Cve_2009_5055_A_unit_is_matched_whole_and_never_by_the_beginning_of_its_code()
    {
        var unit = await app.Get<Lianxin.Units.UnitDesk>().AddUnit(new() { Code = "cit", Kind = "department", Name = "区城市", Place = TestTown.District, On = new(2024, 1, 1) }, Actor.System(Via.Cli));
        await app.Get<PeopleDesk>().Add(new() { Code = "cit-lead", Name = "测试卯", Unit = unit, Roles = [Roles.UnitLead, Roles.Handler], On = new(2024, 1, 1) }, Actor.System(Via.Cli));
        var receipt = await app.Given.Handled("city");
        Assert.Equal(HttpStatusCode.OK, (await app.Ask(receipt.Page(), await app.Session("city-lead"))).Status);
        var near = await app.Session("cit-lead");
        Assert.Equal(HttpStatusCode.NotFound, (await app.Ask(receipt.Page(), near)).Status);
        Assert.DoesNotContain(receipt.Page(), (await app.Ask("/console/matters", near)).Text, StringComparison.Ordinal);
        using var program = await Caller.With(app, "cit", KeyScopes.Read);
        Assert.Equal(HttpStatusCode.NotFound, (await program.Get($"/api/v1/matters/{new MatterNumber(receipt.Number).Digits}")).Status);
    }

    [Fact]
    public async Task Cve_2024_27090_What_is_not_public_is_reached_by_no_form_of_its_address()
    {
        var receipt = await app.Given.Matter();
        var digits = new MatterNumber(receipt.Number).Digits;
        foreach (var path in new[]
        {
            $"/matters/{digits}", $"/r/{digits}", $"/r/{receipt.Link}x", $"/r/{receipt.Link.ToUpperInvariant()}", $"/r/{receipt.Link}/embed", $"/embed/r/{receipt.Link}",
            $"/r/{receipt.Link}.json", $"/console/matters/{digits}.json", $"/api/matters/{digits}", $"/track/matter/{digits}", $"/report/{digits}",
        })
        {
            var (status, text, _) = await app.Ask(path);
            Assert.True(status is HttpStatusCode.NotFound or HttpStatusCode.SeeOther or HttpStatusCode.Unauthorized, $"{path}: {status}");
            Assert.DoesNotContain("路灯不亮了", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Cve_2020_29160_An_entry_of_the_journal_is_changed_by_no_request()
    {
        var receipt = await app.Given.Handled("city");
        var lead = await app.Session("city-lead");
        var before = await app.Facts();
        using var client = app.Client();
        foreach (var method in new[] { "PUT", "PATCH", "DELETE" })
        {
            foreach (var path in new[] { receipt.Page(), $"/api/v1/matters/{new MatterNumber(receipt.Number).Digits}" })
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = AttackedOffice.Json("{}") };
                request.Headers.Add("Cookie", "lx-session=" + lead);
                using var answer = await client.SendAsync(request, Stop);
                Assert.InRange((int)answer.StatusCode, 300, 499);
            }
        }

        Assert.Equal(before, await app.Facts());
    }

    private static string Place(Lianxin.Vault.StoredFile file) => file.Path.Split('_')[1];

    private static string Rows(string html) => html.Contains("<tbody", StringComparison.Ordinal) ? html[html.IndexOf("<tbody", StringComparison.Ordinal)..html.IndexOf("</tbody>", StringComparison.Ordinal)].Split("<tr").Length.ToString(System.Globalization.CultureInfo.InvariantCulture) : "none";
}
