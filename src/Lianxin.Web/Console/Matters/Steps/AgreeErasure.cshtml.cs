using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Lianxin.Web.Console;

/// <summary>One of two officers agrees to erase; what is erased does not come back.</summary>
public sealed class AgreeErasurePage(CurrentActor current, TimeProvider time, MatterReading reading, MatterErasure desk)
    : ErasureStepPage(current, time, reading, MatterLifecycle.AgreeErasure)
{
    /// <summary>Takes the step.</summary>
    public async Task<IActionResult> OnPost()
    {
        await desk.Agree(At, Actor);
        return await Finished();
    }
}
