using System.Net;
using System.Text.Json.Nodes;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.People;
using Lianxin.Tests.Support;
using Lianxin.Web.Api;

namespace Lianxin.Tests.Api;

public sealed class ApiStepsTests(TestApp app) : IClassFixture<TestApp>
{
    private const string AnswerJson = """{"outcome":"solved","answer":"路灯已经修好。"}""";

    public static TheoryData<string> EveryStep => [.. ApiActing.Steps.Keys];

    [Fact]
    public void The_interface_takes_exactly_the_steps_of_units_and_each_has_its_fields()
    {
        Assert.Equal(MatterLifecycle.Steps.Where(s => s.ForUnits), ApiInputs.Steps.Keys.OrderBy(s => MatterLifecycle.Steps.Index().First(i => i.Item == s).Index));
        Assert.All(MatterLifecycle.Steps, s => Assert.Equal(s.Reach is not (Reach.Person or Reach.District), ApiActing.Steps.ContainsKey(s.Key)));
    }

    [Theory, MemberData(nameof(EveryStep))]
    public async Task Each_step_is_taken_with_the_example_of_the_document(string step)
    {
        var (unit, number) = await Prepared(step);
        using var caller = await Caller.With(app, unit, KeyScopes.Act, KeyScopes.Read);
        await caller.Get($"/api/v1/matters/{new MatterNumber(number).Digits}");
        Assert.Contains(step, caller.Json["steps"]!.AsArray().Select(s => s!.GetValue<string>()));
        var tag = caller.Answer.Headers.ETag!.Tag;
        var body = ApiOperation.All.Single(o => o.Id == "step_" + step).Asked!.DeepClone();
        if (step == "merge")
        {
            body["master"] = new MatterNumber((await app.Given.Handled()).Number).Digits;
        }

        await caller.Step(app, number, step, body.ToJsonString(), tag);
        Assert.True(caller.Status is HttpStatusCode.OK or HttpStatusCode.NoContent, caller.Bytes.Length == 0 ? caller.Status.ToString() : caller.Json.ToJsonString());
        Assert.Equal(step is "return" or "help", caller.Status == HttpStatusCode.NoContent);
    }

    [Fact, Trait("row", "ED-26"), Trait("row", "INV-03"), Trait("row", "INV-05")]
    public async Task A_call_to_close_is_refused_and_names_the_missing_link()
    {
        var receipt = await app.Given.Dispatched();
        using var caller = await Caller.With(app, "city", KeyScopes.Act, KeyScopes.Read);
        await Refused(caller, receipt, "受理");
        await caller.Step(app, receipt.Number, "accept", "{}");
        await Refused(caller, receipt, "对当事人的答复");
        await caller.Step(app, receipt.Number, "answer", AnswerJson);
        Assert.Equal("answered", caller.Json["state"]!.GetValue<string>());
        await Refused(caller, receipt, "答复的送达");
        await caller.Step(app, receipt.Number, "tell", """{"way":"call"}""");
        await Refused(caller, receipt, "群众评判或其监督结论");
        Assert.Equal(MatterState.Answered, (await app.Row(receipt)).State);
    }

    [Theory, Trait("row", "WQ-32"), Trait("row", "INV-02")]
    [InlineData("无法答复")]
    [InlineData("cannot_answer")]
    [InlineData("withdrawn")]
    [InlineData("entered_in_error")]
    [InlineData("merged")]
    public async Task A_word_outside_the_closed_list_is_no_outcome(string word)
    {
        var receipt = await app.Given.Handled();
        using var caller = await Caller.With(app, "city", KeyScopes.Act);
        await caller.Step(app, receipt.Number, "answer", $$"""{"outcome":"{{word}}","answer":"经费困难,没法答复。"}""");
        Assert.Equal((HttpStatusCode.BadRequest, "matter.not_an_outcome", "/outcome"), (caller.Status, caller.Code, caller.Json["errors"]![0]!["pointer"]!.GetValue<string>()));
        Assert.Equal(MatterState.Handling, (await app.Row(receipt)).State);
    }

    [Fact, Trait("row", "WQ-11"), Trait("row", "INV-11")]
    public async Task A_refusal_needs_a_listed_reason_and_a_second_person_who_is_not_the_first()
    {
        var receipt = await app.Given.Matter();
        using var caller = await Caller.With(app, "centre", KeyScopes.Act);
        await caller.Step(app, receipt.Number, "refuse", """{"answer":"不归我们管。","second":"clerk"}""");
        Assert.Equal("field.missing", caller.FirstCode);
        await caller.Step(app, receipt.Number, "refuse", """{"reason":"because","answer":"不归我们管。","second":"clerk"}""");
        Assert.Equal("matter.missing", caller.Code);
        var first = (await app.Row(receipt)).Officer;
        var self = first == (await app.Given.Officer("centre-lead")).Id ? "centre-lead" : "clerk";
        await caller.Step(app, receipt.Number, "refuse", $$"""{"reason":"court","answer":"法院已受理。","second":"{{self}}"}""");
        Assert.Equal("matter.second_person_needed", caller.Code);
        Assert.Equal(MatterState.Registered, (await app.Row(receipt)).State);
    }

