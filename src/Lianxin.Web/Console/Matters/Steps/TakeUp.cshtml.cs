using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Lianxin.Web.Console;

/// <summary>取出: a row of the backlog becomes an ordinary matter of today.</summary>
public sealed class TakeUpPage(CurrentActor current, TimeProvider time, MatterReading reading, MatterBacklog backlog)
    : StepPage(current, time, reading, MatterLifecycle.TakeUp)
{
    /// <summary>Takes the step.</summary>
    public async Task<IActionResult> OnPost()
    {
        await backlog.TakeUp(At, Actor);
        return await Finished();
    }
}
