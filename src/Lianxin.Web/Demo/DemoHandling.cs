using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.People;

namespace Lianxin.Web.Demo;

/// <summary>Walks what a unit does with a matter that it handles, from the first word to the answer, and what supervision does when the day passes.</summary>
internal sealed class DemoHandling(DemoDesks desks, DemoHearing hearing)
{
    private static readonly IReadOnlyList<string> Handlers = MatterLifecycle.Answer.Roles;
    private static readonly IReadOnlyList<string> Leads = MatterLifecycle.Extend.Roles;

    /// <summary>One step of the unit a day at most, beside words to the person and what others do.</summary>
    public void Look(DemoDay day, Matter row, DemoCase one)
    {
        var morning = day.Morning;
        Pace(morning, row, one);
        hearing.PersonActs(day, row, one);
        if (!morning.IsWorkingDay)
        {
            return;
        }

        PlanSupervision(day, row, one);
        PlanHelp(day, row, one);
        if (morning.Someone(row.Unit, Handlers, one.Dice) is not { } handler)
        {
            return;
        }

        if (Main(day, row, one, handler) is { } step)
        {
            day.Plan(morning.Time(one.Dice, 10, 17.2), one, MatterState.Handling, step);
        }
    }

    private Func<Task>? Main(DemoDay day, Matter row, DemoCase one, Actor handler)
    {
        var today = day.Morning.Today;
        if (row.Paused)
        {
            return one.Fate.PapersAfter is { } after && today >= one.PapersAskedOn!.Value.AddDays(after)
                ? () => desks.Handling.PapersIn(one.At, one.Dice.Any(desks.Say["papersNote"]), handler)
                : null;
        }

        if (row.Kind == MatterKind.ReportUp && one.ApprovedOn is null)
        {
            return Upward(day.Morning, row, one, handler);
        }

        return Before(day, row, one, handler) ?? (today >= one.Pacing.AnswerOn && !Waits(day.Morning, row) ? () => Answer(day, one, row.Unit, row.Kind, handler) : null);
    }

    private static bool Waits(DemoMorning morning, Matter row) =>
        morning.Questions[row.Number].Any(q => morning.Today < ShanghaiTime.DayOf(q.AskedAt).AddDays(4)) && row.DueOn > morning.Today;

    private Func<Task>? Upward(DemoMorning morning, Matter row, DemoCase one, Actor handler)
    {
        var (today, dice) = (morning.Today, one.Dice);
        if (one.ReportedOn is not { } reported)
        {
            return async () =>
            {
                await desks.Handling.ReportUp(one.At, dice.Any(desks.Say["basis"]), null, handler);
                one.ReportedOn = today;
            };
        }

        if (morning.Book.Calendar.WorkingDaysBetween(reported, today) < 3 + (int)(one.Fate.Pace * 9))
        {
            return row.ChaseOn <= today ? () => desks.Handling.Chase(one.At, dice.Any(desks.Say["chasedWhom"]), dice.Any(desks.Say["chasedWords"]), handler) : null;
        }

        var written = morning.Book.Calendar.PreviousWorkingDay(today);
        var number = DemoWords.Fill(dice.Any(desks.Say["approvals"]), new Dictionary<string, string> { ["年"] = $"{today.Year}", ["号"] = $"{dice.Between(10, 480)}" });
        return async () =>
        {
            await desks.Handling.Approval(one.At, written > reported ? written : today, number, dice.Chance(50), handler);
            one.ApprovedOn = today;
        };
    }

    private Func<Task>? Before(DemoDay day, Matter row, DemoCase one, Actor handler)
    {
        var (fate, dice, morning) = (one.Fate, one.Dice, day.Morning);
        if (row.Kind != MatterKind.Promised || row.Reopenings > 0)
        {
            return null;
        }

        if (fate.Upward && !one.KindChanged)
        {
            one.KindChanged = true;
            return () => desks.Handling.ChangeKind(one.At, MatterKind.ReportUp, dice.Any(desks.Say["kindReasons"]), handler);
        }

        if (fate.Papers && !one.PapersAsked)
        {
            one.PapersAsked = true;
            one.PapersAskedOn = morning.Today;
            return () => desks.Handling.AskPapers(one.At, Papers(one), dice.Any(desks.Say["papersWhere"]), handler);
        }

        if (fate.Question && !one.Asked)
        {
            one.Asked = true;
            var asked = one.Told.Texts is { Questions.Count: > 0 } own ? own.Questions : desks.Say["questions"];
            return () => desks.Handling.Ask(one.At, DemoWords.Fill(dice.Any(asked), one.Told.Values), handler);
        }

        if (fate.Helper && !one.HelperAsked && Neighbour(morning, row, one) is { } helper)
        {
            one.HelperAsked = true;
            return () => desks.Handling.AddHelper(one.At, helper, dice.Any(desks.Say["helperAsks"]), null, handler);
        }

        return Extension(morning, row, one) ?? Note(one, handler);
    }

    private Func<Task>? Note(DemoCase one, Actor handler)
    {
        if (!one.Fate.Noted || one.Noted || one.Dice.Chance(40))
        {
            return null;
        }

        one.Noted = true;
        return () => desks.Handling.Note(one.At, one.Dice.Any(desks.Say["notes"]), one.Dice.Chance(50), handler);
    }

