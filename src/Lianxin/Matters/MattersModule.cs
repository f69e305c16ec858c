using Lianxin.Database;
using Lianxin.Foundation;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Matters;

/// <summary>What the host registers of this module.</summary>
public static class MattersModule
{
    /// <summary>Adds tables, desks and listeners.</summary>
    public static IServiceCollection AddMatters(this IServiceCollection services) => services
        .AddSingleton<ITables, MatterTables>()
        .AddSingleton<Rules>()
        .AddSingleton<MatterIntake>()
        .AddSingleton<MatterTriage>()
        .AddSingleton<MatterHandling>()
        .AddSingleton<MatterAnswers>()
        .AddSingleton<MatterFeedback>()
        .AddSingleton<MatterSupervision>()
        .AddSingleton<MatterHindrance>()
        .AddSingleton<MatterContact>()
        .AddSingleton<MatterProtection>()
        .AddSingleton<MatterErasure>()
        .AddSingleton<MatterRights>()
        .AddSingleton<RepeatErasures>()
        .AddSingleton<ContactLooks>()
        .AddSingleton<MatterTimeline>()
        .AddSingleton<MatterQueues>()
        .AddSingleton<MatterReception>()
        .AddSingleton<MatterImports>()
        .AddSingleton<MatterBacklog>()
        .AddSingleton<MatterHandOns>()
        .AddSingleton<CallerLook>()
        .AddSingleton<SimilarMatters>()
        .AddSingleton<Invariants>()
        .AddSingleton<MatterIndexFill>()
        .AddSingleton<IListen, WhenOfficerLeaves>()
        .AddSingleton<IListen, WhenMattersUnitCloses>()
        .AddSingleton<IListen, WhenWitnessesAreSilent>()
        .AddSingleton<IListen, WhenMasterAnswered>()
        .AddSingleton<IListen, WhenMasterWithdrawn>()
        .AddSingleton<IListen, WhenMasterAcknowledged>()
        .AddSingleton<IListen, WhenMasterUndone>()
        .AddJob<WatchServiceDay>()
        .AddJob<WatchTriage>()
        .AddJob<WatchSilence>()
        .AddJob<WatchPapers>()
        .AddJob<RemindOfPapers>()
        .AddJob<WatchDayEnd>()
        .AddJob<WatchBlocks>()
        .AddJob<WatchCalendar>()
        .AddJob<EraseApproved>()
        .AddJob<ProposeErasures>()
        .AddJob<PurgeErased>();
}
