using Lianxin.Reports;
using Lianxin.Web.Hosting;

namespace Lianxin.Web.Console;

/// <summary>By root category, which sum to the whole (LZ-52); renewal, jobs and relief stand among them (YP-37).</summary>
public sealed class FigureCategoriesPage(CurrentActor current, TimeProvider time, PageWords words, FigureSheets sheets)
    : FigureBoard(current, time, words, sheets)
{
    /// <inheritdoc/>
    public override string Path => "/console/figures/categories";

    /// <summary>The roots of the tree.</summary>
    public IReadOnlyList<CategoryTally> Lines { get; private set; } = [];

    /// <summary>Counts.</summary>
    public async Task OnGet()
    {
        await Load();
        Lines = Sheet.Categories(Filter);
    }
}
