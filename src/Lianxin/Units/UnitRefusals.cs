using Lianxin.Foundation;

namespace Lianxin.Units;

/// <summary>Why units and places say no.</summary>
public static class UnitRefusals
{
    /// <summary>There is no such unit.</summary>
    public static RefusedException Unknown() => new("unit.unknown");

    /// <summary>Another unit bears the code.</summary>
    public static RefusedException CodeTaken(string code) => new("unit.code_taken", code) { Field = "Code" };

    /// <summary>The unit above does not exist on that day.</summary>
    public static RefusedException ParentNotOpen() => new("unit.parent_not_open") { Field = "Parent" };

    /// <summary>A unit cannot stand below itself.</summary>
    public static RefusedException BelowItself() => new("unit.below_itself") { Field = "Parent" };

    /// <summary>Nothing happens to a unit before its founding day.</summary>
    public static RefusedException BeforeFounding(DateOnly foundedOn) => new("unit.before_founding", foundedOn) { Field = "On" };

    /// <summary>The unit is closed.</summary>
    public static RefusedException Closed() => new("unit.closed");

    /// <summary>Other units stand below it.</summary>
    public static RefusedException HasUnitsBelow() => new("unit.has_units_below");

    /// <summary>The successor is unknown, closed or the unit itself.</summary>
    public static RefusedException NoSuccessor() => new("unit.no_successor") { Field = "Successor" };

    /// <summary>A closing is recorded on its day or later: what it hands over is handed over now.</summary>
    public static RefusedException NotYet() => new("unit.closing_ahead") { Field = "On" };

    /// <summary>Somebody changed it since the form was shown.</summary>
    public static RefusedException ChangedMeanwhile() => new("unit.changed_meanwhile");

    /// <summary>There is no such place.</summary>
    public static RefusedException UnknownPlace(string field = "Place") => new("place.unknown") { Field = field };

    /// <summary>Another place bears the code.</summary>
    public static RefusedException PlaceCodeTaken(string code) => new("place.code_taken", code) { Field = "Code" };

    /// <summary>Twelve digits, or up to twenty for a grid.</summary>
    public static RefusedException PlaceCodeWrong() => new("place.code_wrong") { Field = "Code" };

    /// <summary>A place stands below one of a higher level; the district alone stands at the top.</summary>
    public static RefusedException PlaceLevelWrong() => new("place.level_wrong") { Field = "Parent" };

    /// <summary>Nothing happens to a place before its first day.</summary>
    public static RefusedException PlaceBeforeFounding(DateOnly foundedOn) => new("place.before_founding", foundedOn) { Field = "On" };

    /// <summary>Somebody changed it since the form was shown.</summary>
    public static RefusedException PlaceChangedMeanwhile() => new("place.changed_meanwhile");
}
