using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Lianxin.Foundation;
using Lianxin.People;
using Lianxin.Tests.Support;

namespace Lianxin.Tests.Api;

public sealed class ApiBadInputTests(TestApp app) : IClassFixture<TestApp>
{
    public static TheoryData<string, string> Bodies => new()
    {
        { "", "json.empty" },
        { "  \n ", "json.empty" },
        { "{", "json.malformed" },
        { "{\"body\":\"灯\"", "json.malformed" },
        { "{\"body\":\"灯\",}", "json.malformed" },
        { "{'body':'灯'}", "json.malformed" },
        { "{\"body\":\"灯\"} // 完", "json.trailing" },
        { "{\"body\":\"灯\"}{}", "json.trailing" },
        { "{\"body\":\"灯\"}]", "json.trailing" },
        { "{\"body\":NaN}", "json.malformed" },
        { "{\"body\":\"灯\\x41\"}", "json.malformed" },
        { "{\"body\":\"line\nbreak\"}", "json.malformed" },
        { "[]", "json.not_object" },
        { "null", "json.not_object" },
        { "\"body\"", "json.not_object" },
        { "12", "json.not_object" },
        { "[[[[[[[[[[[[]]]]]]]]]]]]", "json.too_deep" },
        { "{\"body\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":1}}}}}}}}}}", "json.too_deep" },
        { "{}", "field.missing" },
        { "{\"body\":null}", "field.missing" },
        { "{\"body\":12}", "field.wrong_type" },
        { "{\"body\":[\"灯\"]}", "field.wrong_type" },
        { "{\"body\":true}", "field.wrong_type" },
        { "{\"body\":\"\"}", "matter.missing" },
        { "{\"body\":\" \\u200b\\u202e \"}", "matter.missing" },
        { "{\"body\":\"\\ud800\"}", "field.bad_text" },
        { "{\"body\":\"灯\",\"\\udc00\":1}", "field.unknown" },
        { "{\"body\":\"灯\",\"colour\":\"red\"}", "field.unknown" },
        { "{\"body\":\"灯\",\"Body\":\"灯\"}", "field.unknown" },
        { "{\"body\":\"灯\",\"unit\":\"city\"}", "field.unknown" },
        { "{\"body\":\"灯\",\"number\":\"260000000013\"}", "field.unknown" },
        { "{\"body\":\"灯\",\"a/b~c\":1}", "field.unknown" },
        { "{\"body\":\"灯\",\"body\":\"灯\"}", "field.duplicate" },
        { "{\"body\":\"灯\",\"contact\":{\"phone\":\"13800135521\",\"phone\":\"13800135522\"}}", "field.duplicate" },
        { "{\"body\":\"灯\",\"contact\":\"13800135521\"}", "field.wrong_type" },
        { "{\"body\":\"灯\",\"contact\":{\"identity\":\"x\"}}", "field.unknown" },
        { "{\"body\":\"灯\",\"contact\":{\"phone\":13800135521}}", "field.wrong_type" },
        { "{\"body\":\"灯\",\"contact\":{\"phone\":\"not a phone\"}}", "matter.no_phone" },
        { "{\"body\":\"灯\",\"form\":\"complaint\"}", "field.not_allowed" },
        { "{\"body\":\"灯\",\"form\":\"Demand\"}", "field.not_allowed" },
        { "{\"body\":\"灯\",\"channel\":\"pigeon\"}", "matter.no_such_channel" },
        { "{\"body\":\"灯\",\"place\":\"000000000000\"}", "matter.no_such_place" },
        { "{\"body\":\"灯\",\"place\":\"' or 1=1 --\"}", "matter.no_such_place" },
        { "{\"body\":\"灯\",\"category\":\"public-order\"}", "matter.no_such_category" },
        { "{\"body\":\"灯\",\"category\":\"\"}", "matter.no_such_category" },
        { "{\"body\":\"灯\",\"urgent\":\"true\"}", "field.wrong_type" },
        { "{\"body\":\"灯\",\"urgent\":1}", "field.wrong_type" },
        { "{\"body\":\"灯\",\"heads\":0}", "field.out_of_range" },
        { "{\"body\":\"灯\",\"heads\":501}", "field.out_of_range" },
        { "{\"body\":\"灯\",\"heads\":-9223372036854775809}", "field.out_of_range" },
        { "{\"body\":\"灯\",\"heads\":1.5}", "field.wrong_type" },
        { "{\"body\":\"灯\",\"heads\":1e2}", "field.wrong_type" },
        { "{\"body\":\"灯\",\"heads\":\"2\"}", "field.wrong_type" },
        { "{\"body\":\"灯\",\"reception\":\"not-a-uuid\"}", "field.bad_uuid" },
        { "{\"body\":\"灯\",\"interpreter\":\"elvish\"}", "field.not_allowed" },
        { "{\"body\":\"灯\",\"replyBy\":\"pigeon\"}", "field.not_allowed" },
        { "{\"body\":\"灯\",\"language\":\"de\"}", "field.not_allowed" },
        { "{\"body\":\"灯\",\"postmarkedOn\":\"2026-02-30\"}", "field.bad_day" },
        { "{\"body\":\"灯\",\"postmarkedOn\":\"01/02/2026\"}", "field.bad_day" },
        { "{\"body\":\"灯\",\"postmarkedOn\":\"0001-01-01\"}", "field.bad_day" },
        { "{\"body\":\"灯\",\"postmarkedOn\":\"2027-01-01\"}", "matter.wrong_day" },
        { "{\"body\":\"灯\",\"channel\":\"letter\",\"openedOn\":\"2027-01-01\"}", "matter.wrong_day" },
        { "{\"body\":\"灯\",\"arrivedAt\":\"2026-08-31T10:00:00\"}", "field.bad_instant" },
        { "{\"body\":\"灯\",\"arrivedAt\":\"yesterday\"}", "field.bad_instant" },
        { "{\"body\":\"灯\",\"arrivedAt\":\"2036-08-31T10:00:00Z\"}", "field.in_future" },
        { "{\"body\":\"灯\",\"sameAs\":\"260000000014\"}", "field.bad_number" },
        { "{\"body\":\"灯\",\"sameAs\":260000000013}", "field.wrong_type" },
        { "{\"body\":\"灯\",\"photos\":\"x\"}", "field.wrong_type" },
        { "{\"body\":\"灯\",\"photos\":[1]}", "field.wrong_type" },
        { "{\"body\":\"灯\",\"photos\":[\"%%%\"]}", "field.bad_base64" },
        { "{\"body\":\"灯\",\"photos\":[\"\"]}", "photo.empty" },
        { "{\"body\":\"灯\",\"photos\":[\"PGh0bWw+\"]}", "photo.html_not_accepted" },
        { "{\"body\":\"灯\",\"photos\":[\"\",\"\",\"\",\"\",\"\",\"\",\"\"]}", "field.too_many" },
    };

    public static TheoryData<string, string> Queries => new()
    {
        { "matters?colour=red", "query.unknown" },
        { "matters?state=done", "field.not_allowed" },
        { "matters?state=handling&state=closed", "query.repeated" },
        { "matters?kind=", "field.not_allowed" },
        { "matters?limit=0", "field.out_of_range" },
        { "matters?limit=101", "field.out_of_range" },
        { "matters?limit=many", "field.out_of_range" },
        { "matters?limit=99999999999999999999", "field.out_of_range" },
        { "matters?cursor=x", "query.cursor" },
        { "matters?cursor=d.260000000013", "query.cursor" },
        { "matters?cursor=n.260000000014", "query.cursor" },
        { "matters?order=deadline&cursor=d.260000000013.20261332", "query.cursor" },
        { "matters?unit=nowhere", "query.no_such" },
        { "matters?place=1", "query.no_such" },
        { "matters?category=x", "query.no_such" },
        { "matters?channel=x", "query.no_such" },
        { "matters?receivedFrom=2026-13-01", "field.bad_day" },
        { "matters?dueTo=soon", "field.bad_day" },
        { "matters?overdue=1", "field.bad_value" },
        { "matters?order=random", "field.not_allowed" },
        { "units?page=2", "query.unknown" },
        { "calculator", "field.missing" },
        { "calculator?from=2026-09-01", "field.missing" },
        { "calculator?from=2026-09-01&rule=whim", "field.not_allowed" },
        { "calculator?from=2026-09-01&rule=working&days=367", "field.out_of_range" },
        { "calculator?from=2099-01-01&rule=working", "query.out_of_calendar" },
        { "figures", "field.missing" },
        { "figures?asOf=tomorrow", "query.bad_as_of" },
        { "figures?asOf=2026-06-30%2025:00", "query.bad_as_of" },
        { "figures?asOf=2026-09-01&unit=nowhere", "query.no_such" },
        { "figures?asOf=2026-09-01&channel=pigeon", "query.no_such" },
    };

    public static TheoryData<string, string, string> Steps => new()
    {
        { "answer", "{\"outcome\":\"solved\"}", "field.missing" },
        { "answer", "{\"outcome\":\"solved\",\"answer\":\"\"}", "matter.missing" },
        { "answer", "{\"outcome\":null,\"answer\":\"好\"}", "field.missing" },
        { "answer", "{\"outcome\":\"pointed\",\"answer\":\"好\"}", "matter.destination_missing" },
        { "answer", "{\"outcome\":\"solved\",\"answer\":\"好\",\"moneyFen\":-1}", "field.out_of_range" },
        { "answer", "{\"outcome\":\"solved\",\"answer\":\"好\",\"verdict\":\"solved\"}", "field.unknown" },
        { "dispatch", "{\"unit\":\"nowhere\"}", "matter.no_such_unit" },
        { "dispatch", "{\"unit\":\"city\"}", "matter.already_there" },
        { "assign", "{\"officer\":\"nobody\"}", "field.no_such_officer" },
        { "assign", "{\"officer\":\"water-lead\"}", "matter.no_such_officer" },
        { "ask_papers", "{\"items\":[]}", "matter.missing" },
        { "ask_papers", "{\"items\":\"合同\"}", "field.wrong_type" },
        { "ask_papers", "{\"items\":[\"合同\",7]}", "field.wrong_type" },
        { "change_kind", "{\"kind\":\"supplement\",\"reason\":\"x\"}", "matter.kind_cannot_become" },
        { "change_kind", "{\"kind\":\"other\",\"reason\":\"x\"}", "field.not_allowed" },
        { "add_helper", "{\"unit\":\"city\",\"what\":\"x\"}", "matter.no_such_unit" },
        { "add_helper", "{\"unit\":\"water\",\"what\":\"x\",\"days\":16}", "field.out_of_range" },
        { "tell", "{\"way\":\"pigeon\"}", "field.not_allowed" },
        { "merge", "{\"master\":\"1\"}", "field.bad_number" },
        { "extend", "{\"dueOn\":\"9999-12-31\",\"reason\":\"x\",\"approver\":\"city-lead\"}", "field.bad_day" },
        { "extend", "{\"dueOn\":\"2099-12-31\",\"reason\":\"x\",\"approver\":\"city-lead\"}", "*" },
        { "approval", "{\"documentOn\":\"2001-01-01\",\"document\":\"x\"}", "*" },
        { "note", "{\"note\":\"" + "x\u0000" + "\"}", "json.malformed" },
    };

    [Theory, MemberData(nameof(Bodies))]
    public async Task A_body_that_is_wrong_is_refused_by_its_code(string body, string code)
    {
        using var caller = await Caller.With(app, "street", KeyScopes.Submit);
        await caller.Submit(body);
        Assert.Equal(code, caller.FirstCode);
        Says(caller, HttpStatusCode.BadRequest);
    }

    [Theory, MemberData(nameof(Queries))]
    public async Task A_query_that_is_wrong_is_refused_by_its_code(string query, string code)
    {
        using var caller = await Caller.With(app, "street", KeyScopes.Read, KeyScopes.Figures);
        await caller.Get("/api/v1/" + query);
        Assert.Equal(code, caller.FirstCode);
        Says(caller, HttpStatusCode.BadRequest);
        Assert.NotNull(caller.Json["errors"]![0]!["parameter"]);
    }

    [Theory, MemberData(nameof(Steps))]
    public async Task A_step_that_is_wrong_changes_nothing(string step, string body, string code)
    {
        var receipt = await app.Given.Handled();
        var before = (await app.Row(receipt)).LastAt;
        using var caller = await Caller.With(app, "city", KeyScopes.Act);
        await caller.Step(app, receipt.Number, step, body);
        Assert.InRange((int)caller.Status, 400, 499);
        Assert.True(code == "*" || code == caller.FirstCode, caller.FirstCode);
        Assert.Equal(before, (await app.Row(receipt)).LastAt);
    }

    [Fact]
    public async Task Requests_that_are_wrong_as_such_have_their_own_statuses()
    {
        using var caller = await Caller.With(app, "street", KeyScopes.Submit, KeyScopes.Read, KeyScopes.Act);
        const string Path = "/api/v1/matters";
        (string, string) key = ("Idempotency-Key", "k");
        StringContent Body(string text, string type) => new(text, Encoding.UTF8, type);

        Expect(await caller.Send(HttpMethod.Post, Path, Body("{}", "text/plain"), key), 415, "body.wrong_type");
        Expect(await caller.Send(HttpMethod.Post, Path, Body("body=x", "application/x-www-form-urlencoded"), key), 415, "body.wrong_type");
        Expect(await caller.Send(HttpMethod.Post, Path, new StringContent("{}", Encoding.Unicode, "application/json"), key), 415, "body.wrong_type");
        Expect(await caller.Send(HttpMethod.Post, Path, null, key), 415, "body.wrong_type");
        Expect(await caller.Send(HttpMethod.Post, Path, new MultipartFormDataContent { { new StringContent("x"), "body" } }, key), 415, "body.wrong_type");
        Expect(await caller.Post(Path, $$"""{"body":"{{new string('x', 70_000)}}"}""", key), 413, "body.too_large");
        Expect(await caller.Post(Path, new string(' ', 29 * 1024 * 1024), key), 413, "body.too_large");
        Expect(await caller.Post(Path, """{"body":"灯"}"""), 400, "idempotency.missing");
        Expect(await caller.Post(Path, """{"body":"灯"}""", ("Idempotency-Key", "a b")), 400, "idempotency.malformed");
        Expect(await caller.Post(Path, """{"body":"灯"}""", ("Idempotency-Key", new string('k', 201))), 400, "idempotency.malformed");
        Expect(await caller.Post(Path + "?dry=1", """{"body":"灯"}""", key), 400, "input.invalid");
        Assert.Equal("query.unknown", caller.FirstCode);
        Expect(await caller.Post(Path, """{"body":"灯"}""", key, ("Accept", "text/html")), 406, "accept.impossible");
        Expect(await caller.Send(HttpMethod.Put, Path, Body("{}", "application/json")), 405, "method.not_allowed");
        Assert.Equal(["GET", "POST"], caller.Answer.Content.Headers.Allow.Order());
        Expect(await caller.Send(HttpMethod.Delete, Path + "/260000000013", null), 405, "method.not_allowed");
        Expect(await caller.Get("/api/v1/people"), 404, "route.unknown");
        Expect(await caller.Get("/api/v2/matters"), 404, "route.unknown");
        Expect(await caller.Get(Path + "/12"), 404, "matter.not_found");
        Expect(await caller.Get(Path + "/260000000014"), 404, "matter.not_found");
        Expect(await caller.Post(Path + "/260000000013/steps/fly", "{}"), 404, "step.unknown");
        Expect(await caller.Send(HttpMethod.Post, Path, new ByteArrayContent([.. "{\"body\":\""u8, 0xC3, 0x28, .. "\"}"u8]) { Headers = { { "Content-Type", "application/json" } } }, key), 400, "json.not_utf8");
    }

    [Fact]
    public async Task Keys_that_are_none_are_refused_whatever_they_look_like()
    {
        foreach (var header in new[] { "Bearer", "Bearer ", "Basic eDp5", "lxk_x", "Bearer " + new string('x', 500), "Bearer a, Bearer b" })
        {
            using var caller = new Caller(app.Client(), null);
            await caller.Get("/api/v1/units", ("Authorization", header));
            Expect(caller, 401, "key.wrong");
        }
    }

    [Fact]
    public async Task A_version_that_is_none_is_refused()
    {
        var receipt = await app.Given.Handled();
        using var caller = await Caller.With(app, "city", KeyScopes.Act);
        foreach (var version in new[] { "\"x\"", "W/\"3\"", "-1", "99999999999", "\"3\", \"4\"" })
        {
            await caller.Step(app, receipt.Number, "note", """{"note":"x"}""", version);
            Expect(caller, 400, "precondition.malformed");
        }
    }

    [Fact]
    public async Task Malformed_json_says_where_and_unknown_fields_all_at_once()
    {
        using var caller = await Caller.With(app, "street", KeyScopes.Submit);
        await caller.Post("/api/v1/matters", "{\n  \"body\": \"灯\",\n  oops\n}", ("Idempotency-Key", "w"), ("Accept-Language", "en"));
        Assert.Contains("line 3, byte 3", caller.Json["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        await caller.Submit("""{"colour":"red","heads":"2","contact":{"mail":"x"}}""");
        Assert.Equal(["/colour", "/heads", "/contact/mail", "/body"], caller.Json["errors"]!.AsArray().Select(e => e!["pointer"]!.GetValue<string>()));
        await caller.Submit("""{"body":"灯","a/b~c":1}""");
        Assert.Equal("/a~1b~0c", caller.Json["errors"]![0]!["pointer"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_problem_speaks_the_readers_language_and_keeps_its_code()
    {
        using var caller = await Caller.With(app, "street", KeyScopes.Submit);
        var details = new List<string>();
        foreach (var language in new[] { "zh-CN", "en" })
        {
            await caller.Post("/api/v1/matters", """{"body":"灯","colour":1}""", ("Idempotency-Key", "l"), ("Accept-Language", language));
            Assert.Equal("input.invalid", caller.Code);
            details.Add(caller.Json["errors"]![0]!["detail"]!.GetValue<string>());
        }

        Assert.Equal(["没有名为 colour 的字段。", "There is no field colour."], details);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("𠮷野家门前的路灯𪚥")]
    [InlineData("灯\u202Etxt.exe")]
    public async Task Words_of_any_kind_are_kept_as_words(string body)
    {
        using var caller = await Caller.With(app, "street", KeyScopes.Submit, KeyScopes.Read);
        await caller.Submit(new JsonObject { ["body"] = body }.ToJsonString());
        Assert.Equal(HttpStatusCode.Created, caller.Status);
        await caller.Get(caller.Answer.Headers.Location!.OriginalString);
        Assert.Equal(PlainText.Clean(body, 2000).Text, caller.Json["body"]!.GetValue<string>());
    }

    private static void Expect(Caller caller, int status, string code)
    {
        Assert.Equal(code, caller.Code);
        Says(caller, (HttpStatusCode)status);
    }

    private static void Says(Caller caller, HttpStatusCode status)
    {
        Assert.Equal(status, caller.Status);
        Assert.Equal("application/problem+json", caller.Answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal((int)status, caller.Json["status"]!.GetValue<int>());
        Assert.NotEmpty(caller.Json["detail"]!.GetValue<string>());
        Assert.DoesNotContain("   at ", Encoding.UTF8.GetString(caller.Bytes), StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", Encoding.UTF8.GetString(caller.Bytes), StringComparison.Ordinal);
    }
}
