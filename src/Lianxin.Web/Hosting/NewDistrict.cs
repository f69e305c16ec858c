using System.Globalization;
using Lianxin.Calendar;
using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.People;
using Lianxin.Profiles;
using Lianxin.Reports;
using Lianxin.Settings;
using Microsoft.EntityFrameworkCore;
using Lianxin.Texts;

namespace Lianxin.Web.Hosting;

/// <summary>What an empty database becomes at its first start: the profile's lists, the published calendar years, and three administrators (GB/T 22239-2019, 8.1.4.2).</summary>
public static class NewDistrict
{
    private static readonly Actor Hand = Actor.System(Via.Cli);
    private static readonly CultureInfo Office = CultureInfo.GetCultureInfo("zh-Hans");

    /// <summary>Records profile and calendar when no setting was ever recorded; false for a district that has them.</summary>
    public static async Task<bool> Furnish(IServiceProvider services, string profileFolder)
    {
        await using (var db = services.GetRequiredService<LianxinDatabase>().Read())
        {
            if (!(await services.GetRequiredService<SettingBook>().Read(db)).IsEmpty)
            {
                return false;
            }
        }

        await ApplyProfile(services, profileFolder);
        await services.GetRequiredService<AdoptDefinitions>().Adopt();
        return true;
    }

    /// <summary>Records what differs from the profile, and calendar years that are not recorded; the office's own edits stay.</summary>
    public static async Task<(ProfileDifference Difference, int Years)> ApplyProfile(IServiceProvider services, string profileFolder)
    {
        var desk = services.GetRequiredService<SettingDesk>();
        var difference = await desk.Apply(ProfileReader.Rows(profileFolder), Today(services), Hand);
        return (difference, await desk.ApplyCalendar(ShippedYears.Rows, Hand));
    }

    /// <summary>
    /// One-time set-up links, account and token, of the administrators: made with the accounts in an empty district, and made anew at each
    /// start for a kind of administrator of whom nobody has set up the account yet, so that a lost link locks nobody out.
    /// </summary>
    public static async Task<IReadOnlyList<(string Code, string Token)>> AdministratorLinks(IServiceProvider services)
    {
        var account = services.GetRequiredService<OfficerAccount>();
        await using var db = services.GetRequiredService<LianxinDatabase>().Read();
        var officers = await services.GetRequiredService<OfficerBook>().Read(db);
        var today = Today(services);
        if (officers.All.Count == 0)
        {
            return await account.MakeFirstAdministrators(
                [.. Roles.Administrators.Select(role => new AddOfficer { Code = role.Replace('_', '-'), Name = Words.Get("role." + role, Office), Roles = [role], On = today })], Hand);
        }

        // Whether somebody has set up the account is no setting: the kept picture does not know it.
        var accounts = await db.Officers.ToListAsync();
        var links = new List<(string, string)>();
        foreach (var role in Roles.Administrators)
        {
            var holders = accounts.Where(o => officers.Is(o.Id, role, today)).ToList();
            foreach (var officer in holders.All(o => o.PasswordSeq is null) ? holders : [])
            {
                links.Add((officer.Code, await account.MakeLink(officer.Id, LinkKind.SetUp, Hand)));
            }
        }

        return links;
    }

    internal static DateOnly Today(IServiceProvider services) =>
        ShanghaiTime.DayOf(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
}
