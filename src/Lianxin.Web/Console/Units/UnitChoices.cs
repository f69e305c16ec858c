using Lianxin.People;
using Lianxin.Units;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lianxin.Web.Console;

/// <summary>Units, places and people as choices of a form.</summary>
internal static class UnitChoices
{
    /// <summary>The class that sets a row in by its depth; the deepest is 4.</summary>
    internal static string Indent(int depth) => depth switch { 0 => "", 1 => "lx-depth-1", 2 => "lx-depth-2", 3 => "lx-depth-3", _ => "lx-depth-4" };

    internal static IReadOnlyList<(Unit Unit, int Depth)> Walk(UnitTree tree, DateOnly on)
    {
        var all = tree.Units(on).ToLookup(u => tree.ParentOf(u.Id, on) is { } parent && tree.IsOpen(parent, on) ? parent : Guid.Empty);
        var rows = new List<(Unit, int)>();
        void Down(Guid parent, int depth)
        {
            foreach (var unit in all[parent])
            {
                rows.Add((unit, depth));
                Down(unit.Id, depth + 1);
            }
        }

        Down(Guid.Empty, 0);
        return rows;
    }

    internal static IEnumerable<SelectListItem> Units(UnitTree tree, DateOnly on, Guid? but = null) =>
        Walk(tree, on).Where(r => r.Unit.Id != but)
            .Select(r => new SelectListItem(new string('\u3000', r.Depth) + tree.NameOf(r.Unit.Id, on), r.Unit.Id.ToString()));

    internal static IEnumerable<SelectListItem> Places(UnitTree tree, DateOnly on, PlaceLevel deepest) =>
        tree.Places.All(on).Where(p => p.Level.Rank() <= deepest.Rank())
            .Select(p => new SelectListItem(new string('\u3000', p.Level.Rank()) + tree.PlaceName(p.Code, on), p.Code));

    /// <summary>Who may take over from the officer: present, in the same unit or above it.</summary>
    internal static IEnumerable<SelectListItem> Successors(OfficerList staff, Guid officer, DateOnly on) =>
        staff.All.Where(o => o.Id != officer && staff.IsPresent(o.Id, on))
            .Where(o => staff.UnitOf(officer, on) is not { } home || (staff.UnitOf(o.Id, on) is { } near && staff.Units.IsWithin(home, near, on)))
            .Select(o => new SelectListItem(
                staff.UnitOf(o.Id, on) is { } unit ? $"{staff.NameOf(o.Id)} · {staff.Units.NameOf(unit, on)}" : staff.NameOf(o.Id), o.Id.ToString()));
}
