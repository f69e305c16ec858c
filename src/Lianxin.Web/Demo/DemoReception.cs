using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.People;

namespace Lianxin.Web.Demo;

/// <summary>Invents who comes on a day, by which channel, and has it recorded as that channel's desk does.</summary>
internal sealed class DemoReception(DemoDesks desks, DemoTriage triage)
{
    private static readonly string[] Outages = ["water-outage", "power", "heating", "gas", "pipe-leak"];
    private static readonly string[] Takers = [Roles.WindowClerk, Roles.UnitLead, Roles.Handler];
    private static readonly string[] Clerks = [Roles.WindowClerk];
    private static readonly string[] Operators = [Roles.HotlineOperator];
    private static readonly string[] Visitors = [Roles.InformationOfficer];

    private static readonly (string Code, double Weight, bool Always)[] Channels =
    [
        ("web", 24, true), ("hotline", 30, true), ("magistrate-mailbox", 2, true), ("window", 15, false), ("phone-line", 9, false),
        ("visit", 3, false), ("room", 3, false), ("letter", 2, false), ("mailbox", 2, false), ("contact-card", 3, false),
        ("magistrate-phone", 2, false), ("city-phone", 2.5, false), ("city-mailbox", 1.5, false), ("province-mailbox", .5, false),
        ("information-officer", 5, false), ("outreach", 2, false),
    ];

    private readonly Dictionary<DemoEstate, int> _weights = desks.Town.Estates.ToDictionary(e => e, e => e.Kind is "estate" ? 2 + (e.Buildings / 4) : 1);
    private long _lane;

    /// <summary>Plans the arrivals of a day; each new case goes to <paramref name="born"/> when it is recorded.</summary>
    public void Plan(DemoDay day, int count, DemoDice dice, Action<DemoCase> born)
    {
        for (var left = count; left > 0;)
        {
            var time = DemoArrivals.Time(dice);
            var first = Invent(day.Morning, time, null);
            PlanOne(day, first, time, born);
            left--;
            for (var more = Outages.Contains(first.Category) && dice.Chance(22) ? Math.Min(left, dice.Between(1, 3)) : 0; more > 0; more--, left--)
            {
                var later = time + TimeSpan.FromMinutes(dice.Between(15, 200)) + TimeSpan.FromMilliseconds(dice.Next(1000));
                later = later < TimeSpan.FromHours(23.9) ? later : time;
                PlanOne(day, Invent(day.Morning, later, first), later, born);
            }
        }
    }

    private void PlanOne(DemoDay day, DemoCase one, TimeSpan time, Action<DemoCase> born) => day.Plan(
        ShanghaiTime.StartOfDay(day.Morning.Today) + time,
        async () =>
        {
            var taker = Taker(day.Morning, one);
            var receipt = await desks.Intake.Submit(one.Input with { ArrivedAt = ArrivedAt(one, day.Now) }, taker);
            one.Number = receipt.Number;
            one.State = MatterState.Registered;
            one.Unit = taker.Unit ?? OwnerOf(day.Morning, one);
            born(one);
            PlanReceipt(day, one, taker, receipt);
            triage.PlanSorting(day, one, taker);
        });

    // The page shows the receipt at once; at a window and on the phone number and day are said aloud.
    private void PlanReceipt(DemoDay day, DemoCase one, Actor taker, MatterReceipt receipt)
    {
        if (receipt.DueOn is null)
        {
            return;
        }

        if (one.ByPage)
        {
            if (one.Dice.Chance(92))
            {
                day.Plan(day.Now.AddSeconds(one.Dice.Between(1, 40)), () => desks.Answers.Opened(one.Number, one.ThePerson));
            }
        }
        else if (one.Input.Channel is not ("letter" or "mailbox" or "magistrate-mailbox" or "city-mailbox" or "province-mailbox"))
        {
            var way = one.Input.Channel is "hotline" or "phone-line" or "magistrate-phone" or "city-phone" ? "call" : "window";
            day.Plan(day.Now.AddSeconds(one.Dice.Between(20, 100)), () => one.State == MatterState.Registered && !taker.Is(Roles.InformationOfficer)
                ? desks.Answers.Tell(one.At, way, null, taker)
                : Task.CompletedTask);
        }
    }

    private static DateTime? ArrivedAt(DemoCase one, DateTime now) => one.Input.Channel is "letter" or "mailbox" ? now.AddHours(-one.Dice.Between(5, 60)) : null;

    private static Actor Taker(DemoMorning morning, DemoCase one)
    {
        var units = morning.Book.Units;
        Actor? Of(string unit, string[] roles) => morning.Someone(units.ByCode(unit)!.Id, roles, one.Dice);
        Actor? AtPlace(string[] roles, params ReadOnlySpan<string> kinds) =>
            units.UnitAt(one.Input.Place!, morning.Today, kinds) is { } unit ? morning.Someone(unit.Id, roles, one.Dice) : null;
        var taker = one.Input.Channel switch
        {
            "web" => null,
            "hotline" or "magistrate-phone" => Of("centre-service", Operators),
            "window" => one.Dice.Chance(55) ? Of("centre-service", Clerks) : AtPlace(Clerks, "street", "town", "park"),
            "phone-line" => one.Dice.Chance(50) ? AtPlace(Takers, "community", "village") : AtPlace(Clerks, "street", "town", "park"),
            "room" or "contact-card" or "visit" => AtPlace(Takers, "community", "village"),
            "information-officer" => AtPlace(Visitors, "community", "village"),
            "city-phone" or "city-mailbox" or "province-mailbox" or "outreach" => Of("dept-social-work", Takers),
            _ => Of("centre-service", Clerks),
        };
        return taker ?? (one.ByPage ? Actor.Resident() with { Roles = new HashSet<string> { Roles.Anonymous } } : Of("centre-service", Clerks)!);
    }

