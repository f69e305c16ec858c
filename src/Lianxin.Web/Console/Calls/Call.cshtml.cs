using System.ComponentModel.DataAnnotations;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Notifications;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Web.Console;

/// <summary>One call or letter: taken on, said with number and day, and how it went by one button. The person's number stands on the answer to taking it on only.</summary>
public sealed class CallPage(CurrentActor current, TimeProvider time, MatterReading reading, PhoneTasks tasks) : ConsolePage(current, time)
{
    /// <summary>The matter's number.</summary>
    [BindProperty(SupportsGet = true)]
    public long Number { get; set; }

    /// <summary>What it is about.</summary>
    [BindProperty(SupportsGet = true)]
    public string About { get; set; } = "";

    /// <summary>What was said beside the words.</summary>
    [BindProperty, Display(Name = "field.tell_note")]
    public string? Note { get; set; }

    /// <summary>The task.</summary>
    public PhoneTask Task { get; private set; } = null!;

    /// <summary>The matter's title.</summary>
    public string? Title { get; private set; }

    /// <summary>Number and words, once it was taken on.</summary>
    public CallSheet? Sheet { get; private set; }

    /// <summary>What was tried before.</summary>
    public IReadOnlyList<MatterAttempt> Attempts { get; private set; } = [];

    /// <summary>The page of a task.</summary>
    public static string Address(PhoneTask task) => $"/console/calls/{task.Matter}/{task.About}";

    /// <summary>Finds the task, or leads back to the list when it was done meanwhile; one of another unit is not there.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        await using var db = reading.Open();
        if (await reading.Find(Number, Actor) is not { } seen || !seen.Standing.HasFlag(Standing.Own))
        {
            context.Result = NotFound();
            return;
        }

        if (await tasks.Find(Number, About) is not { } task)
        {
            context.Result = Go("/console/calls", "gone");
            return;
        }

        Task = task;
        Title = seen.Title;
        Attempts = await db.Attempts.Where(a => a.Matter == Number && a.At >= task.MadeAt).OrderBy(a => a.At).ToListAsync();
        await next();
    }

    /// <summary>Shows what it is about, without the number.</summary>
    public void OnGet()
    {
    }

    /// <summary>Takes it on. Not redirected: the number must stand in no address and no session.</summary>
    public async Task<IActionResult> OnPostTake()
    {
        Sheet = await tasks.Take(Number, About, Actor);
        return Page();
    }

    /// <summary>The person heard it.</summary>
    public async Task<IActionResult> OnPostTold()
    {
        await tasks.Told(Number, About, Note, Actor);
        return Go("/console/calls", "told");
    }

    /// <summary>Nobody answered.</summary>
    public async Task<IActionResult> OnPostNotReached()
    {
        await tasks.NotReached(Number, About, Actor);
        return Go("/console/calls", "not_reached");
    }

    /// <summary>The number is somebody else's.</summary>
    public async Task<IActionResult> OnPostWrongNumber()
    {
        await tasks.WrongNumber(Number, About, Actor);
        return Go("/console/calls", "wrong_number");
    }
}
