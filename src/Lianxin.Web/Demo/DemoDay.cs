using Lianxin.Foundation;
using Lianxin.Matters;

namespace Lianxin.Web.Demo;

/// <summary>The steps of one day in the order of their times; a step may plan later ones. What would fall on the next day is left to its morning.</summary>
internal sealed class DemoDay(DemoMorning morning, DemoClock clock)
{
    private readonly PriorityQueue<Func<Task>, (DateTime At, int Turn)> _steps = new();
    private readonly DateTime _ends = ShanghaiTime.EndOfDay(morning.Today);
    private int _turn;

    public DemoMorning Morning { get; } = morning;

    /// <summary>The time of the step that is being walked.</summary>
    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    public void Plan(DateTime at, Func<Task> step)
    {
        if (at < _ends)
        {
            _steps.Enqueue(step, (at, _turn++));
        }
    }

    /// <summary>A step that is only walked while the case still stands there: another's step may come first.</summary>
    public void Plan(DateTime at, DemoCase one, MatterState state, Func<Task> step) =>
        Plan(at, () => one.State == state ? step() : Task.CompletedTask);

    /// <summary>Walks them all.</summary>
    public async Task Walk()
    {
        while (_steps.TryDequeue(out var step, out var when))
        {
            clock.MoveTo(when.At);
            await step();
        }
    }
}
