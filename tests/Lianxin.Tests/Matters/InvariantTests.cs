using System.Globalization;
using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.People;
using Lianxin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Matters;

/// <summary>Tries to break INV-01 to INV-06 through the desks and by calls at once, and shows that the monitor would see a breach.</summary>
public sealed class InvariantTests : IAsyncLifetime
{
    private TestApp _app = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await TestApp.Start();
        _app.Clock.SetLocal(2026, 9, 1, 9);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [Trait("row", "WQ-41")]
    [InlineData("INV-01", "unit = {empty}")]
    [InlineData("INV-01", "officer = {empty}")]
    [InlineData("INV-02", "state = 'closed', outcome = null")]
    [InlineData("INV-03", "state = 'closed', outcome = 'solved', verdict = 'solved', delivered_at = null")]
    [InlineData("INV-04", "due_on = null")]
    [InlineData("INV-04", "untold_since = {long ago}, reachable = {true}")]
    [InlineData("INV-05", "state = 'closed', outcome = 'solved', verdict = null, delivered_at = {long ago}")]
    [InlineData("INV-05", "state = 'answered', answer_seq = null")]
    [InlineData("INV-06", "state = 'dispatched', offered_to = null")]
    [InlineData("INV-06", "offered_to = {empty}")]
    public async Task A_planted_breach_is_counted_and_named(string code, string planted)
    {
        var receipt = await _app.Given.Handled();
        await _app.AllHold();
        await Plant(receipt.Number, planted);
        var check = (await _app.Get<Invariants>().Check()).Single(c => c.Code == code);
        Assert.Equal([receipt.Number], check.Numbers);
        Assert.False(check.More);
    }

    [Fact]
    public async Task The_list_of_breaches_is_bounded_and_says_so()
    {
        for (var i = 0; i < 3; i++)
        {
            await Plant((await _app.Given.Matter()).Number, "due_on = null");
        }

        var check = (await _app.Get<Invariants>().Check(2))[3];
        Assert.Equal((2, true), (check.Numbers.Count, check.More));
    }

    [Fact]
    [Trait("row", "INV-01")]
    public async Task An_owner_cannot_be_lost_by_leaves_and_acceptances_at_once()
    {
        var receipts = new List<MatterReceipt>();
        for (var i = 0; i < 6; i++)
        {
            receipts.Add(await _app.Given.Dispatched());
        }

        var (lead, handler) = (await _app.Given.Officer("city-lead"), await _app.Given.Officer("city-handler"));
        await using var db = _app.Read();
        var version = (await _app.Get<OfficerBook>().Read(db)).Officer(handler.Id!.Value)!.Version;
        var leave = _app.Get<PeopleDesk>().Leave(handler.Id.Value, version, lead.Id!.Value, new DateOnly(2026, 9, 1), Actor.System());
        var accepting = receipts.ConvertAll(r => Quietly(() => _app.Get<MatterHandling>().Accept(new MatterRef(r.Number), null, handler)));
        await Task.WhenAll([leave, .. accepting]);
        await _app.AllHold();
        foreach (var receipt in receipts)
        {
            Assert.NotEqual(handler.Id, (await _app.Row(receipt.Number)).Officer);
        }
    }

