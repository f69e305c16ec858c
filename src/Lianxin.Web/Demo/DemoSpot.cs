namespace Lianxin.Web.Demo;

/// <summary>One spot in the town as residents would name it; the same spot stands in title, body and answer of a matter.</summary>
public sealed record DemoSpot(DemoEstate Estate, IReadOnlyDictionary<string, string> Values)
{
    private static readonly (string Slot, string Kind)[] Marks = [("学校", "school"), ("市场", "market"), ("公园", "park"), ("广场", "square")];

    /// <summary>The slots a spot fills.</summary>
    public static IReadOnlyList<string> Slots { get; } = ["小区", "处", "路", "社区", "地标", .. Marks.Select(m => m.Slot)];

    /// <summary>Any spot of an estate: a building in an estate, a well-known corner in a hamlet.</summary>
    public static DemoSpot In(DemoEstate estate, DemoTownBook town, DateOnly day, Random dice)
    {
        var exact = estate.Kind is "estate"
            ? $"{1 + dice.Next(estate.Buildings)}号楼{1 + dice.Next(estate.Doors)}单元"
            : town.Phrases.HamletSpots[dice.Next(town.Phrases.HamletSpots.Count)];
        var community = town.Place(estate.Place);
        var landmarks = town.Landmarks.Where(l => l.Place == community.ParentOn(day)).ToList();
        var values = Marks.ToDictionary(m => m.Slot, m => landmarks.First(l => l.Kind == m.Kind).Name);
        values["小区"] = estate.Name;
        values["处"] = exact;
        values["路"] = estate.Road;
        values["社区"] = community.Name;
        values["地标"] = landmarks[dice.Next(landmarks.Count)].Name;
        return new DemoSpot(estate, values);
    }
}
