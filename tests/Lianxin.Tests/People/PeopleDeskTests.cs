using Lianxin.Foundation;
using Lianxin.People;
using Lianxin.Tests.Support;
using Lianxin.Units;

namespace Lianxin.Tests.People;

public sealed class PeopleDeskTests : IAsyncLifetime
{
    private TestApp _app = null!;
    private Staff _staff = null!;
    private Guid _head;
    private Guid _handler;

    private PeopleDesk Desk => _app.Get<PeopleDesk>();

    private DateOnly Today => ShanghaiTime.DayOf(_app.Clock.GetUtcNow().UtcDateTime);

    public async ValueTask InitializeAsync()
    {
        _app = await TestApp.StartEmpty();
        _staff = await Staff.Make(_app);
        _head = await _staff.Add("head", _staff.Department, Roles.UnitLead, Roles.Handler);
        _handler = await _staff.Add("handler", _staff.Department, Roles.Handler);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task The_three_administrators_stay_apart()
    {
        foreach (var pair in new[] { (Roles.SystemAdmin, Roles.SecurityAdmin), (Roles.SystemAdmin, Roles.AuditAdmin), (Roles.SecurityAdmin, Roles.AuditAdmin) })
        {
            await Staff.Refused("people.administrators_combined", () => _staff.Add("both", null, pair.Item1, pair.Item2));
        }

        var officer = await _staff.Add("security", null, Roles.SecurityAdmin);
        await Staff.Refused("people.administrators_combined", () => Desk.ChangeRoles(officer, 1, [Roles.SecurityAdmin, Roles.AuditAdmin], Today, Staff.System));
        await Staff.Refused("people.unknown_role", () => _staff.Add("odd", _staff.Room, Roles.Anonymous));
        await Staff.Refused("people.no_unit", () => _staff.Add("homeless", null, Roles.Handler));
        await Staff.Refused("people.code_taken", () => _staff.Add("head", _staff.Room, Roles.Handler));
    }

    [Fact]
    public async Task The_last_head_may_go_when_the_successor_becomes_the_head()
    {
        await Desk.MoveUnit(_head, 1, Move(_staff.Lead, _handler) with { SuccessorLeads = true }, Staff.System);
        var people = await _staff.People();
        Assert.Equal(_handler, people.HeadOf(_staff.Department, Today)!.Id);
        Assert.Equal([Roles.Handler, Roles.UnitLead], people.RolesOf(_handler, Today).Order(StringComparer.Ordinal));
        Assert.Equal(_staff.Lead, people.UnitOf(_head, Today));
    }

    [Fact]
    public async Task The_last_head_may_go_when_the_unit_closes_in_the_same_step()
    {
        var chief = await _staff.Add("chief", _staff.Lead, Roles.UnitLead);
        var alone = await _staff.Add("alone", _staff.Room, Roles.UnitLead);
        var close = Move(_staff.Lead, chief) with { ClosesInto = _staff.Lead };
        await Staff.Refused("people.unit_without_head", () => Desk.MoveUnit(alone, 1, Move(_staff.Department, _head), Staff.System));
        await Staff.Refused("people.unit_has_people", () => Desk.MoveUnit(_head, 1, close, Staff.System));
        await Staff.Refused("people.successor_elsewhere", () => Desk.MoveUnit(alone, 1, close with { Successor = _head }, Staff.System));
        await Desk.MoveUnit(alone, 1, close, Staff.System);
        var people = await _staff.People();
        Assert.False(people.Units.IsOpen(_staff.Room, Today));
        Assert.Equal(_staff.Lead, people.UnitOf(alone, Today));
    }

    [Fact]
    public async Task A_unit_keeps_a_head_who_answers()
    {
        await Staff.Refused("people.unit_without_head", () => Desk.ChangeRoles(_head, 1, [Roles.Handler], Today, Staff.System));
        await Staff.Refused("people.unit_without_head", () => Desk.Deactivate(_head, 1, _handler, Staff.System));
        await Staff.Refused("people.unit_without_head", () => Desk.MoveUnit(_head, 1, Move(_staff.Room, _handler), Staff.System));
        await Desk.ChangeRoles(_handler, 1, [Roles.UnitLead], Today, Staff.System);
        await Desk.ChangeRoles(_head, 1, [Roles.Handler], Today, Staff.System);
        Assert.Equal(_handler, (await _staff.People()).HeadOf(_staff.Department, Today)!.Id);
        Assert.Equal(_head, (await _staff.People()).HeadOf(_staff.Department, Today.AddDays(-1))!.Id);
    }

    [Fact]
    public async Task A_room_without_a_lead_is_answered_for_by_the_unit_above() =>
        Assert.Equal(_head, (await _staff.People()).HeadOf(_staff.Room, Today)!.Id);

    [Fact]
    public async Task During_leave_the_successor_answers_and_afterwards_the_officer_again()
    {
        await Staff.Refused("people.day_ahead", () => Desk.Leave(_head, 1, _handler, Today.AddDays(1), Staff.System));
        await Staff.Refused("people.successor_away", () => Desk.Leave(_head, 1, _head, Today, Staff.System));
        await Desk.Leave(_head, 1, _handler, Today, Staff.System);
        var people = await _staff.People();
        Assert.Equal(_handler, people.HeadOf(_staff.Department, Today)!.Id);
        Assert.True(people.IsActive(_head, Today));
        Assert.False(people.IsPresent(_head, Today));
        await Staff.Refused("people.successor_away", () => Desk.Leave(_handler, 1, _head, Today, Staff.System));
        _app.Clock.Move(TimeSpan.FromDays(3));
        await Desk.Return(_head, 2, Today, Staff.System);
        Assert.Equal(_head, (await _staff.People()).HeadOf(_staff.Department, Today)!.Id);
        Assert.Equal(_handler, (await _staff.People()).HeadOf(_staff.Department, Today.AddDays(-1))!.Id);
        await Staff.Refused("people.not_on_leave", () => Desk.Return(_head, 3, Today, Staff.System));
    }

    [Fact]
    public async Task Who_stands_in_cannot_vanish()
    {
        var third = await _staff.Add("third", _staff.Department, Roles.Handler);
        await Desk.Leave(_head, 1, _handler, Today, Staff.System);
        await Staff.Refused("people.stands_in", () => Desk.Deactivate(_handler, 1, third, Staff.System));
        await Desk.Leave(_handler, 1, third, Today, Staff.System);
        Assert.Equal(third, (await _staff.People()).HeadOf(_staff.Department, Today)!.Id);
        await Desk.Leave(_head, 2, third, Today, Staff.System);
        await Desk.Deactivate(_handler, 2, third, Staff.System);
        Assert.False((await _staff.People()).IsActive(_handler, Today));
        Assert.Equal(third, (await _staff.People()).HeadOf(_staff.Department, Today)!.Id);
    }

    [Fact]
    public async Task A_successor_works_in_the_same_unit_or_above()
    {
        var elsewhere = await _staff.Add("elsewhere", _staff.Lead, Roles.Handler);
        var inRoom = await _staff.Add("in-room", _staff.Room, Roles.Handler);
        await Staff.Refused("people.successor_elsewhere", () => Desk.Leave(_handler, 1, elsewhere, Today, Staff.System));
        await Staff.Refused("people.successor_elsewhere", () => Desk.Leave(_handler, 1, inRoom, Today, Staff.System));
        await Desk.Leave(inRoom, 1, _handler, Today, Staff.System);
        await Staff.Refused("people.stands_in", () => Desk.MoveUnit(_handler, 1, Move(_staff.Lead, _head), Staff.System));
        await Desk.Return(inRoom, 2, Today, Staff.System);
        await Desk.MoveUnit(_handler, 1, Move(_staff.Lead, _head), Staff.System);
        Assert.Equal(_staff.Lead, (await _staff.People()).UnitOf(_handler, Today));
    }

    [Fact]
    public async Task A_unit_lead_records_leave_in_the_own_unit_only_and_nobody_changes_the_own_roles()
    {
        var other = await _staff.Add("other", _staff.Lead, Roles.Handler, Roles.UnitLead);
        var lead = new Actor(ActorKind.Staff, Via.Web, other, _staff.Lead) { Roles = new HashSet<string> { Roles.UnitLead } };
        await Staff.Refused("people.not_your_unit", () => Desk.Leave(_handler, 1, _head, Today, lead));
        var own = new Actor(ActorKind.Staff, Via.Web, _head, _staff.Department) { Roles = new HashSet<string> { Roles.UnitLead } };
        await Desk.Leave(_handler, 1, _head, Today, own);
        await Staff.Refused("people.own_account", () => Desk.ChangeRoles(_head, 1, [Roles.Supervisor, Roles.UnitLead], Today, own));
    }

    [Fact]
    public async Task Triage_falls_to_the_head_unless_somebody_is_chosen()
    {
        Assert.Equal(_head, (await _staff.People()).TriageOfficerOf(_staff.Department, Today)!.Id);
        await Desk.SetTriageOfficer(_staff.Department, _handler, Today, Staff.System);
        Assert.Equal(_handler, (await _staff.People()).TriageOfficerOf(_staff.Department, Today)!.Id);
        await Desk.Leave(_handler, 1, _head, Today, Staff.System);
        Assert.Equal(_head, (await _staff.People()).TriageOfficerOf(_staff.Department, Today)!.Id);
        await Staff.Refused("people.not_of_unit", () => Desk.SetTriageOfficer(_staff.Room, _handler, Today, Staff.System));
    }

    [Fact]
    public async Task The_coordinator_of_the_lead_unit_comes_first()
    {
        var any = await _staff.Add("a-coordinator", _staff.Department, Roles.Coordinator);
        Assert.Equal(any, (await _staff.People()).Coordinator(Today)!.Id);
        var first = await _staff.Add("z-coordinator", _staff.Lead, Roles.Coordinator, Roles.Supervisor);
        Assert.Equal(first, (await _staff.People()).Coordinator(Today)!.Id);
        Assert.Equal([first], (await _staff.People()).Supervisors(Today).Select(o => o.Id));
    }

    [Fact]
    public async Task A_unit_closes_only_when_nobody_works_there()
    {
        var inRoom = await _staff.Add("in-room", _staff.Room, Roles.Handler);
        await Staff.Refused("people.unit_has_people", () => _app.Get<UnitDesk>().CloseUnit(_staff.Room, 1, _staff.Department, Today, Staff.System));
        await Desk.Deactivate(inRoom, 1, _head, Staff.System);
        await _app.Get<UnitDesk>().CloseUnit(_staff.Room, 1, _staff.Department, Today, Staff.System);
        Assert.False((await _staff.People()).Units.IsOpen(_staff.Room, Today));
    }

    private MoveOfficer Move(Guid unit, Guid successor) => new() { Unit = unit, Roles = [Roles.Handler], Successor = successor, On = Today };
}
