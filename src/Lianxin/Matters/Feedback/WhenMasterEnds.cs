using Lianxin.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Matters;

/// <summary>The person of a master withdrew it: the members have owner and limit of their own again.</summary>
public sealed class WhenMasterWithdrawn : Listener<MatterWithdrawn>
{
    /// <inheritdoc/>
    public override Task Hear(MatterWithdrawn fact, Stamp stamp, Work work) => MergedMembers.LetGo(stamp, work);
}

/// <summary>A master that was only acknowledged answers nobody: the members are their own again.</summary>
public sealed class WhenMasterAcknowledged : Listener<MatterAcknowledged>
{
    /// <inheritdoc/>
    public override Task Hear(MatterAcknowledged fact, Stamp stamp, Work work) => MergedMembers.LetGo(stamp, work);
}

/// <summary>A master that was entered in error never was one: the members are their own again.</summary>
public sealed class WhenMasterUndone : Listener<MatterEnteredInError>
{
    /// <inheritdoc/>
    public override Task Hear(MatterEnteredInError fact, Stamp stamp, Work work) => MergedMembers.LetGo(stamp, work);
}

/// <summary>The members of a master that ends without an answer for them.</summary>
internal static class MergedMembers
{
    internal static async Task LetGo(Stamp stamp, Work work)
    {
        var db = await work.Db();
        foreach (var member in await db.Matters.Where(m => m.Master == stamp.Matter && m.State != MatterState.Closed).OrderBy(m => m.Number).ToListAsync())
        {
            await work.Save(new MatterUnmerged(), member.Number);
        }
    }
}
