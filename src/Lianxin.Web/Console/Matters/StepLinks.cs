using Lianxin.Foundation;
using Lianxin.Matters;

namespace Lianxin.Web.Console;

/// <summary>Where each step of the life table has its page, and its letter.</summary>
public static class StepLinks
{
    /// <summary>Steps that stand beside the others as links; the rest is behind 更多.</summary>
    public const int Most = 4;

    private static readonly Dictionary<Step, string> Letters = new()
    {
        [MatterLifecycle.Accept] = "S",
        [MatterLifecycle.Answer] = "R",
        [MatterLifecycle.Dispatch] = "T",
        [MatterLifecycle.Return] = "B",
        [MatterLifecycle.Extend] = "E",
        [MatterLifecycle.Remind] = "U",
        [MatterLifecycle.Merge] = "M",
        [MatterLifecycle.Note] = "C",
    };

    // Open only while the matter waits for exactly this.
    private static readonly Step[] Awaited =
    [
        MatterLifecycle.Settle, MatterLifecycle.PapersIn, MatterLifecycle.Help, MatterLifecycle.Decide, MatterLifecycle.PromiseRest, MatterLifecycle.Check, MatterLifecycle.Rule, MatterLifecycle.CallBack, MatterLifecycle.ReportBack,
    ];

    private static readonly Step[] AtTriage = [MatterLifecycle.Classify, MatterLifecycle.AnswerNow];

    /// <summary>The steps that have a page of their own under the matter's address.</summary>
    public static IReadOnlyList<Step> Pages { get; } =
        [.. MatterLifecycle.Steps.Where(s => s.Reach != Reach.Person && !AtTriage.Contains(s))];

    /// <summary>The steps with what the matter waits for first, otherwise in the order of the life table.</summary>
    public static IReadOnlyList<Step> Sorted(IEnumerable<Step> steps) => [.. steps.OrderBy(s => Awaited.Contains(s) ? 0 : 1)];

    /// <summary>The last part of a step's address: its key with dashes.</summary>
    public static string Part(Step step) => step.Key.Replace('_', '-');

    /// <summary>The address of a step of one matter; the first sorting has its place in the daily triage.</summary>
    public static string Path(Step step, long number)
    {
        var digits = new MatterNumber(number).Digits;
        return AtTriage.Contains(step) ? $"/console/triage/{digits}" : $"/console/matters/{digits}/{Part(step)}";
    }

    /// <summary>The letter that presses it; null for none.</summary>
    public static string? Letter(Step step) => Letters.GetValueOrDefault(step);
}
