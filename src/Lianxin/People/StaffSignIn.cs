using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Vault;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.People;

/// <summary>
/// Signing in: password, then the code of a generator. Answers the same, and as slowly, for accounts that do not exist.
/// Hashes are computed outside the writer; tries are counted inside it.
/// </summary>
public sealed class StaffSignIn(Journal journal, LianxinDatabase database, StaffSessions sessions, Secrets secrets, PasswordHashing hashing, SignInSettings settings)
{
    private static readonly Actor Visitor = new(ActorKind.System, Via.Web);
    private readonly SignInGuards _guards = new(settings);

    /// <summary>The token of a session that waits for the code; null when name or password are wrong or the account is locked.</summary>
    public async Task<string?> Password(string account, string password, string agent)
    {
        var name = account.Trim();
        var (officer, hash) = await Stored(name);
        var open = await TakeTry(name, officer);
        var right = hashing.Check(hash, password.Length > PasswordRules.Longest * 2 ? "" : password);
        if (!open || !right || officer is not { DeactivatedOn: null, TotpSeq: not null })
        {
            return null;
        }

        return await journal.Write(Visitor, async work =>
        {
            await SignInGuards.GiveBack(work, name, all: false);
            return sessions.Open(work, officer.Id, SessionStep.Code, agent);
        });
    }

    /// <summary>The token of the open session; null when the code is wrong, used before, or the account is locked. The waiting session ends with it.</summary>
    public async Task<string?> Code(string waiting, string code, string agent)
    {
        if (await sessions.Find(waiting, SessionStep.Code) is not { } step || await Account(step.Officer) is not { } officer || !await TakeTry(officer.Code, officer))
        {
            return null;
        }

        return await journal.Write(new Actor(ActorKind.Staff, Via.Web, officer.Id), async work =>
        {
            if (!await UseCode(work, officer.Id, code))
            {
                return null;
            }

            await SignInGuards.GiveBack(work, officer.Code, all: true);
            await work.Remove((await work.Db()).StaffSessions.Where(s => s.Id == step.Id));
            return await sessions.OpenSigned(work, officer.Id, "password_totp", agent);
        });
    }

    /// <summary>True when the code fits and was not used; it cannot be used again.</summary>
    internal async Task<bool> UseCode(Work work, Guid id, string code)
    {
        var officer = await PeopleDesk.Load(work, id);
        if (officer.TotpSeq is not { } seq)
        {
            return false;
        }

        var db = await work.Db();
        var sealedSecret = await db.Wordings.Where(w => w.Seq == seq && w.Path == "totp").Select(w => w.Value).FirstOrDefaultAsync();
        var use = await work.Find<TotpUse>(id);
        if (sealedSecret is null || Totp.Match(secrets.Open("totp", id, sealedSecret), code, work.Now, use?.Step ?? -1) is not { } step)
        {
            return false;
        }

        if (use is null)
        {
            work.Add(new TotpUse { Officer = id, Step = step });
        }
        else
        {
            use.Step = step;
        }

        return true;
    }

    internal async Task<(Officer? Officer, string? Hash)> Stored(string account)
    {
        await using var db = database.Read();
        var officer = await db.Officers.FirstOrDefaultAsync(o => o.Code == account);
        var seq = officer?.PasswordSeq ?? -1;
        var hash = await db.Wordings.Where(w => w.Seq == seq && w.Path == "password").Select(w => w.Value).FirstOrDefaultAsync();
        return (officer, hash);
    }

    private async Task<Officer?> Account(Guid id)
    {
        await using var db = database.Read();
        return await db.Officers.FirstOrDefaultAsync(o => o.Id == id && o.DeactivatedOn == null);
    }

    private Task<bool> TakeTry(string account, Officer? officer) => journal.Write(Visitor, async work =>
    {
        var (open, last) = await _guards.Take(work, account);
        if (last && officer is not null)
        {
            await work.Save(new SignInLocked(officer.Id, work.Now.AddMinutes(settings.LockMinutes)));
        }

        return open;
    });
}