    [Fact]
    [Trait("row", "INV-02")]
    public async Task Nothing_closes_without_an_outcome_of_the_list_an_answer_and_the_persons_word()
    {
        var receipt = await _app.Given.Handled();
        var lead = await _app.Given.Officer("city-lead");
        var at = new MatterRef(receipt.Number);
        foreach (var outcome in new[] { MatterOutcome.Withdrawn, MatterOutcome.Merged, MatterOutcome.EnteredInError, MatterOutcome.Acknowledged })
        {
            Assert.Equal("matter.not_an_outcome", await Town.Refused(() => _app.Get<MatterAnswers>().Answer(at, new AnswerMatter(outcome, "无法答复"), lead)));
        }

        Assert.Equal("matter.missing", await Town.Refused(() => _app.Get<MatterAnswers>().Answer(at, new AnswerMatter(MatterOutcome.Solved, " "), lead)));
        Assert.Equal("matter.not_now", await Town.Refused(() => _app.Get<MatterFeedback>().Verdict(at, MatterVerdict.Solved, null, Given.ThePerson)));
        Assert.Equal("matter.not_now", await Town.Refused(() => _app.Get<MatterFeedback>().PromiseRest(at, "再修", new DateOnly(2026, 9, 9), lead)));
        Assert.Equal("matter.not_now", await Town.Refused(() => _app.Get<MatterTriage>().Acknowledge(at, null, lead)));
        await _app.Get<MatterAnswers>().Answer(at, new AnswerMatter(MatterOutcome.Solved, "已修好。"), lead);
        _app.Clock.SetLocal(2026, 12, 1);
        Assert.Equal(0, await _app.Run<WatchSilence>());
        Assert.Equal(MatterState.Answered, (await _app.Row(receipt.Number)).State);
        Assert.Equal("matter.missing", await Town.Refused(() => _app.Get<MatterFeedback>().Verdict(at, MatterVerdict.Silent, null, Given.ThePerson)));
    }

    [Fact]
    [Trait("row", "INV-03")]
    public async Task Only_three_attempts_on_two_days_by_two_ways_stand_for_a_delivery()
    {
        var receipt = await _app.Given.Handled();
        var lead = await _app.Given.Officer("city-lead");
        var (at, answers) = (new MatterRef(receipt.Number), _app.Get<MatterAnswers>());
        await answers.Answer(at, new AnswerMatter(MatterOutcome.Solved, "已修好。"), lead);
        await answers.Attempt(at, "call", lead);
        await answers.Attempt(at, "call", lead);
        await answers.Attempt(at, "visit", lead);
        Assert.Null((await _app.Row(receipt.Number)).DeliveredAt);
        _app.Clock.Move(TimeSpan.FromDays(1));
        await answers.Attempt(at, "call", lead);
        Assert.NotNull((await _app.Row(receipt.Number)).DeliveredAt);
        await _app.AllHold();
    }

    [Fact]
    [Trait("row", "INV-04")]
    [Trait("row", "ED-31")]
    public async Task Every_kind_but_the_immediate_has_a_day_and_an_untold_one_is_listed_until_it_is_told()
    {
        var receipt = await _app.Given.Handled();
        Assert.NotNull((await _app.Row(receipt.Number)).DueOn);
        Assert.Null((await _app.Row(receipt.Number)).ToldAt);
        await _app.AllHold();
        _app.Clock.SetLocal(2026, 9, 3, 9);
        Assert.Equal([receipt.Number], (await _app.Get<Invariants>().Check())[3].Numbers);
        await _app.Get<MatterAnswers>().Tell(new MatterRef(receipt.Number), "call", null, await _app.Given.Officer("city-lead"));
        await _app.AllHold();
        Assert.Equal("matter.missing", await Town.Refused(async () => await _app.Get<MatterHandling>().Extend(
            new MatterRef(receipt.Number), new DateOnly(2026, 9, 10), "", await _app.Given.Officer("city-lead"))));
        Assert.Equal("matter.not_yours", await Town.Refused(async () => await _app.Get<MatterHandling>().Extend(
            new MatterRef(receipt.Number), new DateOnly(2026, 9, 10), "材料未到", await _app.Given.Officer("city-handler"))));
    }

    [Fact]
    [Trait("row", "YP-26")]
    [Trait("row", "INV-06")]
    public async Task Two_units_at_once_cannot_both_take_or_twice_return_a_matter()
    {
        var receipt = await _app.Given.Dispatched("water");
        var (lead, handler) = (await _app.Given.Officer("water-lead"), await _app.Given.Officer("water-handler"));
        var handling = _app.Get<MatterHandling>();
        var at = new MatterRef(receipt.Number);
        var reason = await Reason();
        var results = await Task.WhenAll(
            Quietly(() => handling.Accept(at, null, lead)),
            Quietly(() => handling.Return(at, reason, "不属于本单位。", handler)),
            Quietly(() => handling.Accept(at, null, handler)),
            Quietly(() => handling.Return(at, reason, "不属于本单位。", lead)));
        Assert.Equal(1, results.Count(r => r is null));
        await _app.AllHold();

        var other = await _app.Given.Dispatched("water");
        at = new MatterRef(other.Number);
        await handling.Return(at, reason, "不属于本单位。", lead);
        var centre = await _app.Given.Officer("centre-lead");
        await _app.Get<MatterTriage>().Dispatch(at, lead.Unit!.Value, "请再看看。", centre);
        Assert.Equal("matter.returned_before", await Town.Refused(() => handling.Return(at, reason, "还是不属于。", lead)));
        await _app.AllHold();
    }

