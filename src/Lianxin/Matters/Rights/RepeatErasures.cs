using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Vault;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Matters;

/// <summary>After a restore: what was erased since the backup was made is erased again, before the district is used (P17, P20).</summary>
public sealed class RepeatErasures(Journal journal, LianxinDatabase database, Rules rules, EraseApproved job, ErasureList list)
{
    /// <summary>Carries out what the lists in these folders name and the database does not know as done; how many. A line nobody of this district wrote is refused.</summary>
    public async Task<int> Run(IEnumerable<string> folders, CancellationToken stop)
    {
        var done = 0;
        foreach (var line in Read(folders))
        {
            stop.ThrowIfCancellationRequested();
            if (await Recall(line) is { } request)
            {
                done += await job.Erase(request, again: true) ? 1 : 0;
            }
        }

        return done;
    }

    private IReadOnlyList<ListedErasure> Read(IEnumerable<string> folders)
    {
        try
        {
            return list.Read(folders);
        }
        catch (InvalidDataException fault)
        {
            throw ErasureRefusals.ListDamaged(fault.Message);
        }
    }

    private async Task<ErasureRequest?> Recall(ListedErasure line)
    {
        await using (var db = database.Read())
        {
            // A matter that came after the backup is not here, and another one may bear its number since.
            if (!await db.Matters.AnyAsync(m => m.Number == line.Matter) || await EraseApproved.LeafOf(db, line.Matter) != line.Leaf)
            {
                return null;
            }
        }

        return await journal.Write(Actor.System(Via.Cli), async work =>
        {
            var hand = await MatterAtHand.Load(work, rules, line.Matter);
            var row = await work.Find<ErasureRequest>(line.Request);
            if (row is null)
            {
                await hand.Save(new ErasureRecalled(
                    line.Request, Parse<ErasureScope>(line.Scope), Parse<ErasureGround>(line.Ground), Parse<ErasureOrigin>(line.Origin), line.First, line.Second));
            }
            else if (row.SecondAt is null)
            {
                await hand.Save(new ErasureApproved(line.Request, line.First, line.Second));
            }

            return row?.DoneAt is not null ? null : new ErasureRequest
            {
                Id = line.Request,
                Matter = line.Matter,
                Scope = row?.Scope ?? Parse<ErasureScope>(line.Scope),
                Ground = row?.Ground ?? Parse<ErasureGround>(line.Ground),
                Origin = row?.Origin ?? Parse<ErasureOrigin>(line.Origin),
                First = line.First,
                Second = line.Second,
            };
        });
    }

    private static T Parse<T>(string text)
        where T : struct, Enum => Conventions.TryParse<T>(text, out var value) ? value : throw ErasureRefusals.ListDamaged(text);
}
