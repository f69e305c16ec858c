using System.ComponentModel.DataAnnotations;
using Lianxin.People;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Lianxin.Web.Console;

/// <summary>An absence with the one who answers meanwhile, and its end.</summary>
public sealed class OfficerLeavePage(CurrentActor current, TimeProvider time, PeopleDesk desk, PageWords words) : OfficerPage(current, time, words)
{
    /// <summary>An absence.</summary>
    public LeaveForm Leave { get; private set; } = new();

    /// <summary>Its end.</summary>
    public ReturnForm Return { get; private set; } = new();

    /// <summary>Records the absence.</summary>
    public Task<IActionResult> OnPostLeave() => Act(Leave, nameof(Leave), () => desk.Leave(Id, Shown, Leave.Successor, Leave.From, Actor), "left");

    /// <summary>Records the end.</summary>
    public Task<IActionResult> OnPostReturn() => Act(Return, nameof(Return), () => desk.Return(Id, Shown, Return.On, Actor), "returned");

    /// <inheritdoc/>
    protected override void Prepare()
    {
        Leave = new LeaveForm { From = Today };
        Return = new ReturnForm { On = Today };
    }

    /// <summary>Who answers, from when.</summary>
    public sealed class LeaveForm
    {
        /// <summary>Who answers meanwhile.</summary>
        [Display(Name = "people.successor")]
        public Guid Successor { get; set; }

        /// <summary>The first day away.</summary>
        [Display(Name = "people.from")]
        public DateOnly From { get; set; }
    }

    /// <summary>The first day back.</summary>
    public sealed class ReturnForm
    {
        /// <summary>The first day back.</summary>
        [Display(Name = "people.back")]
        public DateOnly On { get; set; }
    }
}
