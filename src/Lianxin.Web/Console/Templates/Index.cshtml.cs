using Lianxin.Database;
using Lianxin.Profiles;
using Lianxin.Settings;
using Lianxin.Web.Hosting;

namespace Lianxin.Web.Console;

/// <summary>Notices, replies and phrases in force today, with the fields they may hold.</summary>
public sealed class TemplatesPage(CurrentActor current, TimeProvider time, LianxinDatabase database, SettingBook settings) : ConsolePage(current, time)
{
    /// <summary>The lists of today.</summary>
    public Profile Lists { get; private set; } = null!;

    /// <summary>Shows them.</summary>
    public async Task OnGet()
    {
        await using var db = database.Read();
        Lists = (await settings.Read(db)).On(Today);
    }
}
