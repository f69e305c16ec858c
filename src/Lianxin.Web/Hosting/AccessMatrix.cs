using Lianxin.Foundation;
using Lianxin.People;
using Lianxin.Web.Console;
using PeopleRoles = Lianxin.People.Roles;

namespace Lianxin.Web.Hosting;

/// <summary>One line of the matrix: a route, its methods, and the roles that may use it (key scopes stand among the roles, as <c>key:…</c>).</summary>
public sealed record AccessRow(string Route, string Methods, IReadOnlySet<string> Roles)
{
    /// <summary>True when the actor holds one of the roles.</summary>
    public bool Allows(Actor actor) => Roles.Overlaps(actor.Roles);

    /// <summary>True when the line covers the method; HEAD is read as GET.</summary>
    public bool Takes(string method) => Methods.Split(' ').Contains(HttpMethods.IsHead(method) ? HttpMethods.Get : method);
}

/// <summary>
/// Who may open what: every route of the product stands here, and what does not stand here is closed to everybody (P8).
/// Which objects one sees behind an open route is the page's own question; an object one may not see is answered like one that is absent.
/// </summary>
public static class AccessMatrix
{
    private const string Read = "GET";
    private const string Both = "GET POST";

    // The error page answers in the place of any request.
    private const string Every = "GET POST PUT PATCH DELETE OPTIONS";

    private static readonly string[] Anyone = [.. PeopleRoles.All, .. Keys([.. KeyScopes.All])];
    private static readonly string[] Staff = [.. PeopleRoles.Staff];
    private static readonly string[] UnitKeepers = [PeopleRoles.SystemAdmin];
    private static readonly string[] PeopleKeepers = [PeopleRoles.SecurityAdmin];
    private static readonly string[] LeaveKeepers = [PeopleRoles.SecurityAdmin, PeopleRoles.UnitLead];

    private static readonly string[] Desks = [PeopleRoles.WindowClerk, PeopleRoles.HotlineOperator, PeopleRoles.UnitLead, PeopleRoles.Coordinator];
    private static readonly string[] Takers = [PeopleRoles.WindowClerk, PeopleRoles.HotlineOperator, PeopleRoles.UnitLead];
    private static readonly string[] Watchers = [PeopleRoles.Supervisor, PeopleRoles.Coordinator, PeopleRoles.Leader];
    private static readonly string[] FigureReaders = [PeopleRoles.Leader, PeopleRoles.Assessor, PeopleRoles.Supervisor, PeopleRoles.Coordinator];
    private static readonly string[] Monitors = [PeopleRoles.Supervisor, PeopleRoles.Coordinator, PeopleRoles.Leader, PeopleRoles.Oversight, PeopleRoles.SystemAdmin, PeopleRoles.AuditAdmin];
    private static readonly string[] Rulers = [PeopleRoles.SystemAdmin, PeopleRoles.Coordinator];
    private static readonly string[] CaseWorkers =
    [
        PeopleRoles.WindowClerk, PeopleRoles.HotlineOperator, PeopleRoles.InformationOfficer, PeopleRoles.Handler, PeopleRoles.UnitLead,
        PeopleRoles.Coordinator, PeopleRoles.Supervisor, PeopleRoles.Leader, PeopleRoles.Assessor,
    ];

