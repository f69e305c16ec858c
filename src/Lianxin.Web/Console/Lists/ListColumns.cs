using Lianxin.Web.Hosting;

namespace Lianxin.Web.Console;

/// <summary>The columns of a list of matters: number and title always, the others as the officer chose them on this computer.</summary>
public static class ListColumns
{
    /// <summary>The columns one may choose, in their order; each is the last part of a text key.</summary>
    public static readonly IReadOnlyList<string> All = ["row", "place", "category", "kind", "state", "term", "received", "unit", "channel"];

    private static readonly string[] Usual = ["row", "place", "state", "term", "unit", "channel"];

    /// <summary>The chosen columns, in their order.</summary>
    public static IReadOnlySet<string> Of(HttpContext context) =>
        LookChoice.Columns(context) is { } chosen ? All.Where(chosen.Contains).ToHashSet() : Usual.ToHashSet();
}
