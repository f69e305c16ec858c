using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Vault;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.People;

/// <summary>What an officer does with the own account, and the one-time links it begins with.</summary>
public sealed class OfficerAccount(
    Journal journal, LianxinDatabase database, StaffSessions sessions, StaffSignIn signIn, Secrets secrets, PasswordHashing hashing, SignInSettings settings, TimeProvider time)
{
    /// <summary>Makes a one-time link and gives its token, which is stored nowhere; earlier links of the officer end.</summary>
    public Task<string> MakeLink(Guid officer, LinkKind kind, Actor actor) => journal.Write(actor, work => MakeLinkInside(work, officer, kind));

    /// <summary>
    /// Makes the three administrators of a new district and gives a link for each: account name and token. Refused once anybody works here.
    /// </summary>
    public Task<IReadOnlyList<(string Code, string Token)>> MakeFirstAdministrators(IReadOnlyList<AddOfficer> three, Actor actor) =>
        journal.Write<IReadOnlyList<(string, string)>>(actor, async work =>
        {
            if (await (await work.Db()).Officers.AnyAsync())
            {
                throw PeopleRefusals.NotEmpty();
            }

            var links = new List<(string, string)>();
            foreach (var input in three)
            {
                var officer = await PeopleDesk.AddInside(work, input);
                links.Add((input.Code, await MakeLinkInside(work, officer, LinkKind.SetUp)));
            }

            return links;
        });

    /// <summary>The link and its officer; null when it is unknown, used or too old. Looking at it uses nothing up.</summary>
    public async Task<(OneTimeLink Link, Officer Officer)?> Link(string token)
    {
        if (token.Length is 0 or > 64)
        {
            return null;
        }

        var hash = SessionToken.Hash(token);
        await using var db = database.Read();
        var now = time.GetUtcNow().UtcDateTime;
        var link = await db.OneTimeLinks.FirstOrDefaultAsync(l => l.Token == hash && l.UsedAt == null && l.EndsAt > now);
        var officer = link is null ? null : await db.Officers.FirstOrDefaultAsync(o => o.Id == link.Officer && o.DeactivatedOn == null);
        return officer is null ? null : (link!, officer);
    }

    /// <summary>The secret a set-up link enrols: the same each time its page is shown, unknown without the key file.</summary>
    public byte[] SecretOf(string token) => secrets.Derive("totp-link", token);

    /// <summary>Sets password and code generator by a link, and signs in; gives the session's token.</summary>
    public async Task<string> SetUp(string token, string password, string code, string agent)
    {
        var (_, officer) = await Link(token) ?? throw PeopleRefusals.LinkEnded();
        CheckPassword(password, officer.Code);
        var hash = hashing.Hash(password);
        var secret = SecretOf(token);
        return await journal.Write(new Actor(ActorKind.Staff, Via.Web, officer.Id), async work =>
        {
            var step = Totp.Match(secret, code, work.Now, -1) ?? throw PeopleRefusals.WrongCode();
            await UseLink(work, token, LinkKind.SetUp);
            await PeopleDesk.Load(work, officer.Id);
            await work.Save(new PasswordSet(officer.Id), commits: Committed.Texts(("password", hash)));
            await work.Save(new TotpSet(officer.Id), commits: Committed.Texts(("totp", secrets.Seal("totp", officer.Id, secret))));
            await NoteUse(work, officer.Id, step);
            await SignInGuards.GiveBack(work, officer.Code, all: true);
            await StaffSessions.EndInside(work, officer.Id, null);
            return await sessions.OpenSigned(work, officer.Id, "set_up", agent);
        });
    }

    /// <summary>Signs in by a demo link; gives the session's token.</summary>
    public async Task<string> SignIn(string token, string agent)
    {
        var (_, officer) = await Link(token) ?? throw PeopleRefusals.LinkEnded();
        return await journal.Write(new Actor(ActorKind.Staff, Via.Web, officer.Id), async work =>
        {
            await UseLink(work, token, LinkKind.SignIn);
            return await sessions.OpenSigned(work, officer.Id, "link", agent);
        });
    }

    /// <summary>Changes the own password; all other sessions end.</summary>
    public async Task ChangePassword(Guid id, Guid session, string current, string password, Actor actor)
    {
        await using var db = database.Read();
        var officer = await db.Officers.FirstOrDefaultAsync(o => o.Id == id) ?? throw PeopleRefusals.Unknown();
        var (_, stored) = await signIn.Stored(officer.Code);
        if (!hashing.Check(stored, current))
        {
            throw PeopleRefusals.WrongPassword();
        }

        CheckPassword(password, officer.Code);
        var hash = hashing.Hash(password);
        await journal.Write(actor, async work =>
        {
            await PeopleDesk.Load(work, id);
            await work.Save(new PasswordSet(id), commits: Committed.Texts(("password", hash)));
            await StaffSessions.EndInside(work, id, session);
        });
    }

    /// <summary>A fresh secret to enrol another code generator with; it holds only when <see cref="ChangeGenerator"/> is called with it.</summary>
    public string NewSecret(Guid id) => secrets.Seal("totp-new", id, System.Security.Cryptography.RandomNumberGenerator.GetBytes(20));

    /// <summary>The plain bytes of <see cref="NewSecret"/>, for its QR code.</summary>
    public byte[] OpenSecret(Guid id, string fresh) => secrets.Open("totp-new", id, fresh);

    /// <summary>Replaces the code generator: a code of the old one and a code of the new one.</summary>
    public Task ChangeGenerator(Guid id, string fresh, string oldCode, string newCode, Actor actor) => journal.Write(actor, async work =>
    {
        if (!await signIn.UseCode(work, id, oldCode))
        {
            throw PeopleRefusals.WrongCode();
        }

        var secret = secrets.Open("totp-new", id, fresh);
        _ = Totp.Match(secret, newCode, work.Now, -1) ?? throw PeopleRefusals.WrongCode();
        await work.Save(new TotpSet(id), commits: Committed.Texts(("totp", secrets.Seal("totp", id, secret))));
    });

    private async Task<string> MakeLinkInside(Work work, Guid officer, LinkKind kind)
    {
        await PeopleDesk.Load(work, officer);
        await work.Remove((await work.Db()).OneTimeLinks.Where(l => l.Officer == officer));
        var token = SessionToken.Link();
        var ends = work.Now.AddHours(settings.LinkHours);
        work.Add(new OneTimeLink { Token = SessionToken.Hash(token), Officer = officer, Kind = kind, EndsAt = ends });
        await work.Save(new LinkMade(officer, kind, ends));
        return token;
    }

    private static async Task UseLink(Work work, string token, LinkKind kind)
    {
        var link = await work.Find<OneTimeLink>(SessionToken.Hash(token));
        if (link is null || link.Kind != kind || link.UsedAt is not null || link.EndsAt <= work.Now)
        {
            throw PeopleRefusals.LinkEnded();
        }

        link.UsedAt = work.Now;
    }

    private static async Task NoteUse(Work work, Guid officer, long step)
    {
        if (await work.Find<TotpUse>(officer) is { } use)
        {
            use.Step = step;
        }
        else
        {
            work.Add(new TotpUse { Officer = officer, Step = step });
        }
    }

    private static void CheckPassword(string password, string account)
    {
        if (!PasswordRules.Fits(password, account))
        {
            throw PeopleRefusals.WeakPassword(PasswordRules.Shortest);
        }
    }
}
