using Lianxin.Foundation;
using Lianxin.People;

namespace Lianxin.Matters;

/// <summary>What triage decides about one matter. A length of its own needs a reason; a longer one than was told also the unit lead.</summary>
public sealed record ClassifyMatter(MatterKind Kind, string? Category, string? Place, bool Urgent, MatterForm? Form = null, int? Days = null, string? Reason = null);

/// <summary>Triage, each matter confirmed by itself (WQ-38): kind, category, place, and to whom.</summary>
public sealed class MatterTriage(Journal journal, Rules rules)
{
    /// <summary>Sets or corrects kind, category, place and urgency. The told day stays unless the kind or a chosen length moves it.</summary>
    public Task Classify(MatterRef at, ClassifyMatter input, Actor actor) => journal.Write(actor, async work =>
    {
        var hand = await MatterAtHand.Take(work, rules, at, MatterLifecycle.Classify);
        await Classify(hand, input);
    });

    /// <summary>Classifies and offers it to a unit in one step, as triage does most of the day.</summary>
    public Task ClassifyAndDispatch(MatterRef at, ClassifyMatter input, Guid unit, string? note, Actor actor) => journal.Write(actor, async work =>
    {
        var hand = await MatterAtHand.Take(work, rules, at, MatterLifecycle.Classify);
        await Classify(hand, input);
        await Give(hand, unit, note);
    });

    /// <summary>Classifies and keeps it in the own unit in one step.</summary>
    public Task ClassifyAndKeep(MatterRef at, ClassifyMatter input, Actor actor) => journal.Write(actor, async work =>
    {
        var hand = await MatterAtHand.Take(work, rules, at, MatterLifecycle.Classify);
        await Classify(hand, input);
        await Give(hand, hand.Matter.Unit, null);
    });

    /// <summary>Offers it to another unit; the present owner stays responsible until that one accepts (INV-06).</summary>
    public Task Dispatch(MatterRef at, Guid unit, string? note, Actor actor) => journal.Write(actor, async work =>
    {
        var hand = await MatterAtHand.Take(work, rules, at, MatterLifecycle.Dispatch);
        await Offer(hand, unit, note);
    });

    /// <summary>Starts work in the own unit.</summary>
    public Task Keep(MatterRef at, Guid? officer, Actor actor) => journal.Write(actor, async work =>
    {
        var hand = await MatterAtHand.Take(work, rules, at, MatterLifecycle.Keep);
        await hand.Save(new MatterKept(OfficerOf(hand, hand.Matter.Unit, officer ?? hand.Matter.Officer)));
    });

    /// <summary>Acknowledges an opinion or a suggestion with a few words; it ends so.</summary>
    public Task Acknowledge(MatterRef at, string? words, Actor actor) => journal.Write(actor, async work =>
    {
        var hand = await MatterAtHand.Take(work, rules, at, MatterLifecycle.Acknowledge);
        await Acknowledge(hand, words);
    });

    /// <summary>The proposed unit and kind with their reasons, without changing anything.</summary>
    public static Route Propose(Matter matter, Rulebook book) => CategoryRouting.Find(matter.Category, matter.Place, book);

    internal static async Task Classify(MatterAtHand hand, ClassifyMatter input)
    {
        var book = hand.Rules;
        if (input.Category is { } category && book.Lists.Leaves.All(c => c.Code != category))
        {
            throw MatterRefusals.NoSuchCategory();
        }

        if (input.Place is { } place && book.Units.Place(place) is null)
        {
            throw MatterRefusals.NoSuchPlace();
        }

        if (input.Kind == MatterKind.Supplement)
        {
            throw MatterRefusals.KindCannotBecome(hand.Matter.Kind ?? MatterKind.Promised, input.Kind);
        }

        var form = input.Form ?? hand.Matter.Form;
        var reason = Typed.Optional("reason", input.Reason);
        var limit = NewLimit(hand, form, input, reason);
        await hand.Save(
            new MatterClassified(form == MatterForm.Demand ? input.Kind : null, input.Category, input.Place, input.Urgent, limit, input.Form),
            Committed.Texts(("reason", reason)));
    }

