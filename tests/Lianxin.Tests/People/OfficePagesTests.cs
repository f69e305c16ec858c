using System.Net;
using Lianxin.Foundation;
using Lianxin.People;
using Lianxin.Profiles;
using Lianxin.Settings;
using Lianxin.Tests.Support;
using Lianxin.Units;

namespace Lianxin.Tests.People;

/// <summary>Units, places and people by their pages, without script.</summary>
public sealed class OfficePagesTests : IAsyncLifetime
{
    private TestApp _app = null!;
    private Staff _staff = null!;
    private Guid _head;
    private Guid _handler;
    private Browser _system = null!;
    private Browser _security = null!;

    private DateOnly Today => ShanghaiTime.DayOf(_app.Clock.GetUtcNow().UtcDateTime);

    public async ValueTask InitializeAsync()
    {
        _app = await TestApp.StartEmpty();
        _staff = await Staff.Make(_app);
        _system = await _staff.Browser(await _staff.Add("system", null, Roles.SystemAdmin));
        _security = await _staff.Browser(await _staff.Add("security", null, Roles.SecurityAdmin));
        _head = await _staff.Add("head", _staff.Department, Roles.UnitLead);
        _handler = await _staff.Add("handler", _staff.Department, Roles.Handler);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    [Trait("row", "ED-16")]
    public async Task A_unit_is_added_renamed_and_shown_as_of_a_day()
    {
        await _app.Get<SettingDesk>().Apply(ProfileReader.Rows(SourceTree.At("profiles/neutral")), Staff.Start, Staff.System);
        await _system.Open("/console/units");
        await _system.Follow("add");
        await _system.Press("add", ("Input.Name", "民情气象站"), ("Input.Code", ""), ("Input.Kind", "department"), ("Input.On", "2026-01-01"));
        Assert.Equal(HttpStatusCode.BadRequest, _system.Status);
        Assert.Contains("代码", _system.Page.QuerySelector("#Input_Code-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("民情气象站", _system.Page.QuerySelector("#Input_Name")!.GetAttribute("value"));
        await _system.Press("add", ("Input.Code", "dept"));
        Assert.Equal(HttpStatusCode.Conflict, _system.Status);
        Assert.NotNull(_system.Page.QuerySelector("#Input_Code-error"));
        Assert.Equal("2026-01-01", _system.Page.QuerySelector("#Input_On")!.GetAttribute("value"));
        await _system.Press("add", ("Input.Code", "weather"));
        await _system.Press("rename", ("Rename.Name", "365干群工作室"), ("Rename.On", "2026-02-15"));
        Assert.Equal("365干群工作室", _system.Page.QuerySelector("h1")!.TextContent);
        await _system.Press("topics", ("Topics.Topics", "roads"), ("Topics.Topics", "drainage"), ("Topics.Topics", "moonshine"));
        await _system.Press("contact", ("Contact.Phone", "0000-5501100"));
        Assert.Contains("市政道路、排水", _system.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("moonshine", _system.Text, StringComparison.Ordinal);
        await _system.Open("/console/units?On=2026-01-20");
        Assert.Contains("民情气象站", _system.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("365干群工作室", _system.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stale_form_is_refused_and_keeps_what_was_typed()
    {
        await _system.Open($"/console/units/{_staff.Room}");
        await _app.Get<UnitDesk>().SetContact(_staff.Room, 1, "某路1号", null, Staff.System);
        await _system.Press("rename", ("Rename.Name", "永宁社区新工作室"));
        Assert.Equal(HttpStatusCode.Conflict, _system.Status);
        Assert.Contains("别人改过", _system.Text, StringComparison.Ordinal);
        Assert.Equal("永宁社区新工作室", _system.Page.QuerySelector("#Rename_Name")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_unit_is_moved_and_closed()
    {
        await _system.Open($"/console/units/{_staff.Room}");
        await _system.Press("move", ("Move.Parent", _staff.Lead.ToString()));
        Assert.Contains("区社会工作部", _system.Text, StringComparison.Ordinal);
        await _system.Press("close", ("Close.Successor", _staff.Lead.ToString()));
        Assert.DoesNotContain(_system.Page.QuerySelectorAll("button"), b => b.GetAttribute("data-action") == "close");
    }

    [Fact]
    [Trait("row", "WQ-18")]
    public async Task A_place_is_added_moved_and_found_under_either_parent()
    {
        await Place("连心区", "990101000000", PlaceLevel.District, "");
        await Place("东桥街道", "990101001000", PlaceLevel.Street, "990101000000");
        await Place("北湖镇", "990101100000", PlaceLevel.Town, "990101000000");
        await Place("柳荫社区", "990101100010", PlaceLevel.Community, "990101100000");
        await _system.Press("alias", ("Alias.Alias", "江北"));
        await _system.Press("move", ("Move.Parent", "990101001000"));
        Assert.Contains("东桥街道柳荫社区", _system.Text, StringComparison.Ordinal);
        foreach (var words in new[] { "北湖镇", "东桥", "江北", "lysq", "990101100010" })
        {
            await _system.Open("/console/places?Q=" + Uri.EscapeDataString(words));
            Assert.Contains("990101100010", _system.Text, StringComparison.Ordinal);
        }

        await _system.Open("/console/places");
        var street = _system.Page.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("990101001000", StringComparison.Ordinal));
        Assert.Equal("1", street.QuerySelector(".lx-cell-num")!.TextContent);
        Assert.DoesNotContain("990101100010", _system.Text, StringComparison.Ordinal);
        await _system.Open(street.QuerySelector("a")!.GetAttribute("href")!);
        await _system.Open(_system.Page.QuerySelector("tbody a")!.GetAttribute("href")!);
        Assert.Equal("/console/places/990101001000", _system.Page.QuerySelector(".lx-back")!.GetAttribute("href"));
        await _system.Press("rename", ("Rename.Name", "柳荫新村社区"));
        Assert.Equal("柳荫新村社区", _system.Page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task An_officer_is_added_changed_and_put_on_leave()
    {
        await _security.Open("/console/people");
        await _security.Follow("add");
        await _security.Press("add", ("Input.Name", "某新人"), ("Input.Code", "new"), ("Input.Unit", _staff.Department.ToString()));
        Assert.Equal(HttpStatusCode.BadRequest, _security.Status);
        await _security.Press("add", ("Input.Roles", Roles.SystemAdmin), ("Input.Roles", Roles.AuditAdmin));
        Assert.Equal(HttpStatusCode.Conflict, _security.Status);
        Assert.NotNull(_security.Page.QuerySelector("#Input_Roles-error"));
        await _security.Press("add", ("Input.Roles", Roles.Handler));
        Assert.Equal("某新人", _security.Page.QuerySelector("h1")!.TextContent);
        var officer = (await _staff.People()).ByCode("new")!.Id;
        await _security.Follow("change");
        await _security.Press("roles", ("Change.Roles", Roles.Handler), ("Change.Roles", Roles.Supervisor));
        Assert.Contains("督办员", _security.Text, StringComparison.Ordinal);
        await _security.Follow("change");
        await _security.Press("rename", ("Rename.Name", "某同事"), ("Rename.Title", "科长"));
        await _security.Follow("change");
        await _security.Press("triage");
        Assert.Equal(officer, (await _staff.People()).TriageOfficerOf(_staff.Department, Today)!.Id);
        await _security.Follow("leave");
        await _security.Press("leave", ("Leave.Successor", _handler.ToString()));
        Assert.Contains("由某handler代理", _security.Text, StringComparison.Ordinal);
        await _security.Follow("leave");
        await _security.Press("return");
        Assert.True((await _staff.People()).IsPresent(officer, Today));
        await _security.Open($"/console/people/{officer}/change");
        await _security.Press("move", ("Move.Unit", _staff.Lead.ToString()), ("Move.Successor", _head.ToString()));
        Assert.Equal(_staff.Lead, (await _staff.People()).UnitOf(officer, Today));
    }

    [Fact]
    public async Task The_only_head_cannot_be_switched_off_and_the_page_says_why()
    {
        await _security.Open($"/console/people/{_head}/change");
        await _security.Press("deactivate", ("Off.Successor", _handler.ToString()));
        Assert.Equal(HttpStatusCode.Conflict, _security.Status);
        Assert.Contains("没有负责人", _security.Page.QuerySelector(".lx-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_lead_records_leave_of_the_own_people()
    {
        var lead = await _staff.Browser(_head);
        await lead.Open($"/console/people/{_handler}");
        await lead.Follow("leave");
        await lead.Press("leave", ("Leave.Successor", _head.ToString()));
        Assert.Contains("由某head代理", lead.Text, StringComparison.Ordinal);
        var other = await _staff.Add("other", _staff.Lead, Roles.Handler);
        await _staff.Add("other-two", _staff.Lead, Roles.Handler);
        await lead.Open($"/console/people/{other}/leave");
        await lead.Press("leave", ("Leave.Successor", (await _staff.People()).ByCode("other-two")!.Id.ToString()));
        Assert.Equal(HttpStatusCode.Conflict, lead.Status);
    }

    [Fact]
    public async Task Every_page_has_one_heading_a_title_and_labelled_fields()
    {
        await Place("连心区", "990101000000", PlaceLevel.District, "");
        foreach (var (browser, path) in new[]
        {
            (_system, "/console/account"), (_system, "/console/units"), (_system, "/console/units/add"), (_system, $"/console/units/{_staff.Room}"),
            (_system, "/console/places"), (_system, "/console/places/add"), (_system, "/console/places/990101000000"), (_system, "/sign-out"),
            (_security, "/console/people"), (_security, "/console/people/add"), (_security, $"/console/people/{_head}"),
            (_security, $"/console/people/{_head}/change"), (_security, $"/console/people/{_head}/leave"), (_security, "/console/account/generator"),
            (_app.Browser(), "/sign-in"),
        })
        {
            await browser.Open(path);
            Assert.Equal(HttpStatusCode.OK, browser.Status);
            Assert.Single(browser.Page.QuerySelectorAll("h1"));
            Assert.NotEqual("", browser.Page.Title);
            Assert.All(browser.Page.QuerySelectorAll("input:not([type=hidden]):not([hidden]),select,textarea"), field => Assert.True(
                browser.Page.QuerySelector($"label[for='{field.Id}']") is not null || field.HasAttribute("aria-label"), $"{path}: {field.OuterHtml}"));
            var ids = browser.Page.QuerySelectorAll("[id]").Select(e => e.Id!).ToList();
            Assert.Equal(ids.Distinct(), ids);
            Assert.All(browser.Page.QuerySelectorAll("form[method=post]"), form => Assert.NotNull(form.QuerySelector("input[name=_form]")));
        }
    }

    private async Task Place(string name, string code, PlaceLevel level, string parent)
    {
        await _system.Open("/console/places/add");
        await _system.Press("add", ("Input.Name", name), ("Input.Code", code), ("Input.Level", level.ToString()), ("Input.Parent", parent), ("Input.On", "2026-01-01"));
        Assert.Equal($"/console/places/{code}", _system.At.AbsolutePath);
    }
}
