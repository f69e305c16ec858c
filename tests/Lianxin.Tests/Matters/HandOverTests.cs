using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.People;
using Lianxin.Tests.Support;
using Lianxin.Units;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Matters;

/// <summary>What follows in the same save: absences, closed units, merged matters.</summary>
public sealed class HandOverTests : IAsyncLifetime
{
    private TestApp _app = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _app = await TestApp.Start();
        _app.Clock.SetLocal(2026, 9, 1, 9);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<OfficerList> People()
    {
        await using var db = _app.Read();
        return await _app.Get<OfficerBook>().Read(db);
    }

    [Fact]
    [Trait("row", "INV-01")]
    [Trait("row", "WQ-41")]
    public async Task An_officers_leave_hands_every_open_matter_over_in_the_same_save()
    {
        var numbers = new List<long>();
        for (var i = 0; i < 5; i++)
        {
            numbers.Add((await _app.Given.Handled()).Number);
        }

        var (lead, handler) = (await _app.Given.Officer("city-lead"), await _app.Given.Officer("city-handler"));
        var version = (await People()).Officer(lead.Id!.Value)!.Version;
        await _app.Get<PeopleDesk>().Leave(lead.Id.Value, version, handler.Id!.Value, new DateOnly(2026, 9, 1), Actor.System());
        await using var db = _app.Read();
        foreach (var number in numbers)
        {
            Assert.Equal(handler.Id, (await _app.Row(number)).Officer);
            Assert.Contains(await _app.Facts(number), f => f is MatterHandedOver { Why: "leave" });
        }

        var entries = await db.FactEntries.OrderByDescending(e => e.Seq).Take(6).Select(e => e.Bytes).ToListAsync(Stop);
        var read = entries.ConvertAll(b => Lianxin.Ledger.EntryReader.Read(b).Entry);
        Assert.Equal("officer.left", read[5].Type);
        Assert.All(read, e => Assert.Equal(read[5].At, e.At));
        await _app.AllHold();
    }

    [Fact]
    public async Task A_closed_unit_leaves_its_matters_offers_and_help_to_its_successor()
    {
        var city = await _app.Given.Unit("city");
        var day = new DateOnly(2026, 9, 1);
        var room = await _app.Get<UnitDesk>().AddUnit(
            new AddUnit { Code = "room", Kind = "community", Name = "市容班", Parent = city, Place = TestTown.Community, On = day }, Actor.System());
        var worker = await _app.Get<PeopleDesk>().Add(
            new AddOfficer { Code = "room-handler", Name = "测试寅", Unit = room, Roles = [Roles.Handler], On = day }, Actor.System());
        var (lead, water) = (await _app.Given.Officer("city-lead"), await _app.Given.Officer("water-lead"));
        var (own, offered) = (await _app.Given.Dispatched("room"), await _app.Given.Dispatched("room"));
        var (given, helped) = (await _app.Given.Handled(), await _app.Given.Handled("water"));
        await _app.Get<MatterHandling>().Accept(new MatterRef(own.Number), null, await _app.Given.Officer("room-handler"));
        await _app.Get<MatterTriage>().Dispatch(new MatterRef(given.Number), room, null, lead);
        await _app.Get<MatterHandling>().AddHelper(new MatterRef(helped.Number), room, "请提供现场照片。", 3, water);
        await _app.Get<PeopleDesk>().Deactivate(worker, (await People()).Officer(worker)!.Version, lead.Id!.Value, Actor.System());
        Assert.Equal((room, lead.Id.Value), ((await _app.Row(own.Number)).Unit, (await _app.Row(own.Number)).Officer));
        await _app.Get<UnitDesk>().CloseUnit(room, (await People()).Units.Unit(room)!.Version, city, day, Actor.System());

        var moved = await _app.Row(own.Number);
        Assert.Equal((city, lead.Id.Value), (moved.Unit, moved.Officer));
        Assert.Equal(city, (await _app.Row(offered.Number)).OfferedTo);
        var back = await _app.Row(given.Number);
        Assert.Equal((city, MatterState.Handling, (Guid?)null), (back.Unit, back.State, back.OfferedTo));
        await using var read = _app.Read();
        Assert.Equal(city, await read.CoHandlers.Where(h => h.Matter == helped.Number).Select(h => h.Unit).SingleAsync(Stop));
        await _app.AllHold();
    }

