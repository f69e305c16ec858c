using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.People;

namespace Lianxin.Web.Demo;

/// <summary>Walks how the answer reaches its person and what the person says: added words, replies, nudges, taking back, the word on the answer, the rating.</summary>
internal sealed class DemoHearing(DemoDesks desks)
{
    private static readonly IReadOnlyList<string> Tellers = MatterLifecycle.Tell.Roles;
    private static readonly IReadOnlyList<string> Promisers = MatterLifecycle.PromiseRest.Roles;
    private int _forced;

    /// <summary>Right after the answer: a call within hours, or the person looks at the page in the evening.</summary>
    public void PlanDelivery(DemoDay day, Matter row, DemoCase one, Actor handler)
    {
        if (!row.Reachable || one.Fate.Unreached)
        {
            return;
        }

        if (one.Fate.Reads)
        {
            day.Plan(day.Morning.Time(one.Dice, 18, 22.5), () => desks.Answers.Opened(one.Number, one.ThePerson));
        }
        else if (day.Now.AddMinutes(one.Dice.Between(15, 120)) is var at && day.Morning.InOffice(at))
        {
            day.Plan(at, () => desks.Answers.Tell(one.At, "call", null, handler));
        }
    }

    /// <summary>While it is handled: a reply, more words, a nudge past the day, or taking it back.</summary>
    public void PersonActs(DemoDay day, Matter row, DemoCase one)
    {
        var (morning, fate, dice) = (day.Morning, one.Fate, one.Dice);
        if (fate.WithdrawnAfter is { } after && !one.IsMaster && morning.Today >= ShanghaiTime.DayOf(row.ReceivedAt).AddDays(after))
        {
            day.Plan(morning.Time(dice, 7, 8.4), async () =>
            {
                await desks.Feedback.Withdraw(one.At, dice.Any(desks.Say["withdrawReasons"]), one.ThePerson);
                one.State = MatterState.Closed;
            });
            return;
        }

        foreach (var question in morning.Questions[row.Number].Where(q => ShanghaiTime.DayOf(q.AskedAt) < morning.Today && dice.Chance(55)))
        {
            Evening(day, one, () => desks.Feedback.Reply(one.At, question.Id, dice.Any(desks.Say["replies"]), one.ThePerson));
        }

        if (fate.Adds && !one.Added && dice.Chance(40))
        {
            one.Added = true;
            Evening(day, one, () => desks.Feedback.Add(one.At, dice.Any(desks.Say["added"]), [], one.ThePerson));
        }

        if (row.DueOn is { } due && due < morning.Today && !one.Nudged && fate.Reads)
        {
            one.Nudged = true;
            day.Plan(morning.Time(dice, 7, 8.4), one, MatterState.Handling, () => desks.Feedback.Nudge(one.At, one.ThePerson));
        }
    }

    /// <summary>What the morning finds answered.</summary>
    public void Look(DemoDay day, Matter row, DemoCase one)
    {
        if (row.Verdict == MatterVerdict.Partly)
        {
            PlanPromise(day, row, one);
        }
        else if (row.Verdict == MatterVerdict.Not)
        {
            PlanRuling(day, row, one);
        }
        else if (row.DeliveredAt is null)
        {
            PlanReaching(day, row, one);
        }
        else if (row.Verdict is null && row.Master is null && VerdictOf(day.Morning, row, one) is { } verdict)
        {
            PlanVerdict(day, row, one, verdict);
        }
    }

    private static void Evening(DemoDay day, DemoCase one, Func<Task> step) =>
        day.Plan(day.Morning.Time(one.Dice, 18, 22), one, MatterState.Handling, step);

