using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.People;
using Lianxin.Web.Hosting;

namespace Lianxin.Web.Demo;

/// <summary>An account of the demo with its one-time link; the link signs in on a press of its button.</summary>
public sealed record DemoAccount(string Role, string Code, string Name, string Unit, string Token);

/// <summary>Gives somebody for each role of the product a fresh link to sign in by.</summary>
public static class DemoAccounts
{
    private static readonly string[] Order =
    [
        Roles.SystemAdmin, Roles.SecurityAdmin, Roles.AuditAdmin, Roles.WindowClerk, Roles.HotlineOperator, Roles.InformationOfficer, Roles.Handler,
        Roles.UnitLead, Roles.Coordinator, Roles.Supervisor, Roles.Oversight, Roles.Leader, Roles.Assessor,
    ];

    /// <summary>One account a role, those with the fewest other roles first; the earlier links of these accounts end.</summary>
    public static async Task<IReadOnlyList<DemoAccount>> MakeLinks(IServiceProvider services)
    {
        var account = services.GetRequiredService<OfficerAccount>();
        await using var db = services.GetRequiredService<LianxinDatabase>().Read();
        var officers = await services.GetRequiredService<OfficerBook>().Read(db);
        var today = NewDistrict.Today(services);
        var made = new List<DemoAccount>();
        foreach (var role in Order)
        {
            var fit = officers.With(role, today).Where(o => made.All(m => m.Code != o.Code)).OrderBy(o => Spread(officers, o, role, today)).ThenBy(o => o.Code, StringComparer.Ordinal);
            if (fit.FirstOrDefault() is { } officer)
            {
                var unit = officers.UnitOf(officer.Id, today) is { } id ? officers.Units.NameOf(id, today) : "";
                made.Add(new DemoAccount(role, officer.Code, officers.NameOf(officer.Id), unit, await account.MakeLink(officer.Id, LinkKind.SignIn, Actor.System(Via.Cli))));
            }
        }

        return made;
    }

    // A department with work to show comes before the reception centre, whose people hold several roles.
    private static int Spread(OfficerList officers, Officer officer, string role, DateOnly today)
    {
        var topics = officers.UnitOf(officer.Id, today) is { } unit ? officers.Units.TopicsOf(unit, today).Count : 0;
        return (officers.RolesOf(officer.Id, today).Count * 10) - (role is Roles.Handler or Roles.UnitLead ? topics : 0);
    }
}
