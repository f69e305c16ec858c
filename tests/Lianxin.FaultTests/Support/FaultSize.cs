[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Lianxin.FaultTests;

/// <summary>How much of each fault a run makes: a short form within ./test, the whole with ./test faults.</summary>
internal static class FaultSize
{
    internal static bool IsWhole { get; } = Environment.GetEnvironmentVariable("LIANXIN_FAULTS") == "whole";

    internal static int Kills => IsWhole ? 100 : 3;

    internal static int PowerCuts => IsWhole ? 40 : 2;

    /// <summary>Connections that hang at once.</summary>
    internal static int Hung => IsWhole ? 1500 : 150;
}
