using Lianxin.Database;
using Lianxin.Settings;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Lianxin.Web.Console;

/// <summary>The rows of one list in force today, with what is to come.</summary>
public sealed class SettingListPage(CurrentActor current, TimeProvider time, PageWords words, LianxinDatabase database, SettingBook settings) : ConsolePage(current, time)
{
    /// <summary>The list.</summary>
    public string List { get; private set; } = "";

    /// <summary>Each row: its code, its label, what it says, where it came from, and the first day of a change ahead.</summary>
    public IReadOnlyList<(string Code, string? Label, string? Says, bool Own, DateOnly? ChangesOn)> Rows { get; private set; } = [];

    /// <summary>Shows the rows.</summary>
    public async Task<IActionResult> OnGet(string list)
    {
        if (!SettingShape.Lists.Contains(list))
        {
            return NotFound();
        }

        List = list;
        await using var db = database.Read();
        var picture = await settings.Read(db);
        Rows = [.. picture.InForce(Today).Where(r => r.Item.List == list).Select(r => Row(picture, r))];
        return Page();
    }

    private static readonly string[] Said = ["value", "unit", "kind", "workingDays", "phone", "opens", "use"];

    private string Worded(string value) => Texts.Words.Has("settings.word." + value) ? words["settings.word." + value] : value;

    private (string, string?, string?, bool, DateOnly?) Row(SettingPicture picture, KeptSetting row)
    {
        var fields = SettingShape.Read(List, row.Json).ToDictionary(f => f.Path, f => f.Value);
        var says = string.Join(' ', Said.Select(fields.GetValueOrDefault).OfType<string>().Select(Worded));
        var ahead = picture.History(List, row.Item.Code).Where(h => h.Item.FromOn > Today).Select(h => (DateOnly?)h.Item.FromOn).Min();
        return (row.Item.Code, fields.GetValueOrDefault("label.zh-Hans") ?? fields.GetValueOrDefault("text.zh-Hans"), says, !row.Item.FromProfile, ahead);
    }
}
