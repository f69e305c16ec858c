namespace Lianxin.Web.Console;

/// <summary>The pages of figures, in the order of their tabs.</summary>
public static class FigureTabs
{
    /// <summary>Key of the words, and path.</summary>
    public static IReadOnlyList<(string Key, string Path)> All { get; } =
    [
        ("all", "/console/figures"), ("channels", "/console/figures/channels"), ("stations", "/console/figures/stations"),
        ("categories", "/console/figures/categories"), ("refused", "/console/figures/refused"), ("handed_down", "/console/figures/handed_down"),
    ];
}
