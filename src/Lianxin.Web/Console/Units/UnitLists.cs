using System.Globalization;
using Lianxin.Database;
using Lianxin.Profiles;
using Lianxin.Settings;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lianxin.Web.Console;

/// <summary>The kinds and the topics of units of the settings, as people call them.</summary>
public sealed class UnitLists(LianxinDatabase database, SettingBook settings)
{
    /// <summary>The kinds in force on that day.</summary>
    public async Task<IReadOnlyList<ProfileUnitKind>> Kinds(DateOnly day) => (await On(day))?.UnitKinds ?? [];

    /// <summary>The topics a unit may answer for on that day, with those it holds already.</summary>
    public async Task<IReadOnlyList<SelectListItem>> Topics(DateOnly day, IReadOnlyList<string> held)
    {
        var topics = ((await On(day))?.Topics ?? []).Where(t => t.Until is null || t.Until > day || held.Contains(t.Code)).ToList();
        return
        [
            .. topics.Select(t => new SelectListItem(t.Label.In(CultureInfo.CurrentUICulture.Name), t.Code)),
            .. held.Where(code => topics.TrueForAll(t => t.Code != code)).Select(code => new SelectListItem(code, code)),
        ];
    }

    private async Task<Profile?> On(DateOnly day)
    {
        await using var db = database.Read();
        var picture = await settings.Read(db);
        return picture.IsEmpty ? null : picture.On(day);
    }

    internal static IEnumerable<SelectListItem> Choices(IReadOnlyList<ProfileUnitKind> kinds) =>
        kinds.Select(k => new SelectListItem(k.Label.In(CultureInfo.CurrentUICulture.Name), k.Code));

    /// <summary>The name of a kind; its code when the settings no longer have it.</summary>
    internal static string NameOf(IReadOnlyList<ProfileUnitKind> kinds, string code) =>
        kinds.FirstOrDefault(k => k.Code == code)?.Label.In(CultureInfo.CurrentUICulture.Name) ?? code;
}
