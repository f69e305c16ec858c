using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Ledger;
using Lianxin.Search;
using Lianxin.Vault;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Matters;

/// <summary>
/// Carries out what two officers agreed to: first a line in the list beside keys and backups, then, in one commit, every opening of the
/// matter away and an entry that names them, then the files. Minutes after the agreement, at latest with the next run that succeeds (P20).
/// </summary>
public sealed class EraseApproved(
    Journal journal, LianxinDatabase database, Rules rules, VaultErasure vault, MatterIndex index, ErasureList list) : IJob
{
    private const int AtOnce = 50;

    // What a crash may have left on the disk is looked for this long.
    private static readonly TimeSpan Swept = TimeSpan.FromDays(2);

    /// <inheritdoc/>
    public string Name => "erase-approved";

    /// <inheritdoc/>
    public DueTimes Times => DueTimes.Every(TimeSpan.FromMinutes(1));

    /// <inheritdoc/>
    public async Task<int> Run(DateTime now, CancellationToken stop)
    {
        var erased = 0;
        foreach (var row in await Approved(stop))
        {
            stop.ThrowIfCancellationRequested();
            erased += await Erase(row, again: false) ? 1 : 0;
        }

        await Sweep(now, stop);
        return erased;
    }

    /// <summary>Carries out one request; false when the matter is not ended any more. <paramref name="again"/> is after a restore, which asks no rule anew.</summary>
    internal async Task<bool> Erase(ErasureRequest request, bool again)
    {
        await using (var db = database.Read())
        {
            list.Add(await Listed(db, request));
        }

        return await journal.Write(Actor.System(again ? Via.Cli : Via.Web), async work =>
        {
            var hand = await MatterAtHand.Load(work, rules, request.Matter);
            if (await work.Find<ErasureRequest>(request.Id) is not { DoneAt: null, First: { } first, Second: { } second } row
                || (!again && ErasureRules.WhyNot(hand.Matter, row.Scope, row.Ground, hand.Rules) is not null))
            {
                return false;
            }

            var everything = row.Scope == ErasureScope.Everything;
            var found = await VaultErasure.Find(await work.Db(), row.Matter, everything);
            foreach (var part in ErasedOpenings.Parts(found.Openings).DefaultIfEmpty([]))
            {
                await hand.Save(new PiiErased(row.Id, row.Scope, row.Ground, first, second, part, again ? true : null));
            }

            await work.Remove((await work.Db()).IntakeSlips.Where(s => s.Matter == row.Matter));
            await vault.Erase(work, row.Matter, found, everything);
            if (everything)
            {
                index.Replace(work, row.Matter, "");
            }

            return true;
        });
    }

    internal static async Task<ListedErasure> Listed(LianxinDb db, ErasureRequest request) => new(
        request.Matter, await LeafOf(db, request.Matter), request.Id, Conventions.Text(request.Scope), Conventions.Text(request.Ground),
        Conventions.Text(request.Origin), request.First!.Value, request.Second!.Value);

    /// <summary>What tells a matter from another that got its number after a restore: the code of its first entry.</summary>
    internal static async Task<string> LeafOf(LianxinDb db, long matter) =>
        SpokenCode.Of(await db.FactEntries.Where(e => e.Matter == matter && e.Cn == 1).Select(e => e.Leaf).SingleAsync()).Symbols17;

    private async Task<List<ErasureRequest>> Approved(CancellationToken stop)
    {
        await using var db = database.Read();
        return await db.ErasureRequests.AsNoTracking().Where(r => r.SecondAt != null && r.DoneAt == null).OrderBy(r => r.Id).Take(AtOnce).ToListAsync(stop);
    }

    private async Task Sweep(DateTime now, CancellationToken stop)
    {
        await using var db = database.Read();
        var since = now - Swept;
        foreach (var matter in await db.ErasureRequests.Where(r => r.DoneAt != null && r.DoneAt > since).Select(r => r.Matter).Distinct().Take(1000).ToListAsync(stop))
        {
            await vault.Sweep(db, matter);
        }
    }
}
