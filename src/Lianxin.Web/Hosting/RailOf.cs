using System.Globalization;

namespace Lianxin.Web.Hosting;

/// <summary>The rail of the staff pages: of all its links those that the matrix opens to the person.</summary>
public static class RailOf
{
    private static readonly (string Group, (string Key, string Path)[] Links)[] All =
    [
        ("console.rail.work", [("console.rail.mine", "/console"), ("console.rail.triage", "/console/triage"), ("console.rail.intake", "/console/intake"), ("console.rail.calls", "/console/calls"), ("console.rail.handed", "/console/handed"), ("console.rail.backlog", "/console/backlog"), ("console.rail.board", "/console/board")]),
        ("console.rail.find", [("console.rail.matters", "/console/matters"), ("console.rail.opinions", "/console/opinions"), ("console.rail.figures", "/console/figures"), ("console.rail.invariants", "/console/invariants"), ("console.rail.import", "/console/import"), ("erasures.title", "/console/erasures")]),
        ("console.rail.rules", [("console.rail.calendar", "/console/calendar"), ("console.rail.categories", "/console/categories"), ("console.rail.templates", "/console/templates"), ("console.rail.settings", "/console/settings")]),
        ("console.rail.office", [("console.rail.units", "/console/units"), ("console.rail.places", "/console/places"), ("console.rail.people", "/console/people")]),
        ("console.rail.own", [("drafts.title", "/console/drafts"), ("console.rail.account", "/console/account"), ("console.rail.sign_out", "/sign-out")]),
    ];

    // The letters of the design (待办 D, 全部 A, 报表 R); a page without one is reached by Ctrl+K.
    private static readonly Dictionary<string, string> Letters = new()
    {
        ["/console"] = "D",
        ["/console/matters"] = "A",
        ["/console/triage"] = "T",
        ["/console/intake"] = "I",
        ["/console/board"] = "B",
        ["/console/figures"] = "R",
        ["/console/calendar"] = "C",
    };

    internal static void Fill(ConsoleFrame frame, CurrentActor current, DateOnly on)
    {
        frame.PersonName = current.People!.NameOf(current.Officer!.Id);
        frame.UnitName = current.Actor.Unit is { } unit ? current.People.Units.NameOf(unit, on, CultureInfo.CurrentUICulture.Name) : "";
        frame.Rail = [.. All
            .Select(g => new RailGroup(g.Group, [.. g.Links.Where(l => AccessMatrix.MayOpen(current.Actor, l.Path)).Select(l => new RailLink(l.Key, l.Path, Letters.GetValueOrDefault(l.Path)))]))
            .Where(g => g.Links.Count > 0)];
    }
}
