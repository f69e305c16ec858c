using Lianxin.Matters;

namespace Lianxin.Web.Demo;

/// <summary>The desks a day is walked over, with the words that are said at them.</summary>
internal sealed class DemoDesks(IServiceProvider services, DemoTownBook town, DemoDeskWords say, DemoPlan plan)
{
    public DemoTownBook Town { get; } = town;

    public DemoDeskWords Say { get; } = say;

    public DemoPlan Plan { get; } = plan;

    public MatterIntake Intake { get; } = services.GetRequiredService<MatterIntake>();

    public MatterTriage Triage { get; } = services.GetRequiredService<MatterTriage>();

    public MatterHandling Handling { get; } = services.GetRequiredService<MatterHandling>();

    public MatterAnswers Answers { get; } = services.GetRequiredService<MatterAnswers>();

    public MatterFeedback Feedback { get; } = services.GetRequiredService<MatterFeedback>();

    public MatterSupervision Supervision { get; } = services.GetRequiredService<MatterSupervision>();

    /// <summary>True in the last days, whose queue shall be alive.</summary>
    public bool IsNear(DateOnly day, int days) => day >= Plan.Until.AddDays(-days);
}
