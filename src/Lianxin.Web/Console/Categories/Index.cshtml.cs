using Lianxin.Database;
using Lianxin.Profiles;
using Lianxin.Settings;
using Lianxin.Web.Hosting;

namespace Lianxin.Web.Console;

/// <summary>The tree of categories as it stands today: labels, kind, limit, who leads and who may decide (ED-38, LZ-25).</summary>
public sealed class CategoriesPage(CurrentActor current, TimeProvider time, LianxinDatabase database, SettingBook settings) : ConsolePage(current, time)
{
    /// <summary>The lists of today.</summary>
    public Profile Lists { get; private set; } = null!;

    /// <summary>The tree, each category with its depth.</summary>
    public IReadOnlyList<(ProfileCategory Category, int Depth)> Rows { get; private set; } = [];

    /// <summary>Shows the tree.</summary>
    public async Task OnGet()
    {
        await using var db = database.Read();
        Lists = (await settings.Read(db)).On(Today);
        var rows = new List<(ProfileCategory, int)>();
        void Down(string? parent, int depth)
        {
            foreach (var category in Lists.Categories.Where(c => c.Parent == parent))
            {
                rows.Add((category, depth));
                Down(category.Code, depth + 1);
            }
        }

        Down(null, 0);
        Rows = rows;
    }
}