    private static Guid OwnerOf(DemoMorning morning, DemoCase one)
    {
        var topic = morning.Book.Lists.Channels.First(c => c.Code == one.Input.Channel).OwnerTopic;
        return morning.Book.Units.UnitFor(topic, one.Input.Place, morning.Today)!.Id;
    }

    private DemoCase Invent(DemoMorning morning, TimeSpan time, DemoCase? twin)
    {
        var dice = new DemoDice(desks.Plan.Seed, ++_lane);
        var words = new DemoWords(desks.Town, dice);
        var spot = DemoSpot.In(twin?.Spot.Estate ?? dice.Any(desks.Town.Estates, e => _weights[e]), desks.Town, morning.Today, dice);
        var office = morning.IsWorkingDay && time.TotalHours is > 8.5 and < 17.4;
        var channel = dice.Any(Channels, c => office || c.Always ? c.Weight : 0).Code;
        var (form, category, told, korean) = Tell(morning, dice, words, spot, channel, twin);
        return new DemoCase
        {
            Dice = dice,
            Words = words,
            Told = told,
            Spot = spot,
            Category = category,
            Twin = twin,
            Fate = DemoFate.Throw(dice, channel == "web", told.Texts is { Papers.Count: > 0 }, desks.IsNear(morning.Today, 21)),
            Input = Input(dice, spot, form, channel, category, told, korean),
        };
    }

    private (MatterForm Form, string Category, DemoText Told, bool Korean) Tell(
        DemoMorning morning, DemoDice dice, DemoWords words, DemoSpot spot, string channel, DemoCase? twin)
    {
        var (ground, shared) = (spot.Estate.Kind, desks.Town.Phrases);
        if (twin?.Told.Texts is { } same)
        {
            return (MatterForm.Demand, twin.Category, words.Tell(same, spot), false);
        }

        if (channel is "web" or "hotline" or "window" && dice.Chance(3.5))
        {
            var message = dice.Any(DemoWords.MessagesFor(shared.Korean, ground));
            var leaf = LeafOf(message.Category, morning, dice);
            var asks = morning.Book.Lists.Category(leaf).Form == "consultation";
            return (asks ? MatterForm.Consultation : MatterForm.Demand, leaf, words.Tell(message, spot), true);
        }

        if (dice.Chance(6))
        {
            var (form, messages) = dice.Chance(50) ? (MatterForm.Opinion, shared.Opinions) : (MatterForm.Suggestion, shared.Suggestions);
            var message = dice.Any(DemoWords.MessagesFor(messages, ground));
            return (form, LeafOf(message.Category, morning, dice), words.Suggest(message, spot), false);
        }

        var texts = dice.Any(desks.Town.Texts, t => Fits(t, ground, morning.Today) ? t.Weight : 0);
        return (texts.Consultation ? MatterForm.Consultation : MatterForm.Demand, texts.Category, words.Tell(texts, spot), false);
    }

    // A message names its category as widely as its writer would.
    private static string LeafOf(string category, DemoMorning morning, DemoDice dice)
    {
        var lists = morning.Book.Lists;
        var leaves = lists.Leaves.Where(leaf =>
        {
            var at = leaf;
            while (at.Code != category && at.Parent is { } parent)
            {
                at = lists.Category(parent);
            }

            return at.Code == category;
        }).Select(leaf => leaf.Code).ToList();
        return dice.Any(leaves);
    }

    private static bool Fits(DemoCategoryTexts texts, string ground, DateOnly day) =>
        (texts.Months.Count == 0 || texts.Months.Contains(day.Month)) && DemoWords.StoriesFor(texts, ground).Count > 0;

    private SubmitMatter Input(DemoDice dice, DemoSpot spot, MatterForm form, string channel, string category, DemoText told, bool korean) => new()
    {
        Form = form,
        Title = told.Title,
        Body = told.Body,
        Channel = channel,
        Place = dice.Chance(40) ? spot.Estate.Grid : spot.Estate.Place,
        Category = dice.Chance(channel == "web" ? 70 : 88) ? category : null,
        Urgent = dice.Chance(4),
        OnBehalf = dice.Chance(5),
        Heads = channel is "window" or "visit" or "room" && dice.Chance(12) ? dice.Between(2, 9) : 1,
        Language = korean ? "ko" : "zh-Hans",
        Contact = Contact(dice, spot, korean, channel),
    };

    private SubmitContact Contact(DemoDice dice, DemoSpot spot, bool korean, string channel) => new()
    {
        Name = dice.Chance(90) ? korean ? dice.Any(desks.Say["koreanSurnames"]) + desks.Say["koreanTitle"][0] : dice.Any(desks.Say["surnames"]) + dice.Any(desks.Say["titles"]) : null,

        // Numbers beginning with 154 are given to nobody.
        Phone = dice.Chance(channel is "web" ? 88 : channel is "letter" or "mailbox" ? 70 : 97) ? $"154{dice.Next(100_000_000):D8}" : null,
        Door = spot.Estate.Kind is "estate" && dice.Chance(35) ? $"{spot.Values["处"]}{dice.Between(1, spot.Estate.Floors)}0{dice.Between(1, 4)}" : null,
    };
}