    private Func<Task>? Extension(DemoMorning morning, Matter row, DemoCase one)
    {
        var calendar = morning.Book.Calendar;
        if (!one.Fate.Extended || row.Extended || row.DueOn is not { } due || morning.Today > due || calendar.WorkingDaysBetween(morning.Today, due) > 1
            || morning.Someone(row.Unit, Leads, one.Dice) is not { } lead)
        {
            return null;
        }

        var later = calendar.AddWorkingDays(due, one.Dice.Between(2, 9)).On;
        return () => desks.Handling.Extend(one.At, later, one.Dice.Any(desks.Town.Phrases.ExtensionReasons).Text, lead);
    }

    private IReadOnlyList<string> Papers(DemoCase one)
    {
        var all = one.Told.Texts is { Papers.Count: > 0 } own ? own.Papers : desks.Say["generalPapers"];
        return [.. all.Take(one.Dice.Between(1, Math.Min(3, all.Count))).Select(paper => DemoWords.Fill(paper, one.Told.Values))];
    }

    /// <summary>The unit's answer, and how it reaches its person.</summary>
    public async Task Answer(DemoDay day, DemoCase one, Guid unit, MatterKind? kind, Actor handler)
    {
        var morning = day.Morning;
        var pointed = kind == MatterKind.Referral;
        var destination = pointed && morning.Book.Units.UnitAt(one.Input.Place!, morning.Today, "street", "town", "park") is { } station
            ? $"{morning.NameOf(station.Id)} {morning.Book.Units.AddressOf(station.Id)} {morning.Book.Units.PhoneOf(station.Id)}"
            : null;
        var outcome = pointed ? MatterOutcome.Pointed : one.Input.Form == MatterForm.Consultation ? MatterOutcome.Explained : one.Fate.Outcome;
        await desks.Answers.Answer(one.At, new AnswerMatter(outcome, one.Answer(morning, unit), destination), handler);
        one.State = MatterState.Answered;
        hearing.PlanDelivery(day, one, handler);
    }

    private void PlanSupervision(DemoDay day, Matter row, DemoCase one)
    {
        var morning = day.Morning;
        if (morning.Anyone(Roles.Supervisor, one.Dice, row.Unit) is not { } supervisor)
        {
            return;
        }

        var late = row.DueOn is { } due && !row.Paused ? morning.Book.Calendar.WorkingDaysBetween(due, morning.Today) : 0;
        if (late >= 1 && !one.Reminded)
        {
            one.Reminded = true;
            day.Plan(morning.Time(one.Dice, 8.6, 9.9), one, MatterState.Handling, () => desks.Supervision.Remind(one.At, one.Dice.Any(desks.Say["reminders"]), supervisor));
        }
        else if (late > 3 && !one.Ordered)
        {
            one.Ordered = true;
            day.Plan(morning.Time(one.Dice, 8.6, 9.9), one, MatterState.Handling, () => desks.Supervision.Order(one.At, one.Dice.Any(desks.Say["orders"]), 3, supervisor));
        }
    }

    private void PlanHelp(DemoDay day, Matter row, DemoCase one)
    {
        var morning = day.Morning;
        foreach (var asked in morning.Helpers[row.Number].Where(h => ShanghaiTime.DayOf(h.AskedAt) < morning.Today && one.Dice.Chance(60)))
        {
            if (morning.Someone(asked.Unit, MatterLifecycle.Help.Roles, one.Dice) is { } helper)
            {
                day.Plan(morning.Time(one.Dice, 8.6, 9.9), one, MatterState.Handling, () => desks.Handling.Help(one.At, one.Dice.Any(desks.Town.Phrases.HelperReplies), helper));
            }
        }
    }

    private static Guid? Neighbour(DemoMorning morning, Matter row, DemoCase one)
    {
        var units = morning.Book.Units;
        var likely = new[]
        {
            units.UnitAt(one.Input.Place!, morning.Today, "community", "village")?.Id, units.UnitAt(one.Input.Place!, morning.Today, "street", "town", "park")?.Id,
            units.ByCode("dept-housing")?.Id, units.ByCode("dept-city")?.Id,
        };
        return likely.Where(u => u is not null && u != row.Unit).Skip(one.Dice.Next(2)).FirstOrDefault();
    }

    // The day to answer follows from the limit in force; another limit, another day.
    private static void Pace(DemoMorning morning, Matter row, DemoCase one)
    {
        if (one.Pacing.Due == row.DueOn && one.Pacing.Since != default)
        {
            return;
        }

        var (today, calendar, fate) = (morning.Today, morning.Book.Calendar, one.Fate);
        var left = row.DueOn is { } due ? Math.Max(0, calendar.WorkingDaysBetween(today, due)) : 0;
        var used = fate.Extended && !row.Extended ? left : (int)(fate.Pace * left);
        var answer = fate.Late > 0 && row.Reopenings == 0 && row.DueOn is { } told
            ? calendar.AddWorkingDays(told > today ? told : today, fate.Late).On
            : calendar.AddWorkingDays(today, used).On;
        one.Pacing = (row.DueOn, today, answer);
    }
}
