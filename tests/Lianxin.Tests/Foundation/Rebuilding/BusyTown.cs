using System.Security.Cryptography;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.People;
using Lianxin.Tests.Support;
using Lianxin.Units;
using Lianxin.Vault;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Foundation;

/// <summary>
/// A town in which much has happened, all through the desks: the more tables it fills, the more the tests of the rebuild cover.
/// A table that stays empty is still covered by a row put in by hand. The last matter of a column's table is never needed twice.
/// </summary>
internal sealed class BusyTown(TestApp app)
{
    private readonly Given _given = app.Given;

    internal static async Task<TestApp> Make()
    {
        var app = await TestApp.Start();
        app.Clock.SetLocal(2026, 4, 7, 9);
        var town = new BusyTown(app);
        await town.People();
        await town.Returned();
        await town.Helped();
        await town.PapersAsked();
        await town.PartlySolved();
        await town.LookedAt();
        await app.Given.Matter("南堤村的水管又爆了,𠮷先生家没水。", phone: null);
        return app;
    }

    private async Task People()
    {
        var today = ShanghaiTime.DayOf(app.Clock.GetUtcNow().UtcDateTime);
        var coordinator = await _given.Officer("coordinator");
        var water = await _given.Officer("water-lead");
        var handler = await _given.Officer("water-handler");
        await app.Get<UnitDesk>().AddAlias(TestTown.Community, "永宁小区", coordinator);
        await app.Get<UnitDesk>().RenamePlace(TestTown.Community, 1, "永宁新社区", today, coordinator);
        await app.Get<PeopleDesk>().SetTriageOfficer(water.Unit!.Value, handler.Id!.Value, today, coordinator);
        await app.Get<PeopleDesk>().Leave(handler.Id!.Value, 1, water.Id!.Value, today, water);
        app.Clock.Move(TimeSpan.FromDays(1));
        await app.Get<PeopleDesk>().Return(handler.Id!.Value, 2, today.AddDays(1), water);
    }

    private async Task Returned()
    {
        var receipt = await _given.Dispatched("water");
        await app.Get<MatterHandling>().Return(new MatterRef(receipt.Number), "other-unit", "不是供水管网的问题。", await _given.Officer("water-lead"));
    }

    private async Task Helped()
    {
        var receipt = await _given.Handled();
        var at = new MatterRef(receipt.Number);
        var lead = await _given.Officer("city-lead");
        var handling = app.Get<MatterHandling>();
        await handling.AddHelper(at, await _given.Unit("water"), "查一下水表井。", null, lead);
        await handling.Help(at, "水表井没有问题。", await _given.Officer("water-lead"));
        await handling.Ask(at, "路灯杆上的编号是多少?", lead);
        await using var db = app.Read();
        var question = await db.Set<MatterQuestion>().SingleAsync(q => q.Matter == receipt.Number);
        await app.Get<MatterFeedback>().Reply(at, question.Id, "编号是 LD-0312。", Given.ThePerson);
        await app.Get<MatterFeedback>().Add(at, "补一张照片。", [await app.Get<FileVault>().Keep(RandomNumberGenerator.GetBytes(900), "image/jpeg")], Given.ThePerson);
    }

    private async Task PapersAsked()
    {
        var receipt = await _given.Handled("labour");
        var lead = await _given.Officer("labour-lead");
        await app.Get<MatterHandling>().AskPapers(new MatterRef(receipt.Number), ["劳动合同", "工资流水"], "群众服务中心3号窗口", lead);
        app.Clock.Move(TimeSpan.FromDays(1));
        await app.Get<MatterHandling>().PapersIn(new MatterRef(receipt.Number), null, lead);
    }

    private async Task PartlySolved()
    {
        var receipt = await _given.Answered();
        var at = new MatterRef(receipt.Number);
        await app.Get<MatterFeedback>().Verdict(at, MatterVerdict.Partly, "台阶还没修。", Given.ThePerson);
        var lead = await _given.Officer("city-lead");
        await app.Get<MatterFeedback>().PromiseRest(at, "五月前修好台阶。", new DateOnly(2026, 5, 1), lead);
        var unreached = await _given.Handled();
        await app.Get<MatterAnswers>().Attempt(new MatterRef(unreached.Number), "call", lead);
    }

    private async Task LookedAt()
    {
        var receipt = await _given.Handled();
        var lead = await _given.Officer("city-lead");
        await app.Journal.Write(lead, work => app.Get<ContactVault>().Look(work, receipt.Number, "call_back", "核实地点"));
        await app.Journal.Write(lead, work => app.Get<ContactVault>().Look(work, receipt.Number, "call_back", "约定上门时间"));
    }
}
