using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Lianxin.Web.Console;

/// <summary>删除个人信息: what waits for two officers, what was carried out; each line leads to its request. Nothing here is words of a person.</summary>
public sealed class ErasuresPage(CurrentActor current, TimeProvider time, MatterReading reading, MatterErasure desk) : ConsolePage(current, time), IReload
{
    /// <summary>Which lines: <c>waiting</c>, one origin, or <c>done</c>.</summary>
    [BindProperty(SupportsGet = true, Name = "view")]
    public string? View { get; set; }

    /// <summary>The numbers ticked.</summary>
    [BindProperty]
    public IReadOnlyList<string> Pick { get; set; } = [];

    /// <summary>The lines.</summary>
    public IReadOnlyList<ErasureLine> Lines { get; private set; } = [];

    /// <summary>There are more than are shown.</summary>
    public bool More { get; private set; }

    /// <summary>Names of categories.</summary>
    public MatterNames Names { get; private set; } = null!;

    /// <summary>Waiting lines can be agreed to.</summary>
    public bool Chooses => View != "done";

    /// <summary>Whether this officer's agreement counts on the line.</summary>
    public bool May(ErasureLine line) => line.Request.First != Me.Id && line.Request.AskedBy != Me.Id;

    /// <summary>Shows the lines.</summary>
    public Task OnGet() => Reload();

    /// <summary>Agrees to each ticked one by itself; what cannot be agreed to is named with its reason, the others stand.</summary>
    public async Task<IActionResult> OnPost()
    {
        foreach (var typed in Pick.Take(WaitingErasures.Most))
        {
            if (!MatterNumber.TryParse(typed, out var number))
            {
                ModelState.AddModelError("", RefusalPageFilter.TextOf(MatterRefusals.NotFound()));
                continue;
            }

            try
            {
                await desk.Agree(new MatterRef(number.Value), Actor);
            }
            catch (RefusedException no)
            {
                ModelState.AddModelError("", $"{Lianxin.Texts.Words.Number(number.Digits)}: {RefusalPageFilter.TextOf(no)}");
            }
        }

        if (ModelState.IsValid && Pick.Count > 0)
        {
            return Redirect($"/console/erasures?view={View}&done=agreed");
        }

        if (Pick.Count == 0)
        {
            ModelState.AddModelError("", reading.Words["erasures.pick_some"]);
        }

        await Reload();
        Response.StatusCode = Pick.Count == 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status409Conflict;
        return Page();
    }

    /// <inheritdoc/>
    public async Task Reload()
    {
        ErasureOrigin? origin = Conventions.TryParse<ErasureOrigin>(View, out var one) ? one : null;
        View = origin is null && View != "done" ? "waiting" : View;
        await using var db = reading.Open();
        var book = await reading.Rules(db);
        Names = new MatterNames(book, reading.Words);
        var lines = View == "done" ? await WaitingErasures.Done(db, Actor, book) : await WaitingErasures.Waiting(db, Actor, book, origin);
        More = lines.Count > WaitingErasures.Most;
        Lines = [.. lines.Take(WaitingErasures.Most)];
    }
}
