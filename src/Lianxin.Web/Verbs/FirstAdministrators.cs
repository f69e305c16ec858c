using System.Globalization;
using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.People;
using Lianxin.Texts;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Web.Verbs;

/// <summary>The system, security and audit administrators of a new district: no built-in password, a one-time link each (GB/T 22239-2019, 8.1.4.2).</summary>
public static class FirstAdministrators
{
    /// <summary>Account name and link path of each; empty once anybody else works here or one of the three has set the account up.</summary>
    public static async Task<IReadOnlyList<(string Code, string Path)>> Make(IServiceProvider services)
    {
        var actor = Actor.System(Via.Cli);
        var accounts = services.GetRequiredService<OfficerAccount>();
        await using var db = services.GetRequiredService<LianxinDatabase>().Read();
        var officers = await db.Officers.ToListAsync();
        if (officers.Count == 0)
        {
            var today = ShanghaiTime.DayOf(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
            var made = await accounts.MakeFirstAdministrators([.. Roles.Administrators.Select(r => Input(r, today))], actor);
            return [.. made.Select(m => (m.Code, PathOf(m.Token)))];
        }

        // The first links ran out before anybody used them: fresh ones, or nobody could ever get in.
        if (officers.Any(o => o.PasswordSeq is not null || !Roles.Administrators.Select(CodeOf).Contains(o.Code)))
        {
            return [];
        }

        var links = new List<(string, string)>();
        foreach (var officer in officers.OrderBy(o => o.Seq))
        {
            links.Add((officer.Code, PathOf(await accounts.MakeLink(officer.Id, LinkKind.SetUp, actor))));
        }

        return links;
    }

    private static AddOfficer Input(string role, DateOnly on) =>
        new() { Code = CodeOf(role), Name = Words.Get($"role.{role}", CultureInfo.GetCultureInfo("zh-Hans")), Roles = [role], On = on };

    private static string CodeOf(string role) => role.Replace('_', '-');

    private static string PathOf(string token) => $"/sign-in/setup/{token}";
}
