using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.People;

namespace Lianxin.Web.Demo;

/// <summary>Walks a matter from its record to the unit that handles it: sorting, mistakes in sorting, returns, the coordinator's word, merges.</summary>
internal sealed class DemoTriage(DemoDesks desks, DemoHandling handling)
{
    private static readonly IReadOnlyList<string> Sorters = MatterLifecycle.Classify.Roles;
    private static readonly IReadOnlyList<string> Handlers = MatterLifecycle.Accept.Roles;

    /// <summary>After its record: sorted soon while the desk is open, unless it lies.</summary>
    public void PlanSorting(DemoDay day, DemoCase one, Actor taker)
    {
        var minutes = one.Input.Urgent ? one.Dice.Between(4, 15) : taker.Unit is null ? one.Dice.Between(15, 150) : one.Dice.Between(3, 20);
        var at = day.Now.AddMinutes(minutes);
        var lies = one.Fate.Lies > 0 || (desks.IsNear(day.Morning.Today, 3) && ShanghaiTime.Local(at).Hour >= 14 && !one.Input.Urgent);
        var atHand = Sorters.Any(taker.Is) && taker.Is(Roles.HotlineOperator);
        if (!lies && (day.Morning.InOffice(at) || atHand))
        {
            var sorter = Sorters.Any(taker.Is) ? taker : day.Morning.Someone(one.Unit, Sorters, one.Dice);
            if (sorter is not null)
            {
                day.Plan(at, () => Sort(day, one, sorter));
            }
        }
    }

    /// <summary>What the morning finds recorded or offered.</summary>
    public void Look(DemoDay day, Matter row, DemoCase one)
    {
        var morning = day.Morning;
        if (row.Master is not null)
        {
            LookAtMember(day, row, one);
        }
        else if (morning.IsWorkingDay && row.State == MatterState.Registered)
        {
            LookAtRegistered(day, row, one);
        }
        else if (morning.IsWorkingDay && row.OfferedTo is { } offered && morning.Someone(offered, Handlers, one.Dice) is { } receiver)
        {
            day.Plan(morning.Time(one.Dice, 8.6, 11.9), () => Receive(day, one, offered, receiver));
        }
    }

    private void LookAtMember(DemoDay day, Matter row, DemoCase one)
    {
        if (one.Fate.Unmerged && row.State == MatterState.Registered && day.Morning.IsWorkingDay
            && day.Morning.Someone(row.Unit, MatterLifecycle.Unmerge.Roles, one.Dice) is { } lead)
        {
            day.Plan(day.Morning.Time(one.Dice, 8.5, 9), async () =>
            {
                await desks.Feedback.Unmerge(one.At, one.Dice.Any(desks.Say["unmergeReasons"]), lead);
                (one.Master, one.Twin) = (null, null);
                day.Plan(day.Now.AddMinutes(10), () => Sort(day, one, lead));
            });
        }
    }

    private void LookAtRegistered(DemoDay day, Matter row, DemoCase one)
    {
        var morning = day.Morning;
        if (row.Returns >= 2)
        {
            if (morning.Anyone(Roles.Coordinator, one.Dice) is { } coordinator)
            {
                day.Plan(morning.Time(one.Dice, 9, 11.5), async () =>
                {
                    await desks.Handling.Settle(one.At, one.Right, one.Dice.Any(desks.Say["settleReasons"]), coordinator);
                    one.State = MatterState.Handling;
                });
            }

            return;
        }

        if (morning.Someone(row.Unit, Sorters, one.Dice) is not { } sorter)
        {
            return;
        }

        if (row.Returns == 1)
        {
            day.Plan(morning.Time(one.Dice, 8.6, 11), () => Offer(day, one, Target(day.Morning, one, row.Returns), sorter));
        }
        else if (one.LayDays++ >= one.Fate.Lies)
        {
            day.Plan(morning.Time(one.Dice, 8.5, 10.5), () => Sort(day, one, sorter));
        }
    }

    private async Task Sort(DemoDay day, DemoCase one, Actor sorter)
    {
        var (morning, form) = (day.Morning, one.Input.Form);
        if (one.State != MatterState.Registered)
        {
            return;
        }

        if (form is MatterForm.Opinion or MatterForm.Suggestion)
        {
            await desks.Triage.Acknowledge(one.At, one.Dice.Any(desks.Say["thanks"]), sorter);
            one.State = MatterState.Closed;
        }
        else if (one.Twin is { Master: null, State: MatterState.Registered or MatterState.Dispatched or MatterState.Handling } twin && !one.IsMaster)
        {
            await desks.Feedback.Merge(one.At, twin.Number, sorter);
            (one.Master, twin.IsMaster) = (twin, true);
        }
        else if (!await SettledAtOnce(day, one, sorter))
        {
            await Classify(day, one, sorter, CategoryRouting.Find(one.Category, one.Input.Place, morning.Book));
        }
    }

