using Lianxin.Database;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Web.Console;

/// <summary>A step on a waiting request to erase: shows the request and nothing of the person.</summary>
public abstract class ErasureStepPage(CurrentActor current, TimeProvider time, MatterReading reading, Step step) : StepPage(current, time, reading, step)
{
    /// <summary>The request that waits; null when none does.</summary>
    public ErasureRequest? Waiting { get; private set; }

    /// <inheritdoc/>
    protected override async Task Choose(LianxinDb db)
    {
        var id = Matter.Erasure;
        Waiting = id is null ? null : await db.ErasureRequests.FirstOrDefaultAsync(r => r.Id == id);
    }
}
