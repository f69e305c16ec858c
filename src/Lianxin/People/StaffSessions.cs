using Lianxin.Database;
using Lianxin.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.People;

/// <summary>Sessions on the server's side: opaque, bounded in idle and whole time, ended at once on every node when their row goes.</summary>
public sealed class StaffSessions(Journal journal, LianxinDatabase database, TimeProvider time, SignInSettings settings)
{
    private static readonly TimeSpan WaitingLife = TimeSpan.FromMinutes(5);

    /// <summary>The session of that token at that step; null when there is none or its time is over. Its use is noted to the minute.</summary>
    public async Task<StaffSession?> Find(string? token, SessionStep step)
    {
        if (string.IsNullOrEmpty(token) || token.Length > 64)
        {
            return null;
        }

        var hash = SessionToken.Hash(token);
        await using var db = database.Read();
        var session = await db.StaffSessions.FirstOrDefaultAsync(s => s.Token == hash && s.Step == step);
        var now = time.GetUtcNow().UtcDateTime;
        if (session is null || now >= session.EndsAt || now >= session.SeenAt.AddMinutes(settings.IdleMinutes))
        {
            return null;
        }

        if (now >= session.SeenAt.AddMinutes(1))
        {
            await Seen(session.Id);
        }

        return session;
    }

    /// <summary>The officer whose open session has ended by time within the last day; null for one that was ended by hand, or never was.</summary>
    public async Task<Guid?> Ended(string? token)
    {
        if (string.IsNullOrEmpty(token) || token.Length > 64)
        {
            return null;
        }

        var hash = SessionToken.Hash(token);
        await using var db = database.Read();
        return (await db.StaffSessions.FirstOrDefaultAsync(s => s.Token == hash && s.Step == SessionStep.Open))?.Officer;
    }

    /// <summary>The officer's open sessions, newest first.</summary>
    public async Task<IReadOnlyList<StaffSession>> Of(Guid officer)
    {
        await using var db = database.Read();
        var now = time.GetUtcNow().UtcDateTime;
        var idle = now.AddMinutes(-settings.IdleMinutes);
        return await db.StaffSessions
            .Where(s => s.Officer == officer && s.Step == SessionStep.Open && s.EndsAt > now && s.SeenAt > idle)
            .OrderByDescending(s => s.OpenedAt).ToListAsync();
    }

    /// <summary>Ends one session of the officer; nothing happens when it is gone or somebody else's.</summary>
    public Task End(Guid officer, Guid session, Actor actor) => journal.Write(actor, async work =>
    {
        if (await work.Remove((await work.Db()).StaffSessions.Where(s => s.Id == session && s.Officer == officer)) > 0)
        {
            await work.Save(new SessionEnded(officer, session));
        }
    });

    /// <summary>Ends all sessions of the officer but one.</summary>
    public Task EndOthers(Guid officer, Guid kept, Actor actor) => journal.Write(actor, work => EndInside(work, officer, kept));

    internal static async Task EndInside(Work work, Guid officer, Guid? kept)
    {
        var all = (await work.Db()).StaffSessions;
        foreach (var session in await all.AsNoTracking().Where(s => s.Officer == officer && s.Id != kept && s.Step == SessionStep.Open).ToListAsync())
        {
            await work.Save(new SessionEnded(officer, session.Id));
        }

        await work.Remove(all.Where(s => s.Officer == officer && s.Id != kept));
    }

    /// <summary>Adds a session and gives its token; it has a new one at every step (ASVS 7.2.4).</summary>
    internal string Open(Work work, Guid officer, SessionStep step, string agent) => Add(work, officer, step, agent).Token;

    internal async Task<string> OpenSigned(Work work, Guid officer, string method, string agent)
    {
        // A day longer than it opens anything: a form sent with it is kept for its officer.
        var ended = work.Now.AddDays(-1);
        await work.Remove((await work.Db()).StaffSessions.Where(s => s.EndsAt < ended));
        var (token, session) = Add(work, officer, SessionStep.Open, agent);
        await work.Save(new SessionOpened(officer, session, method));
        return token;
    }

    private (string Token, Guid Session) Add(Work work, Guid officer, SessionStep step, string agent)
    {
        var token = SessionToken.Session();
        var session = new StaffSession
        {
            Id = work.NewId(),
            Token = SessionToken.Hash(token),
            Officer = officer,
            Step = step,
            OpenedAt = work.Now,
            SeenAt = work.Now,
            EndsAt = step == SessionStep.Code ? work.Now + WaitingLife : work.Now.AddHours(settings.LongestHours),
            Agent = agent.Length > 200 ? agent[..200] : agent,
        };
        work.Add(session);
        return (token, session.Id);
    }

    private Task Seen(Guid id) => journal.Write(Actor.System(Via.Web), async work =>
    {
        if (await work.Find<StaffSession>(id) is { } session)
        {
            session.SeenAt = work.Now;
        }
    });
}
