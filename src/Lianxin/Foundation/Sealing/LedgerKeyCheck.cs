using Lianxin.Database;
using Lianxin.Ledger;

namespace Lianxin.Foundation;

/// <summary>Notices before anything is written that the ledger's keys are missing or belong to another district.</summary>
public sealed class LedgerKeyCheck(LianxinDatabase database, LedgerKeys keys)
{
    /// <summary>True when nothing was ever signed, or the policy beside the keys believes the newest checkpoints.</summary>
    public async Task<bool> Fits()
    {
        await using var db = database.Read();
        foreach (var log in LedgerLog.All)
        {
            if (await db.NewestCheckpoint(log) is { } newest
                && (!keys.Exist || PolicyJudgement.Of(keys.ReadPolicy()!, newest).Trust is not (Trust.Signed or Trust.WitnessSignatureBad)))
            {
                return false;
            }
        }

        return true;
    }
}
