using System.Net;
using System.Text;
using Lianxin.Foundation;
using Lianxin.Ledger;
using Lianxin.Matters;
using Lianxin.People;
using Lianxin.Tests.Support;
using Lianxin.Vault;
using Lianxin.Web.Api;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Api;

public sealed class ApiMattersTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Lamp = """{"body":"路灯不亮了,晚上看不见台阶。","place":"990101001010","category":"street-lights","contact":{"name":"王先生","phone":"13800135521","door":"3栋402"}}""";

    [Fact, Trait("row", "WQ-11"), Trait("row", "INV-01")]
    public async Task A_recorded_matter_gives_number_code_link_and_a_date_that_explains_itself()
    {
        // Its own clock: the days are named.
        await using var own = await TestApp.Start();
        using var caller = await Caller.With(own, "street", KeyScopes.Submit, KeyScopes.Read);
        await caller.Submit(Lamp);
        Assert.Equal(HttpStatusCode.Created, caller.Status);
        var receipt = caller.Json;
        var number = receipt["number"]!.GetValue<string>();
        Assert.Equal($"/api/v1/matters/{number}", caller.Answer.Headers.Location!.OriginalString);
        Assert.True(MatterNumber.TryParse(number, out var read));
        Assert.Equal(6, receipt["code"]!.GetValue<string>().Length);
        Assert.Equal("2026-09-08", receipt["dueOn"]!.GetValue<string>());
        var code = SpokenCode.TryParse(receipt["receiptCode"]!.GetValue<string>(), out var spoken);
        var proof = Receipt.Parse(await own.Client().GetByteArrayAsync(new Uri(new Uri(receipt["receiptFile"]!.GetValue<string>()).AbsolutePath, UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.True(code && spoken == proof.Code);
        Assert.Equal(5, receipt["deadline"]!["counted"]!.GetValue<int>());
        await using var db = own.Read();
        var row = await db.Matters.SingleAsync(m => m.Number == read.Value, TestContext.Current.CancellationToken);
        Assert.Equal(await own.Given.Unit("street"), row.Unit);
        Assert.Equal((await own.Given.Officer("street-lead")).Id, row.Officer);
        var page = own.Browser();
        await page.Open(new Uri(receipt["link"]!.GetValue<string>()).AbsolutePath);
        Assert.Contains("路灯不亮了", page.Text, StringComparison.Ordinal);
        Assert.Equal("key", (await Entry(read.Value)).Actor.Kind);
    }

    [Fact]
    public async Task The_same_key_and_body_give_the_first_answer_byte_for_byte()
    {
        using var caller = await Caller.With(app, "street", KeyScopes.Submit);
        var first = (await caller.Submit(Lamp, "one")).Bytes;
        app.Clock.Move(TimeSpan.FromHours(30));
        var again = (await caller.Submit(Lamp, "one")).Bytes;
        Assert.Equal(HttpStatusCode.Created, caller.Status);
        Assert.Equal(first, again);
        Assert.NotEqual(first, (await caller.Submit(Lamp, "two")).Bytes);
        await caller.Submit(Lamp + " ", "one");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "idempotency.other_body"), (caller.Status, caller.Code));

        using var other = await Caller.With(app, "street", KeyScopes.Submit);
        Assert.NotEqual(first, (await other.Submit(Lamp, "one")).Bytes);
    }

    [Fact]
    public async Task Twins_at_the_same_moment_are_one_matter()
    {
        var secret = await Caller.Key(app, "street", KeyScopes.Submit);
        var before = await Count();
        var answers = await Task.WhenAll(Enumerable.Range(0, 24).Select(async _ =>
        {
            using var caller = new Caller(app.Client(), secret);
            return Encoding.UTF8.GetString((await caller.Submit(Lamp, "twins")).Bytes);
        }));
        Assert.Single(answers.Distinct());
        Assert.Equal(before + 1, await Count());
    }

    [Fact]
    public async Task After_seven_days_a_key_may_be_used_again_and_the_sealed_answer_is_cleared()
    {
        using var caller = await Caller.With(app, "street", KeyScopes.Submit);
        var first = (await caller.Submit(Lamp, "week")).Bytes;
        await using (var db = app.Read())
        {
            Assert.DoesNotContain(await db.Set<ApiAnswer>().Select(a => a.Sealed).ToListAsync(TestContext.Current.CancellationToken), s => s.Contains("1380", StringComparison.Ordinal));
        }

        app.Clock.Move(ApiSubmit.Life + TimeSpan.FromSeconds(1));
        Assert.NotEqual(first, (await caller.Submit(Lamp, "week")).Bytes);
        app.Clock.Move(ApiSubmit.Life + TimeSpan.FromSeconds(1));
        await new ClearApiAnswers(app.Journal).Run(app.Clock.GetUtcNow().UtcDateTime, TestContext.Current.CancellationToken);
        await using var after = app.Read();
        Assert.False(await after.Set<ApiAnswer>().AnyAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_refused_recording_leaves_nothing_and_its_key_stays_free()
    {
        using var caller = await Caller.With(app, "street", KeyScopes.Submit);
        var before = await Count();
        await caller.Submit("""{"body":"路灯不亮了","category":"nothing"}""", "free");
        Assert.Equal((HttpStatusCode.BadRequest, "matter.no_such_category"), (caller.Status, caller.Code));
        Assert.Equal("/category", caller.Json["errors"]![0]!["pointer"]!.GetValue<string>());
        await caller.Submit("""{"body":"路灯不亮了","contact":{"phone":"12"}}""", "free");
        Assert.Equal("/contact/phone", caller.Json["errors"]![0]!["pointer"]!.GetValue<string>());
        Assert.Equal(before, await Count());
        await caller.Submit(Lamp, "free");
        Assert.Equal(HttpStatusCode.Created, caller.Status);
    }

    [Fact]
    public async Task A_photo_is_rebuilt_and_kept_and_one_that_is_no_picture_is_refused()
    {
        using var caller = await Caller.With(app, "street", KeyScopes.Submit);
        var photo = Convert.ToBase64String(Pictures.PngSamples.All["Palette4"]);
        await caller.Submit($$"""{"body":"路灯不亮了","photos":["{{photo}}","{{photo}}"]}""", "photo");
        Assert.Equal(HttpStatusCode.Created, caller.Status);
        var first = caller.Bytes;
        Assert.True(MatterNumber.TryParse(caller.Json["number"]!.GetValue<string>(), out var number));
        await using var db = app.Read();
        Assert.Equal(2, await db.Set<StoredFile>().CountAsync(f => f.Matter == number.Value, TestContext.Current.CancellationToken));
        await caller.Submit($$"""{"body":"路灯不亮了","photos":["{{photo}}","{{photo}}"]}""", "photo");
        Assert.Equal(first, caller.Bytes);
        await caller.Submit("""{"body":"路灯不亮了","photos":["bm8gcGljdHVyZQ=="]}""");
        Assert.Equal((HttpStatusCode.BadRequest, "photo.not_a_picture", "/photos/0"), (caller.Status, caller.FirstCode, caller.Json["errors"]![0]!["pointer"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_key_reads_its_units_matters_and_others_do_not_exist()
    {
        var receipt = await app.Given.Handled();
        var path = $"/api/v1/matters/{new MatterNumber(receipt.Number).Digits}";
        using var own = await Caller.With(app, "city", KeyScopes.Read);
        using var other = await Caller.With(app, "water", KeyScopes.Read, KeyScopes.Act);
        await own.Get(path);
        Assert.Equal((HttpStatusCode.OK, "handling"), (own.Status, own.Json["state"]!.GetValue<string>()));
        foreach (var part in new[] { "", "/thread", "/deadline" })
        {
            await other.Get(path + part);
            var hidden = other.Bytes;
            await other.Get($"/api/v1/matters/{MatterNumber.Make(2026, 999_999).Digits}" + part);
            Assert.Equal(HttpStatusCode.NotFound, other.Status);
            Assert.Equal(hidden, other.Bytes);
        }

        await other.Step(app, receipt.Number, "note", """{"note":"x"}""");
        Assert.Equal((HttpStatusCode.NotFound, "matter.not_found"), (other.Status, other.Code));
        await other.Get("/api/v1/matters?limit=100");
        Assert.DoesNotContain(new MatterNumber(receipt.Number).Digits, other.Json.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_known_version_is_not_sent_again_until_something_changes()
    {
        var receipt = await app.Given.Handled();
        using var caller = await Caller.With(app, "city", KeyScopes.Read, KeyScopes.Act);
        var path = $"/api/v1/matters/{new MatterNumber(receipt.Number).Digits}";
        var tag = (await caller.Get(path)).Answer.Headers.ETag!.Tag;
        await caller.Get(path, ("If-None-Match", tag));
        Assert.Equal((HttpStatusCode.NotModified, 0), (caller.Status, caller.Bytes.Length));
        app.Clock.Move(TimeSpan.FromMinutes(1));
        await caller.Post(path + "/steps/ask", """{"question":"东门还是西门?"}""", ("If-Match", tag));
        Assert.Equal(HttpStatusCode.OK, caller.Status);
        await caller.Get(path, ("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.OK, caller.Status);
    }

    [Fact]
    public async Task Contact_data_never_leaves_by_the_interface()
    {
        using var caller = await Caller.With(app, "street", KeyScopes.Submit, KeyScopes.Read);
        var number = (await caller.Submit(Lamp)).Json["number"]!.GetValue<string>();
        foreach (var path in new[] { $"matters/{number}", $"matters/{number}/thread", $"matters/{number}/deadline", "matters?limit=100", "matters?q=13800135521" })
        {
            var text = Encoding.UTF8.GetString((await caller.Get("/api/v1/" + path)).Bytes);
            Assert.Equal(HttpStatusCode.OK, caller.Status);
            Assert.DoesNotContain("1380013", text, StringComparison.Ordinal);
            Assert.DoesNotContain("王先生", text, StringComparison.Ordinal);
            Assert.DoesNotContain("402", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_list_is_walked_by_its_cursor_and_narrowed_by_its_filters()
    {
        await using var own = await TestApp.Start();
        using var caller = await Caller.With(own, "street", KeyScopes.Submit, KeyScopes.Read);
        for (var i = 0; i < 7; i++)
        {
            own.Clock.Move(TimeSpan.FromHours(20));
            await caller.Submit($$"""{"body":"第{{i}}盏路灯不亮了","category":"{{(i == 3 ? "noise" : "street-lights")}}"}""");
        }

        foreach (var order in new[] { "newest", "deadline" })
        {
            var seen = new List<string>();
            var next = "";
            do
            {
                await caller.Get($"/api/v1/matters?limit=3&order={order}{next}");
                Assert.InRange(caller.Json["items"]!.AsArray().Count, 1, 3);
                seen.AddRange(caller.Json["items"]!.AsArray().Select(m => m!["number"]!.GetValue<string>()));
                next = caller.Json["next"] is { } cursor ? "&cursor=" + cursor.GetValue<string>() : "";
            }
            while (next.Length > 0);

            Assert.Equal(7, seen.Count);
            Assert.Equal(order == "newest" ? seen.OrderDescending() : seen.Order(), seen);
        }

        Assert.Equal(7, await Listed(caller, "state=registered&channel=web&unit=street"));
        Assert.Equal(0, await Listed(caller, "state=closed"));
        Assert.Equal(1, await Listed(caller, "q=" + Uri.EscapeDataString("第3盏")));
        Assert.Equal(6, await Listed(caller, "category=street-lights"));
        Assert.Equal(1, await Listed(caller, "receivedFrom=2026-09-02&receivedTo=2026-09-02"));
        Assert.Equal(0, await Listed(caller, "receivedTo=2025-12-31"));
        Assert.Equal(0, await Listed(caller, "overdue=true"));
    }

    private static async Task<int> Listed(Caller caller, string query)
    {
        await caller.Get("/api/v1/matters?" + query);
        Assert.Equal(HttpStatusCode.OK, caller.Status);
        return caller.Json["items"]!.AsArray().Count;
    }

    private async Task<int> Count()
    {
        await using var db = app.Read();
        return await db.Matters.CountAsync(TestContext.Current.CancellationToken);
    }

    private async Task<Lianxin.Ledger.Entry> Entry(long number)
    {
        await using var db = app.Read();
        var bytes = await db.FactEntries.Where(e => e.Matter == number).OrderBy(e => e.Cn).Select(e => e.Bytes).FirstAsync(TestContext.Current.CancellationToken);
        return Lianxin.Ledger.EntryReader.Read(bytes).Entry;
    }
}