    private void PlanReaching(DemoDay day, Matter row, DemoCase one)
    {
        var (morning, dice) = (day.Morning, one.Dice);
        if (one.Fate.Reads && row.Reachable)
        {
            day.Plan(morning.Time(dice, 12, 22), () => desks.Answers.Opened(one.Number, one.ThePerson));
            return;
        }

        if (!morning.IsWorkingDay || morning.Someone(row.Unit, Tellers, dice) is not { } teller)
        {
            return;
        }

        if (!one.Fate.Unreached)
        {
            day.Plan(morning.Time(dice, 8.6, 11.5), () => desks.Answers.Tell(one.At, "call", null, teller));
            return;
        }

        for (var tries = one.Attempts == 0 ? 2 : 1; tries > 0 && one.Attempts < 3; tries--)
        {
            var way = desks.Say["attemptWays"][one.Attempts++];
            day.Plan(morning.Time(dice, 9, 17), () => desks.Answers.Attempt(one.At, way, teller));
        }
    }

    // In the last day some say 没解决, so that a supervisor finds something to check.
    private MatterVerdict? VerdictOf(DemoMorning morning, Matter row, DemoCase one)
    {
        var since = morning.Today.DayNumber - ShanghaiTime.DayOf(row.AnsweredAt!.Value).DayNumber;
        if (desks.IsNear(morning.Today, 1) && row.Kind == MatterKind.Promised && row.Reopenings == 0 && since > 0 && _forced < 3)
        {
            _forced++;
            return MatterVerdict.Not;
        }

        return since >= one.Fate.VerdictAfter ? one.Fate.Verdicts[Math.Min(row.Reopenings, 2)] : null;
    }

    private void PlanVerdict(DemoDay day, Matter row, DemoCase one, MatterVerdict verdict)
    {
        var (morning, dice, fate) = (day.Morning, one.Dice, one.Fate);
        var said = verdict switch
        {
            MatterVerdict.Solved => dice.Chance(40) ? dice.Any(desks.Town.Phrases.Solved) : null,
            MatterVerdict.Partly => dice.Any(desks.Town.Phrases.PartlySolved),
            _ => dice.Any(desks.Town.Phrases.NotSolved),
        };
        if (fate.CalledBack && morning.IsWorkingDay && !desks.IsNear(morning.Today, 1)
            && (morning.Anyone(Roles.HotlineOperator, dice, row.Unit) ?? morning.Anyone(Roles.Supervisor, dice, row.Unit)) is { } caller)
        {
            var call = $"H{morning.Today:yyyyMMdd}-{dice.Between(1, 999):D3}";
            day.Plan(morning.Time(dice, 14, 17.4), () => desks.Feedback.CallBack(one.At, verdict, call, said, caller));
            return;
        }

        day.Plan(morning.Time(dice, 12, 22), async () =>
        {
            await desks.Feedback.Verdict(one.At, verdict, said, one.ThePerson);
            if (fate.Rating is { } rating && verdict != MatterVerdict.Not)
            {
                day.Plan(day.Now.AddSeconds(dice.Between(15, 90)), () => desks.Feedback.Rate(one.At, rating, dice.Chance(50) ? rating : null, null, one.ThePerson));
            }
        });
    }

    private void PlanPromise(DemoDay day, Matter row, DemoCase one)
    {
        var (morning, dice) = (day.Morning, one.Dice);
        if (morning.IsWorkingDay && dice.Chance(65) && morning.Someone(row.Unit, Promisers, dice) is { } handler)
        {
            var due = morning.Today.AddDays(dice.Between(7, 40));
            day.Plan(morning.Time(dice, 9, 17), () => desks.Feedback.PromiseRest(one.At, dice.Any(desks.Say["promises"]), due, handler));
        }
    }

    private void PlanRuling(DemoDay day, Matter row, DemoCase one)
    {
        var (morning, dice) = (day.Morning, one.Dice);
        if (morning.IsWorkingDay && !desks.IsNear(morning.Today, 2) && morning.Anyone(Roles.Supervisor, dice) is { } supervisor)
        {
            var back = one.Fate.SentBack && row.Reopenings < 2;
            var reasons = dice.Any(desks.Say[back ? "rulingsBack" : "rulingsClosed"]);
            day.Plan(morning.Time(dice, 9, 12), () => desks.Supervision.Rule(one.At, back, reasons, supervisor));
        }
    }
}
