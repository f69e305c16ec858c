using System.Text;
using Lianxin.Exchange;
using Lianxin.Foundation;
using Lianxin.Tests.Support;

namespace Lianxin.Tests.Exchange;

/// <summary>Imports of small tables with invented content, carried out as the server does it.</summary>
internal static class Imports
{
    /// <summary>The first columns that mailboxes give.</summary>
    internal const string Header = "留言编号,留言用户,留言主题,留言时间,留言详情";

    /// <summary>A table of open rows, numbered from a first number on.</summary>
    internal static string Open(int rows, int first = 1) => Header + "\n" + string.Concat(
        Enumerable.Range(first, rows).Select(n => $"M{n:D4},U{n:D4},路灯不亮了 {n},2019/3/{1 + (n % 28)} 10:0{n % 10}:00,永宁社区{n}号楼前的路灯一直不亮。\n"));

    internal static byte[] Bytes(string csv) => Encoding.UTF8.GetBytes(csv);

    /// <summary>Takes the file and settles it as guessed, in the name of the officer and the unit.</summary>
    internal static async Task<Guid> Begin(this TestApp app, byte[] file, string officer = "coordinator", string unit = "centre", DayOrder? order = null, string? answerer = null)
    {
        var actor = await app.Given.Officer(officer);
        var desk = app.Get<ImportDesk>();
        var id = await desk.Open(file, "mailbox", actor);
        var head = await desk.Head((await desk.Find(id, actor))!, actor);
        Guid? named = answerer is null ? null : (await app.Given.Officer(answerer)).Id;
        await desk.Check(id, new SettleImport(head.Guess, "mailbox", await app.Given.Unit(unit), named, order), actor);
        return id;
    }

    /// <summary>Carries out what waits, as the job does.</summary>
    internal static Task Work(this TestApp app) => app.Get<RunImports>().Run(app.Clock.GetUtcNow().UtcDateTime, TestContext.Current.CancellationToken);

    /// <summary>The whole way: dry run, then the rows.</summary>
    internal static async Task<ImportRun> Import(this TestApp app, string csv, string officer = "coordinator", DayOrder? order = null)
    {
        var id = await app.Begin(Bytes(csv), officer, order: order);
        await app.Work();
        await app.Get<ImportDesk>().Run(id, await app.Given.Officer(officer));
        await app.Work();
        return await app.Run(id);
    }

    /// <summary>The run as it stands.</summary>
    internal static async Task<ImportRun> Run(this TestApp app, Guid id) => (await app.Get<ImportDesk>().Find(id, Actor.System()))!;

    /// <summary>The faults by row, as <c>column:code</c>.</summary>
    internal static async Task<IReadOnlyList<string>> Faults(this TestApp app, Guid id) =>
        [.. (await app.Get<ImportDesk>().Faults(id, 100)).Select(f => $"{f.Row} " + string.Join(' ', RowFault.Read(f.Faults).Select(one => $"{one.Column}:{one.Code}")))];

    /// <summary>Folding the journal again gives the same rows.</summary>
    internal static async Task Rebuilds(this TestApp app)
    {
        var report = await app.Get<Rebuild>().Check(new RebuildSettings(), TestContext.Current.CancellationToken);
        Assert.True(report.FindingCount == 0, string.Join('\n', report.Findings));
    }
}
