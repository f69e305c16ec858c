using System.ComponentModel.DataAnnotations;
using Lianxin.Database;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Lianxin.Web.Console;

/// <summary>并入: the person will hear the master's answer (ED-27, LZ-30).</summary>
public sealed class MergePage(CurrentActor current, TimeProvider time, MatterReading reading, MatterFeedback feedback, MatterQueues queues)
    : StepPage(current, time, reading, MatterLifecycle.Merge)
{
    /// <summary>The number of the master.</summary>
    [BindProperty(SupportsGet = true), Display(Name = "field.master")]
    public string? Master { get; set; }

    /// <summary>Open matters of the same category and place.</summary>
    public IReadOnlyList<MatterRow> Likely { get; private set; } = [];

    /// <inheritdoc/>
    protected override async Task Choose(LianxinDb db)
    {
        if (Matter is { Category: { } category, Place: { } place })
        {
            var found = await queues.List(db, new MatterAsk { Filter = new MatterFilter { Category = category, Place = place } }, Rules, Actor, null);
            Likely = [.. found.Rows.Where(r => r.Number != Matter.Number && r.Master is null && r.State != MatterState.Answered).Take(6)];
        }
    }

    private long MasterNumber() => Lianxin.Foundation.MatterNumber.TryParse(Master, out var number)
        ? number.Value
        : throw (string.IsNullOrWhiteSpace(Master) ? MatterRefusals.Missing("master") : MatterRefusals.CannotMergeInto());

    /// <summary>Takes the step.</summary>
    public async Task<IActionResult> OnPost()
    {
        await feedback.Merge(At, MasterNumber(), Actor);
        return await Finished();
    }
}
