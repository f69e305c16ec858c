namespace Lianxin.Web.Demo;

/// <summary>The demo's own clock: it stands at the step that is being walked and never runs backwards.</summary>
internal sealed class DemoClock(DateTime start) : TimeProvider
{
    private DateTime _now = start;

    public override DateTimeOffset GetUtcNow() => new(_now, TimeSpan.Zero);

    /// <summary>Puts the clock to an instant in UTC; an earlier one leaves it where it stands.</summary>
    public void MoveTo(DateTime at) => _now = at > _now ? at : _now;
}