    private static LimitSet? NewLimit(MatterAtHand hand, MatterForm form, ClassifyMatter input, string? reason)
    {
        if (KindClocks.First(form, input.Kind) is not { } clock)
        {
            return null;
        }

        var days = input.Days ?? (clock == MatterClock.Promised ? CategoryDays(hand.Rules, hand.Limit?.Days, input.Category) : null);
        if (hand.Limit is { } told && told.Clock == clock && (days ?? KindClocks.Rule(clock, hand.Rules.Limits).Days) == told.Days)
        {
            return null;
        }

        var limit = hand.Start(clock, hand.Days, clock is MatterClock.Promised or MatterClock.Superior ? days : null);
        var longer = hand.Matter.DueOn is { } due && limit.DueOn > due && clock == MatterClock.Promised;
        if (longer && (reason is null || !(hand.Work.Actor.Is(Roles.UnitLead) || hand.Work.Actor.Is(Roles.Coordinator))))
        {
            throw reason is null ? MatterRefusals.Missing("reason") : MatterRefusals.LongerNeedsLead();
        }

        return limit;
    }

    // A category's own limit shortens the told one by itself; a longer one must be chosen, with reason and approval.
    private static int? CategoryDays(Rulebook book, int? told, string? category) =>
        book.Lists.Categories.FirstOrDefault(c => c.Code == category)?.WorkingDays is { } days && days < told ? days : told;

    /// <summary>To another unit by an offer, in the own unit at once.</summary>
    internal static async Task Give(MatterAtHand hand, Guid unit, string? note)
    {
        if (unit == hand.Matter.Unit)
        {
            await hand.Save(new MatterKept(OfficerOf(hand, unit, hand.Matter.Officer)));
            return;
        }

        await Offer(hand, unit, note);
    }

    internal static Task Acknowledge(MatterAtHand hand, string? words) =>
        hand.Save(new MatterAcknowledged(), Committed.Texts(("answer", Typed.Optional("answer", words, Typed.Long))));

    /// <summary>The day that would be told if the matter were classified so today; null where nothing is told, or the length is not allowed.</summary>
    public static DateOnly? DueBy(Matter matter, int? toldDays, ClassifyMatter input, Rulebook book)
    {
        if (KindClocks.First(input.Form ?? matter.Form, input.Kind) is not { } clock || !KindClocks.IsTold(clock))
        {
            return null;
        }

        var days = clock == MatterClock.Promised ? input.Days ?? CategoryDays(book, toldDays ?? book.Limits.Promised, input.Category) : null;
        var start = new ClockDays(matter.OpenedOn ?? ShanghaiTime.DayOf(matter.BegunAt), book.Today);
        return days is { } length && !KindClocks.Allowed(clock, book.Limits).Contains(length)
            ? null
            : KindClocks.Start(clock, start, book.Limits, book.Calendar, days).DueOn;
    }

    private static async Task Offer(MatterAtHand hand, Guid unit, string? note)
    {
        if (!hand.Rules.Units.IsOpen(unit, hand.Rules.Today))
        {
            throw MatterRefusals.NoSuchUnit();
        }

        MatterProtection.MayGoTo(hand, unit);
        if (unit == hand.Matter.Unit)
        {
            throw MatterRefusals.AlreadyThere();
        }

        if (hand.Matter.Returns >= 2)
        {
            throw MatterRefusals.CoordinatorDecides();
        }

        await hand.Save(new MatterDispatched(unit), Committed.Texts(("note", Typed.Optional("note", note))));
    }

    internal static Guid OfficerOf(MatterAtHand hand, Guid unit, Guid officer) =>
        hand.Rules.Officers.IsPresent(officer, hand.Rules.Today) && hand.Rules.Officers.UnitOf(officer, hand.Rules.Today) == unit
            ? officer
            : throw MatterRefusals.NoSuchOfficer();
}
