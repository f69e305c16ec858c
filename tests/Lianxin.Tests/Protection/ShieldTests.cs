using System.IO.Compression;
using System.Net;
using System.Text;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.People;
using Lianxin.Tests.Api;
using Lianxin.Tests.Support;
using Lianxin.Units;
using Lianxin.Web.Hosting;

namespace Lianxin.Tests.Protection;

/// <summary>Who is complained about, what stands below and their line above learn nothing of the person, by any way (INV-14, INV-10).</summary>
public sealed class ShieldTests(ShieldTests.Office office) : IClassFixture<ShieldTests.Office>
{
    private const string Name = "测试金丝雀";
    private const string Phone = "13911112222";
    private const string Identity = "110101199003077571";
    private const string Door = "7栋3单元1904室";
    private static readonly string[] Canaries = [Name, Phone, Identity, Door, "139****2222"];

    private readonly TestApp _app = office.App;

    [Fact]
    [Trait("row", "INV-14")]
    public async Task No_page_list_sheet_or_answer_for_the_respondents_officers_holds_anything_of_the_person()
    {
        var matter = await Complained();
        var absent = Digits(matter.Number + 7_000);
        foreach (var who in new[] { "city-lead", "city-handler", "brigade-lead", "above-lead" })
        {
            var browser = await _app.As(who);
            foreach (var route in AccessMatrix.Rows.Where(r => r.Takes("GET") && r.Route.StartsWith("/console", StringComparison.Ordinal)).Select(r => r.Route).Distinct())
            {
                await browser.Open(Filled(route, Digits(matter.Number)));
                Clean(browser, matter, who, Digits(matter.Number));
                var (status, text) = (browser.Status, Plain(browser, Digits(matter.Number)));
                if (route.Contains("{number", StringComparison.Ordinal))
                {
                    await browser.Open(Filled(route, absent));
                    Assert.Equal((status, text), (browser.Status, Plain(browser, absent)));
                    Assert.NotEqual(HttpStatusCode.OK, status);
                }
            }

            foreach (var asked in new[] { Name, Phone, Identity, Door, "金丝雀", Digits(matter.Number) })
            {
                foreach (var list in new[] { "/console/matters?State=all&Order=newest&Q=", "/console/matters?Q=", "/console/matters/print?State=all&Q=", "/console/go?Q=", "/console/find/places?Q=" })
                {
                    await browser.Open(list + Uri.EscapeDataString(asked));
                    Assert.DoesNotContain("/matters/" + Digits(matter.Number), browser.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
                    Assert.All(Canaries.Where(c => c != asked && !asked.Contains("金丝雀", StringComparison.Ordinal)), c => Assert.DoesNotContain(c, browser.Page.DocumentElement.OuterHtml, StringComparison.Ordinal));
                }
            }
        }
    }

    [Fact]
    [Trait("row", "INV-14")]
    public async Task The_sheet_and_the_interface_of_the_respondent_leave_the_matter_out()
    {
        var matter = await Complained();
        await _app.Given.Handled();
        var browser = await _app.As("city-lead");
        await browser.Open("/console/matters?State=all");
        using var sheet = new ZipArchive(new MemoryStream(await browser.Download("export")));
        foreach (var part in sheet.Entries)
        {
            using var reader = new StreamReader(part.Open(), Encoding.UTF8);
            var text = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
            Assert.DoesNotContain(Digits(matter.Number), text, StringComparison.Ordinal);
            Assert.DoesNotContain("金丝雀", text, StringComparison.Ordinal);
        }

        using var caller = await Caller.With(_app, "city", KeyScopes.Read, KeyScopes.Act);
        var absent = Digits(matter.Number + 7_000);
        foreach (var part in new[] { "", "/thread", "/deadline" })
        {
            await caller.Get($"/api/v1/matters/{Digits(matter.Number)}{part}");
            var (status, code) = (caller.Status, caller.Code);
            await caller.Get($"/api/v1/matters/{absent}{part}");
            Assert.Equal((status, code), (caller.Status, caller.Code));
            Assert.Equal(HttpStatusCode.NotFound, status);
        }

        await caller.Get("/api/v1/matters");
        Assert.DoesNotContain(Digits(matter.Number), Encoding.UTF8.GetString(caller.Bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Naming_the_unit_that_has_it_takes_it_away_and_it_cannot_be_sent_back_there()
    {
        var matter = await Complained();
        var coordinator = await _app.Given.Officer("coordinator");
        Assert.Equal((await _app.Given.Unit("lead"), coordinator.Id!.Value), (((await _app.Row(matter)).Unit), (await _app.Row(matter)).Officer));
        foreach (var unit in new[] { "city", "brigade", "above" })
        {
            var no = await Assert.ThrowsAsync<RefusedException>(async () => await _app.Get<MatterTriage>().Dispatch(new MatterRef(matter.Number), await _app.Given.Unit(unit), null, coordinator));
            Assert.Equal("matter.shield_barred", no.Code);
        }

        await _app.Get<MatterTriage>().Dispatch(new MatterRef(matter.Number), await _app.Given.Unit("street"), null, coordinator);
        var street = await _app.As("street-lead");
        await street.Open(matter.Page());
        Assert.Equal(HttpStatusCode.OK, street.Status);
    }

    [Fact]
    public async Task The_caller_look_of_the_respondents_unit_does_not_find_the_matter()
    {
        var matter = await Complained();
        var found = await _app.Get<CallerLook>().OpenMatters(Phone, Guid.NewGuid(), await _app.Given.Officer("city-lead"));
        Assert.DoesNotContain(found, m => m.Number == matter.Number);
        found = await _app.Get<CallerLook>().OpenMatters(Phone, Guid.NewGuid(), await _app.Given.Officer("street-lead"));
        Assert.Contains(found, m => m.Number == matter.Number);
    }

    [Fact]
    [Trait("row", "ED-34")]
    [Trait("row", "INV-10")]
    public async Task A_complaint_about_an_officer_is_hidden_from_the_officer_and_the_lead_but_not_from_supervision()
    {
        var matter = await _app.Given.Handled("water");
        var supervisor = await _app.As("supervisor");
        await supervisor.Open(matter.Page());
        await supervisor.Follow("shield");
        await supervisor.Press("shield", ("Officer", "water-handler"), ("Reason", "来信反映该工作人员态度恶劣"));
        Assert.NotNull(supervisor.Page.QuerySelector("[data-flag=shielded]"));
        foreach (var who in new[] { "water-handler", "water-lead" })
        {
            var browser = await _app.As(who);
            await browser.Open(matter.Page());
            Assert.Equal(HttpStatusCode.NotFound, browser.Status);
        }
    }

    [Fact]
    public async Task Who_belongs_to_the_line_cannot_name_the_respondent_in_silence()
    {
        var matter = await _app.Given.Handled();
        var no = await Assert.ThrowsAsync<RefusedException>(async () => await _app.Get<MatterProtection>().Shield(
            new MatterRef(matter.Number), await _app.Given.Unit("lead"), null, "反映牵头单位", await _app.Given.Officer("coordinator")));
        Assert.Equal("matter.shield_of_the_line", no.Code);
    }

    [Fact]
    public async Task The_shield_is_lifted_by_two_officers_only()
    {
        var matter = await Complained();
        var coordinator = await _app.As("coordinator");
        await coordinator.Open(matter.Page());
        await coordinator.Follow("unshield");
        await coordinator.Press("unshield", ("Reason", "当事人书面同意公开"));
        await coordinator.Open(matter.Page() + "/unshield");
        await coordinator.Press("unshield", ("Reason", "再提一次"));
        Assert.Equal(HttpStatusCode.Conflict, coordinator.Status);
        Assert.NotNull((await _app.Row(matter)).RespondentUnit);
        var supervisor = await _app.As("supervisor");
        await supervisor.Open(matter.Page() + "/unshield");
        await supervisor.Press("unshield", ("Reason", "核对过书面同意"));
        Assert.Null((await _app.Row(matter)).RespondentUnit);
        await using var db = _app.Read();
        var row = db.Respondents.Single(r => r.Matter == matter.Number);
        Assert.NotNull(row.LiftedAt);
        Assert.NotEqual((await _app.Given.Officer("supervisor")).Id, row.AskedBy);
    }

    [Fact]
    [Trait("row", "SC-17")]
    public async Task A_report_of_wrongdoing_goes_sealed_to_the_discipline_body_and_its_result_is_told_while_nobody_else_sees_it()
    {
        var matter = await _app.Given.Handled();
        var coordinator = await _app.As("coordinator");
        await coordinator.Open(matter.Page());
        await coordinator.Follow("seal");
        await coordinator.Press("seal", ("Topic", "discipline"), ("Reason", "反映收受好处"));
        foreach (var who in new[] { "coordinator", "supervisor", "city-lead", "city-handler", "centre-lead", "operator" })
        {
            var other = await _app.As(who);
            await other.Open(matter.Page());
            Assert.Equal(HttpStatusCode.NotFound, other.Status);
            await other.Open("/console/matters?State=all&Order=newest");
            Assert.DoesNotContain(Digits(matter.Number), other.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        }

        var body = await _app.As("discipline-lead");
        await body.Open(matter.Page() + "/contact");
        await body.Press("reveal", ("Reason", "联系举报人核实"));
        Assert.Contains("13800135521", body.Text, StringComparison.Ordinal);
        Assert.Contains("测试纪", body.Page.QuerySelector("[data-watermark]")!.TextContent, StringComparison.Ordinal);
        await _app.Get<MatterAnswers>().Answer(new MatterRef(matter.Number), new AnswerMatter(MatterOutcome.Explained, "已经核实并作出处理。"), await _app.Given.Officer("discipline-lead"));
        var person = _app.Browser();
        await person.Open("/r/" + matter.Link);
        Assert.Contains("已经核实并作出处理。", person.Text, StringComparison.Ordinal);
        var look = Assert.Single(person.Page.QuerySelectorAll("[data-looks] li")).TextContent;
        Assert.Contains("联系举报人核实", look, StringComparison.Ordinal);
        Assert.Contains("测试纪检组", look, StringComparison.Ordinal);
        Assert.DoesNotContain("测试纪甲", look, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("row", "INV-10")]
    public async Task A_report_that_was_just_registered_can_be_sealed_and_is_in_nobodys_triage_any_more()
    {
        var matter = await _app.Given.Matter("举报某工作人员收红包。");
        await _app.Get<MatterProtection>().Seal(new MatterRef(matter.Number), "discipline", "检举控告", await _app.Given.Officer("operator"));
        var clerk = await _app.As("centre-lead");
        foreach (var path in new[] { "/console/triage", $"/console/triage/{matter.Number}", "/console/calls", "/console" })
        {
            await clerk.Open(path);
            Assert.DoesNotContain("收红包", clerk.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        }

        var barred = await Assert.ThrowsAsync<RefusedException>(async () => await _app.Get<MatterTriage>().Dispatch(
            new MatterRef(matter.Number), await _app.Given.Unit("city"), null, await _app.Given.Officer("discipline-lead")));
        Assert.Contains(barred.Code, (string[])["matter.shield_barred", "matter.not_now"]);
        Assert.All(await _app.Get<Invariants>().Check(), c => Assert.DoesNotContain(matter.Number, c.Numbers));
    }

    private async Task<MatterReceipt> Complained()
    {
        var receipt = await _app.Get<MatterIntake>().Submit(
            new SubmitMatter
            {
                Body = $"我叫{Name},住{Door},反映城管工作人员收了钱不办事。",
                Form = MatterForm.Demand,
                Channel = "web",
                Place = TestTown.Community,
                Contact = new SubmitContact { Name = Name, Phone = Phone, Identity = Identity, Door = Door },
            },
            Given.Anybody);
        await _app.Get<MatterTriage>().ClassifyAndDispatch(
            new MatterRef(receipt.Number), new ClassifyMatter(MatterKind.Promised, Given.Category, TestTown.Community, Urgent: false), await _app.Given.Unit("city"), null, await _app.Given.Officer("centre-lead"));
        await _app.Get<MatterHandling>().Accept(new MatterRef(receipt.Number), null, await _app.Given.Officer("city-lead"));
        await _app.Get<MatterProtection>().Shield(new MatterRef(receipt.Number), await _app.Given.Unit("city"), null, "反映的就是承办单位", await _app.Given.Officer("coordinator"));
        return receipt;
    }

    private static string Digits(long number) => new MatterNumber(number).Digits;

    private static string Filled(string route, string digits)
    {
        var parts = route.Split('/').Select(part => part switch
        {
            "{number}" or "{number:long}" => digits,
            "{about}" => "limit",
            "{seq:long}" => "3",
            "{path}" => "photo_1",
            "{what}" => "places",
            "{list}" => "limits",
            "{figure}" => "received",
            _ when part.EndsWith(":guid}", StringComparison.Ordinal) => "0197a3b0-0000-7000-8000-000000000000",
            _ when part.StartsWith('{') => "990101001010",
            _ => part,
        });
        return string.Join('/', parts);
    }

    private static void Clean(Browser browser, MatterReceipt matter, string who, string digits) => Assert.All(
        Canaries, c => Assert.False(browser.Page.DocumentElement.OuterHtml.Contains(c, StringComparison.Ordinal), $"{who} reads {c} of {matter.Number} at {browser.At} ({digits})"));

    // An error page bears the reference of its own request.
    private static string Plain(Browser browser, string digits) => browser.Page.QuerySelectorAll("main .lx-num")
        .Aggregate(browser.Text, (text, own) => text.Replace(own.TextContent, "R", StringComparison.Ordinal)).Replace(digits, "N", StringComparison.Ordinal);

    /// <summary>The test town with a unit above the city department, one below it, and a discipline body.</summary>
    public sealed class Office : IAsyncLifetime
    {
        /// <summary>The town.</summary>
        public TestApp App { get; } = new();

        /// <inheritdoc/>
        public async ValueTask InitializeAsync()
        {
            await App.InitializeAsync();
            var on = ShanghaiTime.DayOf(App.Clock.GetUtcNow().UtcDateTime);
            var city = await App.Given.Unit("city");
            await Add("brigade", "测试中队", city, on);
            var above = await Add("above", "测试上级局", null, on);
            await App.Get<UnitDesk>().MoveUnit(city, 2, new MoveUnit { Parent = above, Place = TestTown.District, On = on }, System);
            var discipline = await Add("discipline", "测试纪检组", null, on, "测试纪甲");
            await App.Get<UnitDesk>().SetTopics(discipline, 1, ["discipline"], on, System);
        }

        private static Actor System { get; } = Actor.System(Via.Cli);

        private async Task<Guid> Add(string code, string name, Guid? parent, DateOnly on, string lead = "测试寅")
        {
            var id = await App.Get<UnitDesk>().AddUnit(new AddUnit { Code = code, Kind = "department", Name = name, Parent = parent, Place = TestTown.District, On = on }, System);
            await App.Get<PeopleDesk>().Add(new AddOfficer { Code = code + "-lead", Name = lead, Unit = id, Roles = [Roles.UnitLead, Roles.Handler], On = on }, System);
            return id;
        }

        /// <inheritdoc/>
        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
