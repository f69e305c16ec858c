using Lianxin.People;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lianxin.Web.Console;

/// <summary>A page about one officer; an unknown one is not found.</summary>
public abstract class OfficerPage(CurrentActor current, TimeProvider time, PageWords words) : OfficerWordsPage(current, time, words)
{
    /// <summary>The officer's id.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The officer.</summary>
    public Officer Officer { get; private set; } = new();

    /// <summary>The version the form was shown with, or the present one.</summary>
    public int Shown { get; private set; }

    /// <summary>Who may take over.</summary>
    public IEnumerable<SelectListItem> Successors => UnitChoices.Successors(Staff, Id, Today);

    /// <inheritdoc/>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (Staff.Officer(Id) is not { } officer)
        {
            context.Result = NotFound();
            return;
        }

        Officer = officer;
        Shown = Request.HasFormContentType && int.TryParse(Request.Form["version"], out var version) ? version : officer.Version;
        Prepare();
        await next();
    }

    /// <summary>Fills the forms with what holds now.</summary>
    protected virtual void Prepare()
    {
    }

    /// <summary>Reads the form, acts, and shows the officer.</summary>
    protected async Task<IActionResult> Act<T>(T input, string prefix, Func<Task> operation, string done)
        where T : class
    {
        if (!await Reads(input, prefix))
        {
            return Wrong();
        }

        await operation();
        return Go($"/console/people/{Id}", done);
    }
}
