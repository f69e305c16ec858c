using Lianxin.Exchange;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Lianxin.Web.Console;

/// <summary>How far an import is, what became of its rows, and what can be done about it.</summary>
public sealed class JobPage(CurrentActor current, TimeProvider time, ImportDesk desk, PageWords words) : ConsolePage(current, time), IReload
{
    /// <summary>The run.</summary>
    public ImportRun Run { get; private set; } = null!;

    /// <summary>The first rows with faults.</summary>
    public IReadOnlyList<ImportFault> Faults { get; private set; } = [];

    /// <summary>True for who started it: the file is nobody else's to read.</summary>
    public bool IsOwn => Run.Officer == Actor.Id;

    /// <summary>True when undoing is asked for and waits for a yes.</summary>
    public bool AsksUndo => Request.Query["ask"] == "undo" && MayUndo;

    /// <summary>True while its untouched rows may be taken back.</summary>
    public bool MayUndo => Run.UndoUntil is { } until && Now <= until;

    /// <summary>What remains, in words; null while nobody knows.</summary>
    public string? Remains
    {
        get
        {
            if (Run is not { IsBusy: true, BeganAt: { } began, Done: > 0 })
            {
                return null;
            }

            var left = (Now - began) * ((double)(Run.Goal - Run.Done) / Run.Done);
            return left < TimeSpan.FromMinutes(1) ? words["import.remains.soon"] : words.Count("control.job.remains", (long)Math.Ceiling(left.TotalMinutes));
        }
    }

    /// <summary>Shows it; who started it has seen its end by this.</summary>
    public async Task<IActionResult> OnGet(Guid id)
    {
        if (!await Load(id))
        {
            return NotFound();
        }

        if (IsOwn && Run is { IsBusy: false, Seen: false })
        {
            await desk.See(id, Actor);
        }

        return Page();
    }

    /// <summary>Records the rows, or goes on with them.</summary>
    public Task<IActionResult> OnPostRun(Guid id) => Do(id, () => desk.Run(id, Actor), "runs");

    /// <summary>Stops it.</summary>
    public Task<IActionResult> OnPostStop(Guid id) => Do(id, () => desk.Stop(id, Actor), "stops");

    /// <summary>Takes back what nobody touched.</summary>
    public Task<IActionResult> OnPostUndo(Guid id) => Do(id, () => desk.Undo(id, Actor), "undoes");

    /// <inheritdoc/>
    public Task Reload() => Load(Run.Id);

    private async Task<IActionResult> Do(Guid id, Func<Task> act, string done)
    {
        if (!await Load(id))
        {
            return NotFound();
        }

        await act();
        return Go($"/jobs/{id}", done);
    }

    private async Task<bool> Load(Guid id)
    {
        if (await desk.Find(id, Actor) is not { } run)
        {
            return false;
        }

        (Run, Faults) = (run, run.Wrong == 0 ? [] : await desk.Faults(id));
        return true;
    }
}