    [Fact]
    [Trait("row", "INV-06")]
    public async Task After_two_returns_no_call_at_once_offers_a_third_time()
    {
        var receipt = await _app.Given.Dispatched("water");
        var (at, handling, triage) = (new MatterRef(receipt.Number), _app.Get<MatterHandling>(), _app.Get<MatterTriage>());
        var reason = await Reason();
        await handling.Return(at, reason, "不属于本单位。", await _app.Given.Officer("water-lead"));
        await triage.Dispatch(at, await _app.Given.Unit("city"), null, await _app.Given.Officer("centre-lead"));
        await handling.Return(at, reason, "不属于本单位。", await _app.Given.Officer("city-lead"));
        var (coordinator, labour) = (await _app.Given.Officer("coordinator"), await _app.Given.Unit("labour"));
        var refused = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Quietly(() => triage.Dispatch(at, labour, null, coordinator))));
        Assert.All(refused, code => Assert.Equal("matter.coordinator_decides", code));
        await handling.Settle(at, labour, "欠薪由人社部门处理。", coordinator);
        Assert.Equal(labour, (await _app.Row(receipt.Number)).Unit);
        await _app.AllHold();
    }

    [Fact]
    public async Task Merging_answering_and_closing_at_once_leaves_no_one_unanswered()
    {
        var master = await _app.Given.Handled();
        var members = new List<MatterReceipt>();
        for (var i = 0; i < 5; i++)
        {
            members.Add(await _app.Given.Matter(phone: "1380013560" + i));
        }

        var (centre, city) = (await _app.Given.Officer("centre-lead"), await _app.Given.Officer("city-lead"));
        var acts = members.ConvertAll(m => Quietly(() => _app.Get<MatterFeedback>().Merge(new MatterRef(m.Number), master.Number, centre)));
        acts.Insert(2, Quietly(() => _app.Get<MatterAnswers>().Answer(new MatterRef(master.Number), new AnswerMatter(MatterOutcome.Solved, "已修好。"), city)));
        await Task.WhenAll(acts);
        foreach (var member in members)
        {
            var row = await _app.Row(member.Number);
            Assert.True(row.Master is null ? row.State == MatterState.Registered : row.State == MatterState.Answered);
        }

        await _app.AllHold();
    }

    private async Task<string> Reason()
    {
        await using var db = _app.Read();
        return (await _app.Get<Rules>().Read(db)).Lists.ReturnReasons[0].Code;
    }

    // The code of the refusal, or null when it was done.
    private static async Task<string?> Quietly(Func<Task> act)
    {
        try
        {
            await act();
            return null;
        }
        catch (RefusedException no)
        {
            return no.Code;
        }
    }

    private Task Plant(long number, string columns)
    {
        var sqlite = TestDatabase.Kind == DatabaseKind.Sqlite;
        var set = columns.Replace("{empty}", "'00000000-0000-0000-0000-000000000000'", StringComparison.Ordinal)
            .Replace("{long ago}", sqlite ? "'2026-08-01 00:00:00'" : "'2026-08-01 00:00:00Z'", StringComparison.Ordinal)
            .Replace("{true}", sqlite ? "1" : "true", StringComparison.Ordinal);
        var sql = string.Create(CultureInfo.InvariantCulture, $"update matter set {set} where number = {number}");
        return _app.Journal.Write(Actor.System(), async work => await work.Run(sql));
    }
}
