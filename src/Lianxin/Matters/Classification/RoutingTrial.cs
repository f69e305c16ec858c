using Lianxin.Profiles;

namespace Lianxin.Matters;

/// <summary>A past matter as far as routing goes by it.</summary>
public sealed record RoutedMatter(string? Category, string? Place, Guid Unit);

/// <summary>One unit in a trial: how many it really has or had, how many the rules in force give it, how many the tried ones would. A null unit: triage decides.</summary>
public sealed record TrialRow(Guid? Unit, int Real, int Now, int Tried);

/// <summary>A dry run of routing over past matters (ED-38): pure, it changes nothing.</summary>
public static class RoutingTrial
{
    /// <summary>Counts per unit, the most changed first.</summary>
    public static IReadOnlyList<TrialRow> Run(IReadOnlyCollection<RoutedMatter> past, Rulebook now, Rulebook tried)
    {
        var rows = new Dictionary<Guid, (int Real, int Now, int Tried)>();
        foreach (var group in past.GroupBy(m => (m.Category, m.Place)))
        {
            var (count, before, after) = (group.Count(), CategoryRouting.Find(group.Key.Category, group.Key.Place, now).Unit, CategoryRouting.Find(group.Key.Category, group.Key.Place, tried).Unit);
            Add(rows, before, (0, count, 0));
            Add(rows, after, (0, 0, count));
            foreach (var unit in group.GroupBy(m => m.Unit))
            {
                Add(rows, unit.Key, (unit.Count(), 0, 0));
            }
        }

        return [.. rows.Select(r => new TrialRow(r.Key == Guid.Empty ? null : r.Key, r.Value.Real, r.Value.Now, r.Value.Tried))
            .OrderByDescending(r => Math.Abs(r.Tried - r.Now)).ThenByDescending(r => r.Now).ThenBy(r => r.Unit)];
    }

    /// <summary>The rulebook with another lead for one category.</summary>
    public static Rulebook With(Rulebook book, string category, LeadTarget lead)
    {
        var categories = book.Lists.Categories.Select(c => c.Code == category ? c with { Lead = new Dictionary<string, LeadTarget> { ["any"] = lead } } : c);
        return book with { Lists = book.Lists with { Categories = [.. categories] } };
    }

    private static void Add(Dictionary<Guid, (int Real, int Now, int Tried)> rows, Guid? unit, (int Real, int Now, int Tried) more)
    {
        var has = rows.GetValueOrDefault(unit ?? Guid.Empty);
        rows[unit ?? Guid.Empty] = (has.Real + more.Real, has.Now + more.Now, has.Tried + more.Tried);
    }
}
