using System.Globalization;
using Lianxin.Database;
using Lianxin.Profiles;
using Lianxin.Settings;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lianxin.Web.Console;

/// <summary>The kinds of units of the settings, as people call them.</summary>
public sealed class UnitKinds(LianxinDatabase database, SettingBook settings)
{
    /// <summary>The kinds in force on that day.</summary>
    public async Task<IReadOnlyList<ProfileUnitKind>> On(DateOnly day)
    {
        await using var db = database.Read();
        var picture = await settings.Read(db);
        return picture.IsEmpty ? [] : picture.On(day).UnitKinds;
    }

    internal static IEnumerable<SelectListItem> Choices(IReadOnlyList<ProfileUnitKind> kinds) =>
        kinds.Select(k => new SelectListItem(k.Label.In(CultureInfo.CurrentUICulture.Name), k.Code));

    /// <summary>The name of a kind; its code when the settings no longer have it.</summary>
    internal static string NameOf(IReadOnlyList<ProfileUnitKind> kinds, string code) =>
        kinds.FirstOrDefault(k => k.Code == code)?.Label.In(CultureInfo.CurrentUICulture.Name) ?? code;
}
