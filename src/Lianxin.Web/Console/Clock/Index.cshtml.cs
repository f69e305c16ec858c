using System.Globalization;
using Lianxin.Foundation;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Lianxin.Web.Console;

/// <summary>Jumps of machines' clocks: an administrator says whether the new time is right (promise P14).</summary>
public sealed class ClockPage(CurrentActor current, TimeProvider time, ClockDesk desk, PageWords words) : ConsolePage(current, time)
{
    /// <summary>The newest jumps, those that stand first.</summary>
    public IReadOnlyList<ClockJump> Jumps { get; private set; } = [];

    /// <inheritdoc/>
    public override async Task OnPageHandlerExecutionAsync(Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutingContext context, Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutionDelegate next)
    {
        Jumps = await desk.Jumps();
        await next();
    }

    /// <summary>How far and which way, in words.</summary>
    public string Said(ClockJump jump)
    {
        var off = TimeSpan.FromMilliseconds(Math.Abs(jump.OffMs));
        var length = off.TotalDays >= 1 ? $"{(int)off.TotalDays}d {off:hh\\:mm\\:ss}" : off.ToString("hh\\:mm\\:ss", CultureInfo.InvariantCulture);
        return words[jump.OffMs > 0 ? "clock_jump.ahead" : "clock_jump.behind", length];
    }

    /// <summary>Goes by the machine's clock.</summary>
    public async Task<IActionResult> OnPost(Guid jump)
    {
        await desk.Follow(jump, Actor);
        return Go("/console/clock", "followed");
    }
}