    [Fact, Trait("row", "YP-26"), Trait("row", "INV-06")]
    public async Task A_unit_returns_once_and_the_second_dispute_goes_to_the_coordinator()
    {
        var receipt = await app.Given.Dispatched();
        using var city = await Caller.With(app, "city", KeyScopes.Act);
        using var water = await Caller.With(app, "water", KeyScopes.Act);
        using var centre = await Caller.With(app, "centre", KeyScopes.Act);
        const string Why = """{"reason":"other-unit","words":"不在职责内。"}""";
        await city.Step(app, receipt.Number, "return", Why);
        Assert.Equal(HttpStatusCode.NoContent, city.Status);
        await centre.Step(app, receipt.Number, "dispatch", """{"unit":"city"}""");
        await city.Step(app, receipt.Number, "return", Why);
        Assert.Equal((HttpStatusCode.Conflict, "matter.returned_before"), (city.Status, city.Code));
        await app.Get<MatterHandling>().Accept(new MatterRef(receipt.Number), null, await app.Given.Officer("city-lead"));
        await city.Step(app, receipt.Number, "dispatch", """{"unit":"water"}""");
        await water.Step(app, receipt.Number, "return", Why);
        Assert.Equal(2, (await app.Row(receipt)).Returns);
        Assert.Equal((await app.Given.Officer("coordinator")).Id, (await app.Row(receipt)).Officer);
        foreach (var (caller, unit) in new[] { (city, "labour"), (water, "labour") })
        {
            await caller.Step(app, receipt.Number, "dispatch", $$"""{"unit":"{{unit}}"}""");
            Assert.NotEqual(HttpStatusCode.OK, caller.Status);
        }

        Assert.Null((await app.Row(receipt)).OfferedTo);
    }

    [Fact, Trait("row", "INV-04")]
    public async Task A_later_day_needs_a_reason_and_the_units_own_lead_as_approver()
    {
        var receipt = await app.Given.Handled();
        using var caller = await Caller.With(app, "city", KeyScopes.Act);
        foreach (var (json, code) in new[]
        {
            ("""{"dueOn":"2026-09-15","reason":"定制灯具。"}""", "field.missing"),
            ("""{"dueOn":"2026-09-15","approver":"city-lead"}""", "field.missing"),
            ("""{"dueOn":"2026-09-15","reason":"定制灯具。","approver":"city-handler"}""", "matter.not_the_lead"),
            ("""{"dueOn":"2026-09-15","reason":"定制灯具。","approver":"water-lead"}""", "matter.not_the_lead"),
            ("""{"dueOn":"2026-09-15","reason":"定制灯具。","approver":"nobody"}""", "field.no_such_officer"),
            ("""{"dueOn":"2026-09-13","reason":"定制灯具。","approver":"city-lead"}""", "deadline.not_working_day"),
            ("""{"dueOn":"2026-09-02","reason":"定制灯具。","approver":"city-lead"}""", "deadline.not_later"),
        })
        {
            await caller.Step(app, receipt.Number, "extend", json);
            Assert.Equal((HttpStatusCode.BadRequest, code), (caller.Status, caller.FirstCode));
        }

        Assert.False((await app.Row(receipt)).Extended);
        await caller.Step(app, receipt.Number, "extend", """{"dueOn":"2026-09-15","reason":"定制灯具。","approver":"city-lead"}""");
        Assert.Equal((HttpStatusCode.OK, null), (caller.Status, (await app.Row(receipt)).ToldAt));
    }

    [Fact]
    public async Task A_stale_version_is_refused_with_the_present_one_and_no_version_at_all_too()
    {
        var receipt = await app.Given.Handled();
        using var caller = await Caller.With(app, "city", KeyScopes.Act);
        await caller.Step(app, receipt.Number, "answer", AnswerJson, "\"1\"");
        Assert.Equal((HttpStatusCode.PreconditionFailed, "matter.stale"), (caller.Status, caller.Code));
        Assert.Equal((await app.Row(receipt)).Version, caller.Json["currentVersion"]!.GetValue<int>());
        await caller.Post($"/api/v1/matters/{new MatterNumber(receipt.Number).Digits}/steps/answer", AnswerJson);
        Assert.Equal((HttpStatusCode)428, caller.Status);
        await caller.Step(app, receipt.Number, "answer", AnswerJson, "*");
        Assert.Equal(HttpStatusCode.OK, caller.Status);
        await caller.Step(app, receipt.Number, "answer", AnswerJson, "*");
        Assert.Equal((HttpStatusCode.Conflict, "matter.not_now"), (caller.Status, caller.Code));
    }

    [Fact, Trait("row", "INV-01")]
    public async Task Twins_of_a_step_take_it_once_and_what_a_program_accepts_has_a_named_officer()
    {
        var receipt = await app.Given.Dispatched();
        var secret = await Caller.Key(app, "city", KeyScopes.Act);
        var results = await Task.WhenAll(Enumerable.Range(0, 12).Select(async _ =>
        {
            using var caller = new Caller(app.Client(), secret);
            return (await caller.Step(app, receipt.Number, "accept", "{}", "*")).Status;
        }));
        Assert.Single(results, HttpStatusCode.OK);
        Assert.Equal(11, results.Count(s => s is HttpStatusCode.Conflict or HttpStatusCode.Forbidden));
        Assert.Equal((await app.Given.Officer("city-lead")).Id, (await app.Row(receipt)).Officer);
    }

