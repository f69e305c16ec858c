using Lianxin.Profiles;

namespace Lianxin.Web.Demo;

/// <summary>The invented district 连心区(示例) 990101: places, units, officers, addresses and the words of its residents.</summary>
public sealed record DemoTownBook
{
    public required IReadOnlyList<DemoPlace> Places { get; init; }

    public required IReadOnlyList<DemoUnit> Units { get; init; }

    public required IReadOnlyList<DemoOfficer> Officers { get; init; }

    public required IReadOnlyList<DemoRoad> Roads { get; init; }

    public required IReadOnlyList<DemoLandmark> Landmarks { get; init; }

    public required IReadOnlyList<DemoEstate> Estates { get; init; }

    public required IReadOnlyList<DemoCategoryTexts> Texts { get; init; }

    public required DemoPhrases Phrases { get; init; }

    /// <summary>What may stand in a slot, by the slot's name; the slots of a spot and of an answer are not among them.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Slots { get; init; }

    /// <summary>Reads the town that the program carries; throws <see cref="InvalidDataFilesException"/> with every problem.</summary>
    public static DemoTownBook Read()
    {
        var problems = new List<ProfileProblem>();
        var town = DemoTownReader.Read(new DemoTownFiles(problems));
        return problems.Count is 0 ? town : throw new InvalidDataFilesException(problems);
    }

    public DemoPlace Place(string code) => Places.First(p => p.Code == code);

    /// <summary>The unit whose own place this is; for a grid its community's or village's, for the district the service centre.</summary>
    public DemoUnit UnitOf(string place, DateOnly day)
    {
        var at = Place(place);
        return at.Level switch
        {
            "grid" => UnitOf(at.ParentOn(day)!, day),
            "district" => UnitFor("reception"),
            _ => Units.First(u => u.Place == place && u.Kind == at.Level),
        };
    }

    public DemoUnit UnitFor(string topic) => Units.First(u => u.Topics.Contains(topic));

    /// <summary>The unit that leads in a category at a place by the profile's defaults on a day.</summary>
    public DemoUnit LeadUnit(Profile profile, string category, string place, DateOnly day)
    {
        var at = Place(place);
        if (at.Level is "grid")
        {
            return LeadUnit(profile, category, at.ParentOn(day)!, day);
        }

        var target = profile.LeadFor(category, at.Level);
        return target.To switch
        {
            LeadTo.Topic => UnitFor(target.Topic!),
            LeadTo.Street when at.Level is "community" or "village" => UnitOf(at.ParentOn(day)!, day),
            _ => UnitOf(place, day),
        };
    }
}
