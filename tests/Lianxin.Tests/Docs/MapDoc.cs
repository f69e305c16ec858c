using Lianxin.Tests.Map;

namespace Lianxin.Tests.Docs;

/// <summary>Writes docs/map.md: the floors, and every arrow the sources really take.</summary>
public static class MapDoc
{
    public const string Path = "docs/map.md";

    public static string Write(IReadOnlyList<(string Path, string Text)> sources)
    {
        var arrows = Arrows(sources);
        var made = sources.Select(source => Module(source.Path)).ToHashSet();
        var page = MadePage.Start("The modules", "A module uses lower floors only; the few arrows inside a floor are drawn in `tests/Lianxin.Tests/Map/ModuleMap.cs`.");
        page.Append("\n## Floors\n").Table(
            ["floor", "modules"],
            ModuleMap.Floors.Select((floor, number) => new[]
            {
                $"{number}", string.Join(", ", floor.Select(module => made.Contains(module) ? module : $"{module} (none yet)")),
            }).Reverse());
        page.Append("\n## Arrows\n\nThe number says in how many files the arrow is taken.\n").Table(
            ["module", "uses", "used by"],
            ModuleMap.Floors.Reverse().SelectMany(floor => floor).Where(made.Contains).Select(module => new[]
            {
                module,
                Sum(arrows.Where(arrow => arrow.From == module).Select(arrow => (arrow.To, arrow.Count))),
                Sum(arrows.Where(arrow => arrow.To == module).Select(arrow => (arrow.From, arrow.Count))),
            }));
        return page.ToString();
    }

    private static List<(string From, string To, int Count)> Arrows(IReadOnlyList<(string Path, string Text)> sources) =>
    [
        .. sources.SelectMany(source => HouseRules.Uses(source.Path, source.Text).Select(other => (From: Module(source.Path), To: other)))
            .CountBy(arrow => arrow)
            .Select(arrow => (arrow.Key.From, arrow.Key.To, arrow.Value)),
    ];

    private static string Sum(IEnumerable<(string Module, int Count)> arrows)
    {
        var words = arrows.OrderByDescending(arrow => arrow.Count).ThenBy(arrow => arrow.Module, StringComparer.Ordinal).Select(arrow => $"{arrow.Module} {arrow.Count}");
        return string.Join(", ", words) is { Length: > 0 } text ? text : "–";
    }

    private static string Module(string path) => path.Split('/') is ["src", "Lianxin", var module, ..] ? module : "Web";
}