    /// <summary>Every line.</summary>
    public static IReadOnlyList<AccessRow> Rows { get; } =
    [
        .. Line(Read, Anyone, "/healthz", "/readyz", "/version", "/look"),
        .. Line(Every, Anyone, "/error/{status:int}"),
        .. Line(Both, Anyone, "/styleguide"),
        .. Line(Read, Anyone, "/", "/help", "/accessibility", "/privacy", "/calculator"),
        .. Line(Both, Anyone, "/report", "/report/emergency", "/report/where", "/report/alike", "/report/check"),
        .. Line(Read, Anyone, "/report/photo"),
        .. Line(Both, Anyone, "/track", "/r/{token}", "/track/matter", "/r/{token}/withdraw", "/track/matter/withdraw"),
        .. Line(Both, Anyone, "/r/{token}/data", "/r/{token}/data/correct", "/r/{token}/data/consent", "/r/{token}/data/erase"),
        .. Line(Both, Anyone, "/track/matter/data", "/track/matter/data/correct", "/track/matter/data/consent", "/track/matter/data/erase"),
        .. Line(Read, Anyone, "/r/{token}/data/copy", "/track/matter/data/copy", "/privacy/{version:int}"),
        .. Line(Read, Anyone, "/r/{token}/why", "/track/matter/why", "/r/{token}/photos/{seq:long}/{place:int}", "/track/matter/photos/{seq:long}/{place:int}"),
        .. Line(Read, Anyone, "/r/{token}/proof", "/track/matter/proof", "/r/{token}/receipt/{seq:long?}", "/track/matter/receipt/{seq:long?}"),
        .. Line(Read, Anyone, "/ledger", "/ledger/policy.txt", "/ledger/verify.html"),
        .. Line("POST", Anyone, [.. LedgerLogs("/cosignature")]),
        .. Line(Read, Anyone, [.. LedgerLogs("/checkpoint", "/checkpoint/{size:long}", "/newer/{size:long}", "/to-cosign/{old:long}", "/tile/{level}/{**rest}")]),
        .. Line(Both, Anyone, "/sign-in", "/sign-in/code", "/sign-in/setup/{token}"),
        .. Line(Both, Staff, "/sign-out", "/console/account", "/console/account/generator", "/console/account/passkeys", "/console/account/passkeys/{id:guid}/remove"),
        .. Line(Read, Staff, "/console/units", "/console/places", "/console/people"),
        .. Line(Read, Staff, "/console/units/{id:guid}", "/console/places/{code}", "/console/people/{id:guid}"),
        .. Line(Both, UnitKeepers, "/console/units/add", "/console/places/add"),
        .. Line("POST", UnitKeepers, "/console/units/{id:guid}", "/console/places/{code}"),
        .. Line(Both, PeopleKeepers, "/console/people/add", "/console/people/{id:guid}/change"),
        .. Line(Both, LeaveKeepers, "/console/people/{id:guid}/leave"),
        .. Line(Read, Desks, "/console/triage"),
        .. Line(Both, Desks, "/console/triage/{number:long}"),
        .. Line(Both, Takers, "/console/intake", "/console/intake/{number:long}"),
        .. Line(Read, Staff, "/console/find/{what}"),
        .. Line(Both, Watchers, "/console/board"),
        .. Line(Read, Monitors, "/console/invariants"),
        .. Line(Both, UnitKeepers, "/console/clock"),
        .. Line(Read, FigureReaders, "/console/figures", "/console/figures/channels", "/console/figures/stations", "/console/figures/categories", "/console/figures/{figure}"),
        .. Line(Read, Staff, "/console/calendar", "/console/categories", "/console/templates", "/console/settings"),
        .. Line(Both, Rulers, "/console/calendar/import"),
        .. Line(Read, Rulers, "/console/categories/try"),
        .. Line(Both, Rulers, "/console/settings/{list}/add"),
        .. Line(Read, Staff, "/console/settings/{list}/{code}"),
        .. Line("POST", Rulers, "/console/settings/{list}/{code}"),
        .. Line(Read, Staff, "/console/settings/{list}"),
        .. Line(Both, Staff, "/console/drafts", "/console/opinion"),
        .. Line(Read, CaseWorkers, "/console/receptions/{id:guid}"),
        .. Line(Both, Rulers, "/console/import", "/console/import/{id:guid}", "/jobs/{id:guid}"),
        .. Line(Read, Rulers, "/jobs/{id:guid}/faults"),
        .. Line(Read, Desks, "/console/backlog"),
        .. Line(Read, Staff, "/console/go", "/console/phrases"),
        .. Line(Read, Staff, "/console"),
        .. Line(Read, CaseWorkers, "/console/opinions"),
        .. Line(Read, CaseWorkers, "/console/matters/export", "/console/matters/print", "/console/matters/{number}/brief"),
        .. Line(Both, UnitKeepers, "/console/settings/keys", "/console/settings/keys/add", "/console/settings/keys/{id:guid}"),
        .. Line(Read, Anyone, "/help/api", "/api/v1/openapi.json", "/api/v1/openapi.yaml"),
        .. Line("POST", Keys(KeyScopes.Submit), "/api/v1/matters"),
        .. Line(Read, Keys(KeyScopes.Read, KeyScopes.Act), "/api/v1/matters", "/api/v1/matters/{number}", "/api/v1/matters/{number}/thread", "/api/v1/matters/{number}/deadline"),
        .. Line("POST", Keys(KeyScopes.Act), "/api/v1/matters/{number}/steps/{step}"),
        .. Line(Read, Keys([.. KeyScopes.All]), "/api/v1/categories", "/api/v1/places", "/api/v1/units", "/api/v1/channels", "/api/v1/calculator"),
        .. Line(Read, Keys(KeyScopes.Figures), "/api/v1/figures"),
        .. Line(Read, CaseWorkers, "/console/matters", "/console/matters/{number}", "/console/matters/{number}/why", "/console/matters/{number}/files/{seq:long}/{path}"),
        .. Line(Both, CaseWorkers, "/console/matters/bulk", "/console/matters/{number}/contact", "/console/matters/{number}/slip"),
        .. StepLinks.Pages.SelectMany(step => Line(Both, [.. step.Roles], $"/console/matters/{{number}}/{StepLinks.Part(step)}")),
        .. Line(Both, [.. Lianxin.Matters.MatterLifecycle.Tell.Roles], "/console/matters/{number}/attempt", "/console/calls/{number:long}/{about}"),
        .. Line(Read, [.. Lianxin.Matters.MatterLifecycle.Tell.Roles], "/console/calls"),
        .. Line(Both, [PeopleRoles.Handler, PeopleRoles.UnitLead, PeopleRoles.WindowClerk, PeopleRoles.Coordinator], "/console/handed"),
        .. Line(Both, [.. Lianxin.Matters.ErasureRules.Approvers], "/console/erasures"),
    ];

    private static readonly ILookup<string, AccessRow> ByRoute = Rows.ToLookup(r => r.Route, StringComparer.Ordinal);

    /// <summary>The line for a route and method; null when there is none: then nobody may.</summary>
    public static AccessRow? Find(string route, string method) => ByRoute[Normal(route)].FirstOrDefault(r => r.Takes(method));

    /// <summary>True when the actor may use the path by GET: links and menus ask this.</summary>
    public static bool MayOpen(Actor actor, string route) => Find(route, HttpMethods.Get)?.Allows(actor) == true;

    /// <summary>The route as the matrix writes it.</summary>
    public static string Normal(string? route) => "/" + (route ?? "").Trim('/');

    private static IEnumerable<string> LedgerLogs(params string[] parts) => LedgerLog.All.SelectMany(log => parts.Select(part => "/" + log.Path + part));

    private static string[] Keys(params string[] scopes) => [.. scopes.Select(KeyScopes.Role)];

    private static IEnumerable<AccessRow> Line(string methods, string[] roles, params string[] routes) =>
        routes.Select(route => new AccessRow(route, methods, new HashSet<string>(roles, StringComparer.Ordinal)));
}
