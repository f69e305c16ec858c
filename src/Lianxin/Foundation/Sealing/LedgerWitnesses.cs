using System.Text;
using Lianxin.Database;
using Lianxin.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Foundation;

/// <summary>What became of a cosignature that was sent.</summary>
public enum CosignatureAnswer
{
    /// <summary>It is kept; also when it was kept before.</summary>
    Kept,

    /// <summary>It is no checkpoint, or one that this log never made.</summary>
    NotOurs,

    /// <summary>No witness of the policy signed it.</summary>
    NoWitness,

    /// <summary>The time it was signed is more than five minutes ahead or an hour ago.</summary>
    WrongTime,
}

/// <summary>Takes cosignatures of the witnesses that the policy names, and says how long they have been silent.</summary>
public sealed class LedgerWitnesses(LianxinDatabase database, LedgerKeys keys, TimeProvider time)
{
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Behind = TimeSpan.FromHours(1);

    /// <summary>How long all witnesses are shown the same checkpoint, so that their signatures meet under one.</summary>
    public static TimeSpan Slot { get; } = TimeSpan.FromMinutes(10);

    /// <summary>Keeps the witnesses' lines under a checkpoint of this log. The journal is handed in, since its listeners ask this for the standing.</summary>
    public async Task<CosignatureAnswer> Take(Journal journal, LedgerLog log, byte[] bytes)
    {
        if (Parsed(bytes) is not { } sent || keys.ReadPolicy() is not { } policy)
        {
            return CosignatureAnswer.NotOurs;
        }

        await using var db = database.Read();
        var size = sent.Checkpoint.Size;
        var stored = await db.LedgerCheckpoints.Where(c => c.Log == log.Id && c.Size == size).Select(c => c.Note).SingleOrDefaultAsync();
        if (stored is null || SignedNote.Parse(stored).Text != sent.Note.Text)
        {
            return CosignatureAnswer.NotOurs;
        }

        var made = Made(policy, log, sent);
        if (made.Count == 0)
        {
            return CosignatureAnswer.NoWitness;
        }

        var now = time.GetUtcNow().UtcDateTime;
        if (made.Exists(row => row.CosignedAt > now + Ahead || row.CosignedAt < now - Behind))
        {
            return CosignatureAnswer.WrongTime;
        }

        await Keep(journal, made);
        return CosignatureAnswer.Kept;
    }

    /// <summary>The checkpoint that all witnesses are shown now, with the proof from the size one of them remembers (0: none).</summary>
    public async Task<ConsistencyFile?> ToCosign(LedgerLog log, long old)
    {
        await using var db = database.Read();
        if (old < 0 || await db.NewestCheckpoint(log) is not { } newest || newest.Checkpoint.Size < old)
        {
            return null;
        }

        var now = time.GetUtcNow().UtcDateTime;
        var slot = new DateTime(now.Ticks - (now.Ticks % Slot.Ticks), DateTimeKind.Utc);
        var note = await db.LedgerCheckpoints.Where(c => c.Log == log.Id && c.SignedAt < slot && c.Size >= old)
            .OrderByDescending(c => c.SignedAt).ThenByDescending(c => c.Size).Select(c => c.Note).FirstOrDefaultAsync();
        note ??= await db.LedgerCheckpoints.Where(c => c.Log == log.Id && c.Size == old).Select(c => c.Note).SingleOrDefaultAsync();
        var shown = note is null ? newest : SignedCheckpoint.Parse(Encoding.UTF8.GetBytes(note));
        var size = shown.Checkpoint.Size;
        return new ConsistencyFile(old, old == 0 || old == size ? [] : await db.ConsistencyProof(log, old, size), shown);
    }

    /// <summary>How the witnesses stand now.</summary>
    public async Task<WitnessStanding> Standing()
    {
        await using var db = database.Read();
        return await Standing(db, time.GetUtcNow().UtcDateTime);
    }

    /// <summary>The same inside an operation.</summary>
    public async Task<WitnessStanding> Standing(LianxinDb db, DateTime now)
    {
        var policy = keys.ReadPolicy();
        var seen = new List<WitnessSeen>();
        foreach (var witness in policy?.Witnesses ?? [])
        {
            seen.Add(new WitnessSeen(witness.Name, await LastSeen(db, witness.Key.Name)));
        }

        return policy is null ? new WitnessStanding(WitnessState.None, [], null) : WitnessStanding.Of(policy, seen, now);
    }

    // Who confirms only one of the two logs has not confirmed what happens: the older of the two counts.
    private static async Task<DateTime?> LastSeen(LianxinDb db, string key)
    {
        DateTime? last = null;
        foreach (var log in LedgerLog.All)
        {
            var at = await db.LedgerCosignatures.Where(c => c.Log == log.Id && c.Witness == key).OrderByDescending(c => c.CosignedAt).Select(c => (DateTime?)c.CosignedAt).FirstOrDefaultAsync();
            last = at < last || last is null ? at ?? last : last;
        }

        return last;
    }

    private static List<LedgerCosignature> Made(LedgerPolicy policy, LedgerLog log, SignedCheckpoint sent)
    {
        var rows = new List<LedgerCosignature>();
        foreach (var line in sent.Note.Signatures)
        {
            if (policy.Witnesses.FirstOrDefault(one => one.Key.Made(line)) is { } witness && witness.Key.Check(sent.Note.Text, line)?.At is { } at)
            {
                rows.Add(new LedgerCosignature { Log = log.Id, Size = sent.Checkpoint.Size, Witness = witness.Key.Name, CosignedAt = at, Line = line.ToString().TrimEnd('\n') });
            }
        }

        return [.. rows.DistinctBy(row => (row.Witness, row.CosignedAt))];
    }

    private static Task Keep(Journal journal, List<LedgerCosignature> made) => journal.Write(Actor.System(Via.Api), async work =>
    {
        var db = await work.Db();
        foreach (var row in made)
        {
            if (!await db.LedgerCosignatures.AnyAsync(c => c.Log == row.Log && c.Size == row.Size && c.Witness == row.Witness && c.CosignedAt == row.CosignedAt))
            {
                work.Add(row);
            }
        }
    });

    private static SignedCheckpoint? Parsed(byte[] bytes)
    {
        try
        {
            return SignedCheckpoint.Parse(bytes);
        }
        catch (FormatException)
        {
            // Said like a checkpoint of somebody else.
            return null;
        }
    }
}
