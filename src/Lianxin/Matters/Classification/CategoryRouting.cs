using Lianxin.Database;
using Lianxin.Profiles;

namespace Lianxin.Matters;

/// <summary>One step of the reasoning behind a proposed unit: a code for its text, and what it is about.</summary>
public sealed record RouteStep(string Code, string Value);

/// <summary>The unit a matter should go to, the kind to propose, and why (“why here”).</summary>
public sealed record Route(Guid? Unit, MatterKind? Kind, int? WorkingDays, IReadOnlyList<RouteStep> Why);

/// <summary>Routing by category and place (ED-38, LZ-25): pure, so that it can be shown, and tried on past matters.</summary>
public static class CategoryRouting
{
    /// <summary>Where a matter of this category in this place goes on that day. Without a category there is no route: triage decides.</summary>
    public static Route Find(string? category, string? place, Rulebook rules)
    {
        if (category is null || rules.Lists.Categories.FirstOrDefault(c => c.Code == category) is not { } node)
        {
            return new Route(null, null, null, [new RouteStep("no_category", category ?? "")]);
        }

        var level = place is null ? "district" : LevelOf(place, rules);
        var target = rules.Lists.LeadFor(category, level is "grid" ? "community" : level);
        var why = new List<RouteStep> { new("category", category), new("place_level", level), new("lead_rule", target.ToString()) };
        var unit = Unit(target, place, rules, why);
        var kind = Rulebook.KindOf(node.Kind);
        if (unit is { } found && LevelOf(found, rules) is { } authority && rules.Lists.KindBeyond(authority, category) is { } beyond)
        {
            kind = Rulebook.KindOf(beyond);
            why.Add(new RouteStep("beyond_authority", authority));
        }

        return new Route(unit, kind, node.WorkingDays, why);
    }

    private static Guid? Unit(LeadTarget target, string? place, Rulebook rules, List<RouteStep> why)
    {
        var unit = target.To switch
        {
            LeadTo.Topic => rules.Units.UnitFor(target.Topic!, place, rules.Today),
            LeadTo.Place when place is not null => rules.Units.UnitAt(place, rules.Today, KindsAt("community", rules)),
            LeadTo.Street when place is not null => rules.Units.UnitAt(place, rules.Today, KindsAt("street", rules)),
            _ => null,
        };
        why.Add(unit is null ? new RouteStep("no_unit", place ?? "") : new RouteStep("unit", unit.Code));
        return unit?.Id;
    }

    private static string LevelOf(string place, Rulebook rules) =>
        rules.Units.Place(place) is { } known ? Conventions.Text(known.Level) : "district";

    private static string[] KindsAt(string level, Rulebook rules) =>
        [.. rules.Lists.UnitKinds.Where(k => k.Level == level).Select(k => k.Code)];

    private static string? LevelOf(Guid unit, Rulebook rules) =>
        rules.Units.Unit(unit) is { } known ? rules.Lists.UnitKinds.FirstOrDefault(k => k.Code == known.Kind)?.Level : null;
}
