using Lianxin.Ledger;

namespace Lianxin.Foundation;

/// <summary>What kind of hand did something.</summary>
public enum ActorKind
{
    /// <summary>A resident, by web, link or code.</summary>
    Resident,

    /// <summary>An officer with a session.</summary>
    Staff,

    /// <summary>A program with an API key.</summary>
    Key,

    /// <summary>The product itself: a job, a rule, an import.</summary>
    System,
}

/// <summary>The way something came in.</summary>
public enum Via
{
    /// <summary>A page.</summary>
    Web,

    /// <summary>The JSON interface.</summary>
    Api,

    /// <summary>A command on the server.</summary>
    Cli,

    /// <summary>A scheduled job or a listener.</summary>
    Job,

    /// <summary>A row of an import.</summary>
    Import,
}

/// <summary>Whoever acts: who, from which unit, in which roles, by which way. The journal keeps ids only.</summary>
public sealed record Actor(ActorKind Kind, Via Via, Guid? Id = null, Guid? Unit = null)
{
    /// <summary>Role codes; see the access matrix.</summary>
    public IReadOnlySet<string> Roles { get; init; } = new HashSet<string>();

    /// <summary>The product acting by itself.</summary>
    public static Actor System(Via via = Via.Job) => new(ActorKind.System, via);

    /// <summary>A resident at the web page.</summary>
    public static Actor Resident(Via via = Via.Web) => new(ActorKind.Resident, via);

    /// <summary>True when the actor holds the role.</summary>
    public bool Is(string role) => Roles.Contains(role);

    internal EntryActor ForEntry() => new(
        Database.Conventions.Text(Kind), Id?.ToString("N"), Unit?.ToString("N"), Database.Conventions.Text(Via));
}