    [Fact]
    public async Task A_program_cannot_merge_into_a_matter_it_may_not_see()
    {
        var receipt = await app.Given.Handled();
        var hidden = await app.Given.Handled("water");
        using var caller = await Caller.With(app, "city", KeyScopes.Act);
        await caller.Step(app, receipt.Number, "merge", $$"""{"master":"{{new MatterNumber(hidden.Number).Digits}}"}""");
        var told = caller.Json["detail"]!.GetValue<string>();
        Assert.Equal("matter.cannot_merge_into", caller.Code);
        await caller.Step(app, receipt.Number, "merge", $$"""{"master":"{{MatterNumber.Make(2026, 999_999).Digits}}"}""");
        Assert.Equal(told, caller.Json["detail"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("verdict")]
    [InlineData("withdraw")]
    [InlineData("rate")]
    [InlineData("settle")]
    [InlineData("rule")]
    [InlineData("call_back")]
    public async Task Steps_of_the_person_and_of_supervision_are_not_for_programs(string step)
    {
        var receipt = await app.Given.Answered();
        using var caller = await Caller.With(app, "city", KeyScopes.Act);
        await caller.Step(app, receipt.Number, step, "{}");
        Assert.Equal((HttpStatusCode.NotFound, "step.unknown"), (caller.Status, caller.Code));
    }

    [Fact]
    public async Task A_contact_that_failed_is_an_attempt_and_told_is_a_delivery()
    {
        var receipt = await app.Given.Handled();
        using var caller = await Caller.With(app, "city", KeyScopes.Act);
        await caller.Step(app, receipt.Number, "tell", """{"way":"call","reached":false}""");
        Assert.Null((await app.Row(receipt)).ToldAt);
        await caller.Step(app, receipt.Number, "tell", """{"way":"call"}""");
        Assert.NotNull((await app.Row(receipt)).ToldAt);
    }

    private async Task Refused(Caller caller, MatterReceipt receipt, string link)
    {
        await caller.Step(app, receipt.Number, "close", "{}");
        Assert.Equal((HttpStatusCode.Conflict, "matter.link_missing"), (caller.Status, caller.Code));
        Assert.Contains(link, caller.Json["detail"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    private async Task<(string Unit, long Number)> Prepared(string step)
    {
        var given = app.Given;
        var centre = await given.Officer("centre-lead");
        switch (step)
        {
            case "classify" or "answer_now" or "refuse":
                return ("centre", (await given.Matter()).Number);
            case "acknowledge":
                return ("centre", (await given.Matter("建议多种树。", form: MatterForm.Suggestion)).Number);
            case "keep" or "dispatch":
                var registered = await given.Matter();
                await app.Get<MatterTriage>().Classify(new MatterRef(registered.Number), new ClassifyMatter(MatterKind.Promised, Given.Category, TestTown.Community, false), centre);
                return ("centre", registered.Number);
            case "take_up":
                var rows = await app.Get<MatterImports>().Add(
                    Guid.NewGuid(),
                    [new ImportMatter { Key = [1, 2, 3], Channel = "import", Title = "旧件", Body = "旧系统里的路灯问题。" }],
                    new ImportOwner(centre.Unit!.Value, null),
                    Actor.System(Via.Import));
                return ("centre", rows.Numbers[0]!.Value);
            case "accept" or "return":
                return ("city", (await given.Dispatched()).Number);
            case "report_up" or "approval":
                return ("city", (await given.Handled(kind: MatterKind.ReportUp)).Number);
            case "chase":
                var up = (await given.Handled(kind: MatterKind.ReportUp)).Number;
                await app.Get<MatterHandling>().ReportUp(new MatterRef(up), "资金超出本级权限", null, await given.Officer("city-lead"));
                return ("city", up);
            case "promise_rest":
                var partly = await given.Answered();
                await app.Get<MatterFeedback>().Verdict(new MatterRef(partly.Number), MatterVerdict.Partly, null, Given.ThePerson);
                return ("city", partly.Number);
        }

        var number = (await given.Handled()).Number;
        var lead = await given.Officer("city-lead");
        if (step == "papers_in")
        {
            await app.Get<MatterHandling>().AskPapers(new MatterRef(number), ["合同"], null, lead);
        }

        if (step == "unblock")
        {
            await app.Get<MatterHindrance>().Block(new MatterRef(number), "funds", await given.Unit("lead"), "预算已用完。", lead);
        }

        if (step == "help")
        {
            await app.Get<MatterHandling>().AddHelper(new MatterRef(number), await given.Unit("water"), "请核对。", null, lead);
        }

        if (step == "unmerge")
        {
            await app.Get<MatterFeedback>().Merge(new MatterRef(number), (await given.Handled()).Number, lead);
        }

        return (step == "help" ? "water" : "city", number);
    }
}
