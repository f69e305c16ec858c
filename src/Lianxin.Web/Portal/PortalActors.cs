using Lianxin.Foundation;
using Lianxin.People;

namespace Lianxin.Web.Portal;

/// <summary>Who a resident is to the desks: anybody, or the person of a matter by link or by code. A signed-in officer acts here as a resident too.</summary>
public static class PortalActors
{
    /// <summary>Anybody at the web pages.</summary>
    public static Actor Anybody { get; } = With(Roles.Anonymous);

    /// <summary>The person of a matter, by the link of the receipt.</summary>
    public static Actor ByLink { get; } = With(Roles.ResidentLink);

    /// <summary>The person of a matter, by number and code.</summary>
    public static Actor ByCode { get; } = With(Roles.ResidentCode);

    private static Actor With(string role) => Actor.Resident() with { Roles = new HashSet<string> { role } };
}
