using Lianxin.Notifications;
using Lianxin.Web.Hosting;

namespace Lianxin.Web.Console;

/// <summary>电话告知: what the unit still has to tell by phone or letter, what is due first at the top (ED-31).</summary>
public sealed class CallsPage(CurrentActor current, TimeProvider time, MatterReading reading, PhoneTasks tasks) : ConsolePage(current, time)
{
    /// <summary>The tasks.</summary>
    public IReadOnlyList<PhoneTask> Tasks { get; private set; } = [];

    /// <summary>True when there are more than the page shows.</summary>
    public bool More { get; private set; }

    /// <summary>The names of things.</summary>
    public MatterNames Names { get; private set; } = null!;

    /// <summary>The officer who holds a task at the moment.</summary>
    public Guid? Holder(PhoneTask task) => task.ClaimedAt > Now - PhoneTasks.Claim ? task.ClaimedBy : null;

    /// <summary>Shows them.</summary>
    public async Task OnGet()
    {
        await using var db = reading.Open();
        Names = new MatterNames(await reading.Rules(db), reading.Words);
        var waiting = await tasks.Waiting(Actor);
        (Tasks, More) = ([.. waiting.Take(PhoneTasks.Most)], waiting.Count > PhoneTasks.Most);
    }
}