    [Fact]
    [Trait("row", "ED-27")]
    public async Task One_matter_by_box_hotline_and_card_is_answered_once_to_three_people()
    {
        var master = await _app.Given.Matter(channel: "mailbox", phone: "13800135521");
        var byPhone = await _app.Given.Matter(channel: "hotline", phone: "13800135522");
        var byCard = await _app.Given.Matter(channel: "contact-card", phone: null);
        var (centre, city) = (await _app.Given.Officer("centre-lead"), await _app.Given.Officer("city-lead"));
        foreach (var member in new[] { byPhone, byCard })
        {
            await _app.Get<MatterFeedback>().Merge(new MatterRef(member.Number), master.Number, centre);
        }

        await _app.Get<MatterTriage>().ClassifyAndDispatch(
            new MatterRef(master.Number), new ClassifyMatter(MatterKind.Promised, Given.Category, TestTown.Community, Urgent: false), city.Unit!.Value, null, centre);
        await _app.Get<MatterHandling>().Accept(new MatterRef(master.Number), null, city);
        await _app.Get<MatterAnswers>().Answer(new MatterRef(master.Number), new AnswerMatter(MatterOutcome.Solved, "三盏路灯都换好了。"), city);

        var phone = await _app.Row(byPhone.Number);
        Assert.Equal((MatterState.Answered, MatterOutcome.Solved), (phone.State, phone.Outcome!.Value));
        Assert.Equal("三盏路灯都换好了。", await _app.Words(phone.AnswerSeq!.Value, "answer"));
        var card = await _app.Row(byCard.Number);
        Assert.Equal((MatterState.Closed, MatterOutcome.Merged), (card.State, card.Outcome!.Value));

        await _app.Get<MatterAnswers>().Opened(byPhone.Number, Given.ThePerson);
        Assert.Equal((MatterState.Closed, MatterOutcome.Merged), ((await _app.Row(byPhone.Number)).State, (await _app.Row(byPhone.Number)).Outcome!.Value));
        Assert.Equal(MatterState.Answered, (await _app.Row(master.Number)).State);
        await using var db = _app.Read();
        var all = new[] { master.Number, byPhone.Number, byCard.Number };
        Assert.Equal(["contact-card", "hotline", "mailbox"], await db.Matters.Where(m => all.Contains(m.Number)).Select(m => m.Channel).OrderBy(c => c).ToListAsync(Stop));
        Assert.Equal(1, await db.Matters.CountAsync(m => all.Contains(m.Number) && m.Master == null, Stop));
        await _app.AllHold();
    }

    [Fact]
    public async Task A_second_answer_of_the_master_reaches_the_members_that_still_wait_and_moves_no_limit()
    {
        var (master, member) = (await _app.Given.Handled(), await _app.Given.Matter(phone: "13800135523"));
        var city = await _app.Given.Officer("city-lead");
        await _app.Get<MatterFeedback>().Merge(new MatterRef(member.Number), master.Number, await _app.Given.Officer("centre-lead"));
        await _app.Get<MatterAnswers>().Answer(new MatterRef(master.Number), new AnswerMatter(MatterOutcome.Solved, "已经修好。"), city);
        var met = await Met(member.Number);
        await _app.Get<MatterFeedback>().Verdict(new MatterRef(master.Number), MatterVerdict.Not, "还是不亮。", Given.ThePerson);
        _app.Clock.Move(TimeSpan.FromDays(1));
        await _app.Get<MatterAnswers>().Answer(new MatterRef(master.Number), new AnswerMatter(MatterOutcome.Solved, "更换了线路，已经亮了。"), city);
        Assert.Equal("更换了线路，已经亮了。", await _app.Words((await _app.Row(member.Number)).AnswerSeq!.Value, "answer"));
        Assert.Equal(met, await Met(member.Number));
    }

    [Fact]
    [Trait("row", "ED-30")]
    public async Task A_change_from_promised_to_report_up_keeps_both_clocks_and_its_reason()
    {
        var (receipt, lead) = (await _app.Given.Handled(), await _app.Given.Officer("city-lead"));
        var first = await _app.Row(receipt.Number);
        await _app.Get<MatterHandling>().ChangeKind(new MatterRef(receipt.Number), MatterKind.ReportUp, "需要区政府批准。", lead);
        await using var db = _app.Read();
        var clocks = await db.Deadlines.Where(d => d.Matter == receipt.Number && d.Clock != MatterClock.Immediate).ToListAsync(Stop);
        Assert.NotNull(clocks.Single(c => c.Id == first.Deadline).ReplacedAt);
        Assert.Equal(first.DueOn, clocks.Single(c => c.Id == first.Deadline).DueOn);
        Assert.Equal((await _app.Row(receipt.Number)).Deadline, clocks.Single(c => c.Clock == MatterClock.ReportUp).Id);
        Assert.Contains(await _app.Facts(receipt.Number), f => f is MatterKindChanged { From: MatterKind.Promised, To: MatterKind.ReportUp });
        Assert.Contains("需要区政府批准。", await db.Wordings.Where(w => w.Matter == receipt.Number && w.Path == "reason").Select(w => w.Value).ToListAsync(Stop));
        Assert.Equal("matter.missing", await Town.Refused(() => _app.Get<MatterHandling>().ChangeKind(new MatterRef(receipt.Number), MatterKind.Promised, " ", lead)));
    }

    [Fact]
    public async Task A_withdrawn_master_lets_its_members_go()
    {
        var (master, member) = (await _app.Given.Matter(), await _app.Given.Matter());
        var due = (await _app.Row(member.Number)).DueOn;
        await _app.Get<MatterFeedback>().Merge(new MatterRef(member.Number), master.Number, await _app.Given.Officer("centre-lead"));
        await _app.Get<MatterFeedback>().Withdraw(new MatterRef(master.Number), null, Given.ThePerson);
        var free = await _app.Row(member.Number);
        Assert.Equal((null, MatterState.Registered, due), (free.Master, free.State, free.DueOn));
        await _app.AllHold();
    }

    private async Task<DateTime?> Met(long number)
    {
        await using var db = _app.Read();
        return await db.Deadlines.Where(d => d.Matter == number).Select(d => d.MetAt).SingleAsync(Stop);
    }
}
