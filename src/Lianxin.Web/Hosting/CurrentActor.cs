using Lianxin.Foundation;
using Lianxin.People;

namespace Lianxin.Web.Hosting;

/// <summary>Who the request is from: an officer with a session, or anybody. Filled once a request, before any page.</summary>
public sealed class CurrentActor
{
    /// <summary>For desks: who, from which unit, in which roles of today.</summary>
    public Actor Actor { get; private set; } = Anybody;

    /// <summary>The officer; null for anybody.</summary>
    public Officer? Officer { get; private set; }

    /// <summary>The session; null for anybody.</summary>
    public StaffSession? Session { get; private set; }

    /// <summary>The people as this request sees them; null for anybody.</summary>
    public OfficerList? People { get; private set; }

    /// <summary>True for an officer with a session.</summary>
    public bool IsSignedIn => Officer is not null;

    private static Actor Anybody { get; } = Actor.Resident() with { Roles = new HashSet<string> { Roles.Anonymous } };

    /// <summary>Takes the officer of a session with the roles and unit of that day.</summary>
    public void SignIn(StaffSession session, OfficerList people, DateOnly on, Via via)
    {
        Session = session;
        People = people;
        Officer = people.Officer(session.Officer);
        Actor = new Actor(ActorKind.Staff, via, session.Officer, people.UnitOf(session.Officer, on)) { Roles = people.RolesOf(session.Officer, on) };
    }

    /// <summary>Takes another actor, such as a program with a key or a resident by link.</summary>
    public void Become(Actor actor) => Actor = actor;
}
