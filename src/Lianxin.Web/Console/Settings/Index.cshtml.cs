using Lianxin.Database;
using Lianxin.Settings;
using Lianxin.Web.Hosting;

namespace Lianxin.Web.Console;

/// <summary>The lists a town may tune, each with its rows and changes.</summary>
public sealed class SettingsPage(CurrentActor current, TimeProvider time, LianxinDatabase database, SettingBook settings) : ConsolePage(current, time)
{
    /// <summary>Each list with the rows in force and the changes by the office.</summary>
    public IReadOnlyList<(string List, int Rows, int Own)> Lists { get; private set; } = [];

    /// <summary>Shows the lists.</summary>
    public async Task OnGet()
    {
        await using var db = database.Read();
        var picture = await settings.Read(db);
        var rows = picture.InForce(Today).ToLookup(r => r.Item.List);
        Lists = [.. SettingShape.Lists.Select(list => (list, rows[list].Count(), rows[list].Count(r => !r.Item.FromProfile)))];
    }
}
