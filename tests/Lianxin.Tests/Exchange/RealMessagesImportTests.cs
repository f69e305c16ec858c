using System.Diagnostics;
using Lianxin.Database;
using Lianxin.Exchange;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Exchange;

public sealed class RealMessagesImportTests
{
    [Fact]
    [Trait("row", "WQ-45")]
    public async Task All_the_real_messages_are_in_once_and_soon()
    {
        var bytes = await File.ReadAllBytesAsync(RealMessagesTests.Messages(), TestContext.Current.CancellationToken);
        await using var app = await TestApp.Start();
        var watch = Stopwatch.StartNew();
        var id = await app.Begin(bytes);
        await app.Work();
        var dry = await app.Run(id);
        Assert.Equal((ImportState.Checked, 4_326, 0, 0), (dry.State, dry.Added, dry.Known, dry.Wrong));
        await app.Get<ImportDesk>().Run(id, await app.Given.Officer("coordinator"));
        await app.Work();
        TestContext.Current.TestOutputHelper?.WriteLine($"4,326 messages: {watch.Elapsed.TotalSeconds:F1} s with the dry run");

        var run = await app.Run(id);
        Assert.Equal((ImportState.Done, 4_326, 0, 0, 4_326), (run.State, run.Added, run.Known, run.Wrong, run.Done));
        await using var db = app.Read();
        Assert.Equal(4_326, await db.Matters.CountAsync(m => m.Import == id && m.Backlog && m.DueOn == null, TestContext.Current.CancellationToken));
        Assert.Equal(4_326, await db.Wordings.Where(w => w.Path == "source_number").Select(w => w.Value).Distinct().CountAsync(TestContext.Current.CancellationToken));

        // The bound is that of a district's own machine, SQLite on two cores; a server with PostgreSQL is measured by bench.
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, app.Get<LianxinDatabase>().Source.Kind == DatabaseKind.Sqlite ? 30 : 300);
        await Walk(app, id);
        await app.Rebuilds();
    }

    // One message in five hundred goes the whole line, page by page: out of the backlog, sorted, sent, taken on, answered, judged.
    private static async Task Walk(TestApp app, Guid import)
    {
        await using var db = app.Read();
        var all = await db.Matters.Where(m => m.Import == import).OrderBy(m => m.Number).Select(m => m.Number).ToListAsync(TestContext.Current.CancellationToken);
        var some = all.Where((_, i) => i % 500 == 7).ToList();
        var (desk, city) = (await app.As("centre-lead"), await app.As("city-lead"));
        var unit = (await app.Given.Unit("city")).ToString();
        foreach (var number in some)
        {
            var page = $"/console/matters/{new MatterNumber(number).Digits}";
            await desk.Open(page + "/slip");
            await desk.Press("hand");
            var code = string.Concat(desk.Page.QuerySelectorAll(".lx-receipt dt").Single(dt => dt.TextContent.Contains("查询码", StringComparison.Ordinal)).NextElementSibling!.TextContent.Where(char.IsAsciiDigit).Take(6));
            await desk.Open(page + "/take-up");
            await desk.Press("take_up");
            await desk.Open($"/console/triage/{new MatterNumber(number).Digits}");
            await desk.Press("dispatch", ("Input.Category", Given.Category), ("Input.Place", TestTown.Community), ("Input.Kind", "Promised"), ("Input.Unit", unit));
            await city.Open(page + "/accept");
            await city.Press("accept");
            await city.Open(page + "/answer");
            await city.Press("answer", ("Answer", "已到现场处理，请您看看。"), ("Outcome", "Solved"));
            Assert.Equal(MatterState.Answered, (await app.Row(new MatterReceipt(number, "", "", null))).State);

            var person = app.Browser();
            await person.Open("/track");
            await person.Press("track", ("Number", new MatterNumber(number).Digits), ("Code", code));
            await person.Press("verdict", ("Verdict", "solved"));
            Assert.Equal((MatterState.Closed, MatterVerdict.Solved), (await app.Row(new MatterReceipt(number, "", "", null))) is var ended ? (ended.State, ended.Verdict!.Value) : default);
        }

        Assert.Equal(9, some.Count);
        var reader = await app.As("supervisor");
        await reader.Open("/console/figures");
        foreach (var figure in (string[])["received", "answered", "closed", "solved"])
        {
            Assert.Equal((figure, "9"), (figure, reader.Page.QuerySelector($"tr[data-figure={figure}] a")!.TextContent));
        }

        Assert.All(await app.Get<Invariants>().Check(), check => Assert.True(check.Holds, check.Code));
    }
}