    private async Task<bool> SettledAtOnce(DemoDay day, DemoCase one, Actor sorter)
    {
        var (dice, fate) = (one.Dice, one.Fate);
        if (fate.Refused && !one.IsMaster && one.Input.Form == MatterForm.Demand
            && (day.Morning.Someone(sorter.Unit!.Value, [Roles.UnitLead], dice, sorter.Id) ?? day.Morning.Anyone(Roles.Coordinator, dice, sorter.Unit)) is { } second)
        {
            var refusal = dice.Any(desks.Say.Refusals);
            await desks.Answers.Refuse(one.At, refusal.Reason, refusal.Text, second.Id!.Value, sorter);
            one.State = MatterState.Answered;
            return true;
        }

        if (!fate.OnSpot || one.Input.Channel is not ("hotline" or "window" or "visit" or "room" or "phone-line"))
        {
            return false;
        }

        var outcome = one.Input.Form == MatterForm.Consultation ? MatterOutcome.Explained : MatterOutcome.Solved;
        await desks.Answers.AnswerNow(one.At, new AnswerMatter(outcome, one.Answer(day.Morning, sorter.Unit!.Value)), one.Category, sorter);
        one.State = MatterState.Answered;
        return true;
    }

    private async Task Classify(DemoDay day, DemoCase one, Actor sorter, Lianxin.Matters.Route route)
    {
        var (morning, fate) = (day.Morning, one.Fate);
        one.Right = route.Unit ?? sorter.Unit!.Value;
        var consulting = one.Input.Form == MatterForm.Consultation;
        var sameDay = fate.SameDay && !consulting && sorter.Is(Roles.Handler);
        var kind = sameDay ? MatterKind.Immediate : consulting ? MatterKind.Promised : route.Kind ?? MatterKind.Promised;
        var longer = kind == MatterKind.Promised && fate.Longer && route.WorkingDays > morning.Book.Limits.Promised
            && (sorter.Is(Roles.UnitLead) || sorter.Is(Roles.Coordinator));
        var input = new ClassifyMatter(
            kind, one.Category, one.Input.Place, one.Input.Urgent, null, longer ? route.WorkingDays : null, longer ? one.Dice.Any(desks.Say["longerReasons"]) : null);
        var target = sameDay ? sorter.Unit!.Value : consulting || kind != MatterKind.Promised ? one.Right : Target(morning, one, 0);
        await desks.Triage.ClassifyAndDispatch(one.At, input, target, null, sorter);
        one.State = target == one.Unit ? MatterState.Handling : MatterState.Dispatched;
        PlanReceiving(day, one, target);
        if (sameDay && one.Dice.Chance(65))
        {
            day.Plan(day.Now.AddMinutes(one.Dice.Between(30, 180)), async () =>
            {
                await desks.Answers.Answer(one.At, new AnswerMatter(MatterOutcome.Solved, one.Answer(morning, target)), sorter);
                await desks.Answers.Tell(one.At, "call", null, sorter);
                one.State = MatterState.Answered;
            });
        }
    }

    private async Task Offer(DemoDay day, DemoCase one, Guid target, Actor sorter)
    {
        if (target == sorter.Unit)
        {
            await desks.Triage.Keep(one.At, null, sorter);
            one.State = MatterState.Handling;
            return;
        }

        await desks.Triage.Dispatch(one.At, target, null, sorter);
        one.State = MatterState.Dispatched;
        PlanReceiving(day, one, target);
    }

    private void PlanReceiving(DemoDay day, DemoCase one, Guid target)
    {
        var at = day.Now.AddMinutes(one.Input.Urgent ? one.Dice.Between(5, 30) : one.Dice.Between(20, 300));
        if (one.State == MatterState.Dispatched && day.Morning.InOffice(at) && one.Dice.Chance(85)
            && day.Morning.Someone(target, Handlers, one.Dice) is { } receiver)
        {
            day.Plan(at, () => Receive(day, one, target, receiver));
        }
    }

    private async Task Receive(DemoDay day, DemoCase one, Guid offered, Actor receiver)
    {
        if (one.State != MatterState.Dispatched)
        {
            return;
        }

        if (offered != one.Right)
        {
            await desks.Handling.Return(one.At, "other-unit", one.Dice.Any(desks.Town.Phrases.ReturnNotes), receiver);
            one.State = MatterState.Registered;
            return;
        }

        await desks.Handling.Accept(one.At, null, receiver);
        one.State = MatterState.Handling;
        if (one.Input.Form == MatterForm.Consultation && day.Now.AddMinutes(one.Dice.Between(20, 150)) is var at && day.Morning.InOffice(at))
        {
            day.Plan(at, one, MatterState.Handling, () => handling.Answer(day, one, offered, null, receiver));
        }
    }

    // A mistaken sorter thinks of the street's station or of the city office.
    private static Guid Target(DemoMorning morning, DemoCase one, int returns)
    {
        if (returns >= one.Fate.WrongUnits)
        {
            return one.Right;
        }

        var units = morning.Book.Units;
        var station = units.UnitAt(one.Input.Place!, morning.Today, "street", "town", "park")?.Id;
        var likely = new[] { station, units.ByCode("dept-city")?.Id, units.ByCode("dept-housing")?.Id };
        return likely.Where(u => u is not null && u != one.Right && u != one.Unit).Skip(returns).FirstOrDefault() ?? one.Right;
    }
}
