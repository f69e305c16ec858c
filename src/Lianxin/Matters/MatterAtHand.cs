using Lianxin.Database;
using Lianxin.Deadlines;
using Lianxin.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Matters;

/// <summary>Which matter, and the version the person or officer was shown; without a version the step does not mind what changed.</summary>
public readonly record struct MatterRef(long Number, int? Version = null);

/// <summary>A matter inside one operation: loaded, seen by the actor, with the limit in force and the rulebook of the day.</summary>
public sealed class MatterAtHand
{
    private MatterAtHand(Work work, Matter matter, Rulebook rules, Standing standing)
    {
        Work = work;
        Matter = matter;
        Rules = rules;
        Standing = standing;
    }

    /// <summary>The operation.</summary>
    public Work Work { get; }

    /// <summary>The matter.</summary>
    public Matter Matter { get; }

    /// <summary>What it goes by.</summary>
    public Rulebook Rules { get; }

    /// <summary>How the actor stands to it.</summary>
    public Standing Standing { get; }

    /// <summary>The stored limit in force, if any.</summary>
    public MatterDeadline? Limit { get; private set; }

    /// <summary>
    /// Loads the matter for that step, or refuses: not there and not visible alike, another's step, not now, or changed since it was shown.
    /// </summary>
    public static async Task<MatterAtHand> Take(Work work, Rules rules, MatterRef at, Step step)
    {
        var hand = await Load(work, rules, at.Number);
        if (!MatterVisibility.MaySee(hand.Matter, work.Actor, hand.Standing, hand.Rules))
        {
            throw MatterRefusals.NotFound();
        }

        if (MatterLifecycle.WhyNot(step, hand.Matter, work.Actor, hand.Standing) is { } no)
        {
            throw no;
        }

        return at.Version is { } shown && shown != hand.Matter.Version ? throw MatterRefusals.Stale(hand.Matter) : hand;
    }

    /// <summary>Loads the matter for a rule of the product itself: a job or a listener.</summary>
    public static async Task<MatterAtHand> Load(Work work, Rules rules, long number)
    {
        var matter = await work.Find<Matter>(number) ?? throw MatterRefusals.NotFound();
        var book = await rules.Read(work);
        var hand = new MatterAtHand(work, matter, book, await StandingOf(work, matter));
        if (matter.Deadline is { } limit)
        {
            hand.Limit = await work.Find<MatterDeadline>(limit);
        }

        if (matter.Block is { } block)
        {
            // A fold only asks for rows that were loaded.
            await work.Find<MatterBlock>(block);
        }

        return hand;
    }

    /// <summary>Saves a fact about this matter.</summary>
    public Task<Stamp> Save(MatterFact fact, IReadOnlyList<Committed>? commits = null, DateTime? claim = null) =>
        Work.Save(fact, Matter.Number, commits, claim);

    /// <summary>Starts a clock of a kind, by the rules in force.</summary>
    public LimitSet Start(MatterClock clock, ClockDays days, int? chosen = null) =>
        KindClocks.Start(clock, days, Rules.Limits, Rules.Calendar, chosen).Fact(clock, Work.NewId());

    /// <summary>The days the matter's clocks start from: a letter's opening or the recording, and today for what is set today.</summary>
    public ClockDays Days => new(Matter.OpenedOn ?? ShanghaiTime.DayOf(Matter.BegunAt), Rules.Today);

    /// <summary>The limit in force as a value, with its pauses.</summary>
    public async Task<Deadline> LimitValue(MatterDeadline row)
    {
        var db = await Work.Db();
        return row.Value(await db.Pauses.Where(p => p.Matter == Matter.Number).ToListAsync(), Rules.Limits);
    }

    private static async ValueTask<Standing> StandingOf(Work work, Matter matter) => MatterVisibility.MightHelp(matter, work.Actor)
        ? await MatterVisibility.StandingOf(await work.Db(), matter, work.Actor)
        : MatterVisibility.StandingOf(matter, work.Actor);
}
