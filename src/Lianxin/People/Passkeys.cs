using Lianxin.Database;
using Lianxin.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.People;

/// <summary>
/// Passkeys of officers: added, listed, removed, signed in with. The host has checked the authenticator's signature; here it is seen to that the
/// passkey still stands, its owner still works here, its counter rose, and the question was not answered before.
/// </summary>
public sealed class Passkeys(Journal journal, LianxinDatabase database, StaffSessions sessions, StaffSignIn signIn, PasswordHashing hashing)
{
    /// <summary>Passkeys of one officer at most.</summary>
    public const int Most = 10;

    /// <summary>Characters of a name at most.</summary>
    public const int LongestName = 40;

    /// <summary>The officer's passkeys, oldest first.</summary>
    public async Task<IReadOnlyList<ListedPasskey>> Of(Guid officer)
    {
        await using var db = database.Read();
        var rows = await (
            from key in db.Passkeys.Where(k => k.Officer == officer && !k.Removed)
            join name in db.Wordings.Where(w => w.Path == "name") on key.Seq equals name.Seq
            join use in db.PasskeyUses on key.Id equals use.Passkey
            orderby key.Seq
            select new { key.Id, name.Value, key.AddedAt, use.UsedAt }).ToListAsync();
        return [.. rows.Select(r => new ListedPasskey(r.Id, r.Value, r.AddedAt, r.UsedAt))];
    }

    /// <summary>The officer's passkeys as an authenticator must know them.</summary>
    public async Task<IReadOnlyList<KnownPasskey>> Known(Guid officer)
    {
        await using var db = database.Read();
        return await Known(db, db.Passkeys.Where(k => k.Officer == officer && !k.Removed));
    }

    /// <summary>The passkey of that credential id; null for an unknown or removed one.</summary>
    public async Task<KnownPasskey?> Find(byte[] credential)
    {
        var hash = SessionToken.Hash(credential);
        await using var db = database.Read();
        var ids = db.PasskeyUses.Where(u => u.Credential == hash).Select(u => u.Passkey);
        return await Known(db, db.Passkeys.Where(k => !k.Removed && ids.Contains(k.Id))) is [var known, ..] ? known : null;
    }

    /// <summary>True when the account has a password, which is then asked for before a passkey is added.</summary>
    public async Task<bool> HasPassword(Guid officer)
    {
        await using var db = database.Read();
        return await db.Officers.AnyAsync(o => o.Id == officer && o.PasswordSeq != null);
    }

    /// <summary>Refuses who does not know the account's password: a way in is added by its owner, not by who finds a screen unlocked (ASVS 7.5.1).</summary>
    public async Task CheckOwner(Guid id, string password)
    {
        await using var db = database.Read();
        var officer = await db.Officers.FirstOrDefaultAsync(o => o.Id == id) ?? throw PeopleRefusals.Unknown();
        if (officer.PasswordSeq is not null && !hashing.Check((await signIn.Stored(officer.Code)).Hash, password))
        {
            throw PeopleRefusals.WrongPassword();
        }
    }

    /// <summary>Adds a passkey to the own account.</summary>
    public Task Add(Guid officer, string name, NewPasskey made, AskedPasskey asked, Actor actor) => journal.Write(actor, async work =>
    {
        await PeopleDesk.Load(work, officer);
        await TakeAnswer(work, asked);
        var db = await work.Db();
        var hash = SessionToken.Hash(made.Credential);
        if (await db.PasskeyUses.AnyAsync(u => u.Credential == hash) || await db.Passkeys.CountAsync(k => k.Officer == officer && !k.Removed) >= Most)
        {
            throw PeopleRefusals.PasskeyNotAdded(Most);
        }

        var id = work.NewId();
        var commits = Committed.Texts(("name", name), ("credential", Convert.ToBase64String(made.Credential)), ("public_key", Convert.ToBase64String(made.PublicKey)));
        await work.Save(new PasskeyAdded(officer, id, made.Synced), commits: commits);
        work.Add(new PasskeyUse { Passkey = id, Credential = hash, Counter = made.Counter });
    });

    /// <summary>Removes one of the own passkeys; the last way into an account without password and code generator stays.</summary>
    public Task Remove(Guid officer, Guid passkey, Actor actor) => journal.Write(actor, async work =>
    {
        var owner = await PeopleDesk.Load(work, officer);
        if (await work.Find<Passkey>(passkey) is not { Removed: false } key || key.Officer != officer)
        {
            throw PeopleRefusals.NoPasskey();
        }

        var db = await work.Db();
        var hasPassword = owner is { PasswordSeq: not null, TotpSeq: not null };
        if (!hasPassword && await db.Passkeys.CountAsync(k => k.Officer == officer && !k.Removed) == 1)
        {
            throw PeopleRefusals.LastWayIn();
        }

        await work.Save(new PasskeyRemoved(officer, passkey));
        await work.Remove(db.PasskeyUses.Where(u => u.Passkey == passkey));
    });

    /// <summary>Opens a session for the owner of a passkey whose answer was right; gives the session's token.</summary>
    public Task<string> SignIn(KnownPasskey answered, long counter, AskedPasskey asked, string agent) =>
        journal.Write(new Actor(ActorKind.Staff, Via.Web, answered.Officer), async work =>
        {
            if (await work.Find<Passkey>(answered.Id) is not { Removed: false } || await work.Find<PasskeyUse>(answered.Id) is not { } use
                || await work.Find<Officer>(answered.Officer) is not { DeactivatedOn: null })
            {
                throw PeopleRefusals.PasskeyOpensNothing();
            }

            await TakeAnswer(work, asked);
            // A counter that does not rise is a copy of the authenticator (WebAuthn 3, 7.2 step 22); one that stays 0 counts nothing.
            if ((counter != 0 || use.Counter != 0) && counter <= use.Counter)
            {
                throw PeopleRefusals.PasskeyOpensNothing();
            }

            use.Counter = counter;
            use.UsedAt = work.Now;
            return await sessions.OpenSigned(work, answered.Officer, "passkey", agent);
        });

    private static async Task TakeAnswer(Work work, AskedPasskey asked)
    {
        var now = work.Now;
        await work.Remove((await work.Db()).PasskeyAnswers.Where(a => a.EndsAt < now));
        if (asked.EndsAt < now || await work.Find<PasskeyAnswer>(asked.Challenge) is not null)
        {
            throw PeopleRefusals.PasskeyOpensNothing();
        }

        work.Add(new PasskeyAnswer { Challenge = asked.Challenge, EndsAt = asked.EndsAt });
    }

    private static async Task<IReadOnlyList<KnownPasskey>> Known(LianxinDb db, IQueryable<Passkey> keys)
    {
        var rows = await (
            from key in keys
            join use in db.PasskeyUses on key.Id equals use.Passkey
            join credential in db.Wordings.Where(w => w.Path == "credential") on key.Seq equals credential.Seq
            join open in db.Wordings.Where(w => w.Path == "public_key") on key.Seq equals open.Seq
            select new { Key = key, Credential = credential.Value, Open = open.Value, use.Counter }).Take(Most).ToListAsync();
        return
        [
            .. rows.Select(r => new KnownPasskey(
                r.Key.Id, r.Key.Officer, Convert.FromBase64String(r.Credential), Convert.FromBase64String(r.Open), r.Counter, r.Key.Synced, r.Key.AddedAt)),
        ];
    }
}
