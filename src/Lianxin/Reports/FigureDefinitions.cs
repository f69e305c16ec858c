using Lianxin.Foundation;
using Lianxin.Matters;

namespace Lianxin.Reports;

/// <summary>What counts in which figure. Pure; a version never changes once it counted, a new meaning is a new version.</summary>
public abstract class FigureDefinitions
{
    private static readonly FigureDefinitions[] All = [new DefinitionsOne(), new DefinitionsTwo()];

    /// <summary>The newest version, which a server adopts by an entry.</summary>
    public static int Newest => All[^1].Version;

    /// <summary>Its number.</summary>
    public abstract int Version { get; }

    /// <summary>The version of that number; null when there is none.</summary>
    public static FigureDefinitions? Find(int version) => All.FirstOrDefault(d => d.Version == version);

    /// <summary>The figures a matter counts in as it stood at the cut-off. Called for the matters in order of number, once each.</summary>
    public abstract IEnumerable<Figure> Of(FigureStory story, FigureBasis basis, ISet<Guid> receptions);

    /// <summary>Ended with the unit's word solved, wholly or in part, and the person's own word saying the same (WQ-43).</summary>
    protected static bool IsSolved(Matter matter) => matter.State == MatterState.Closed
        && matter.Outcome is MatterOutcome.Solved or MatterOutcome.SolvedInPart
        && matter.Verdict is MatterVerdict.Solved or MatterVerdict.Partly;

    /// <summary>Answered by the end of the told day: true, false, or null when that is not known yet or does not apply.</summary>
    protected static bool? InTime(FigureStory story, FigureBasis basis)
    {
        // The last limit that counts is the one the answer met, or the one that runs; a clock that stands for papers is not late.
        if (story.Limit is not { } limit || story.Matter.Paused || story.Matter.Outcome == MatterOutcome.Withdrawn)
        {
            return null;
        }

        var end = ShanghaiTime.EndOfDay(limit.DueOn);
        return limit.MetAt is { } met ? met <= end : basis.AsOf > end ? false : null;
    }

    /// <summary>The figures every version counts alike, for a demand or a consultation.</summary>
    protected static IEnumerable<Figure> Common(FigureStory story, FigureBasis basis)
    {
        yield return story.IsEnded ? Figure.Closed : Figure.Open;
        if (IsSolved(story.Matter))
        {
            yield return Figure.Solved;
        }

        if (story.AnsweredAt is not null)
        {
            yield return Figure.Answered;
        }

        if (InTime(story, basis) is { } inTime)
        {
            yield return inTime ? Figure.OnTime : Figure.Overdue;
        }
    }
}

/// <summary>Version 1: every matter of a window or room is a reception of its own, and accepted is where it stands.</summary>
internal sealed class DefinitionsOne : FigureDefinitions
{
    /// <inheritdoc/>
    public override int Version => 1;

    /// <inheritdoc/>
    public override IEnumerable<Figure> Of(FigureStory story, FigureBasis basis, ISet<Guid> receptions)
    {
        var matter = story.Matter;
        yield return Figure.Received;
        if (matter.Import is null && basis.IsReception(matter.Channel))
        {
            yield return Figure.Batches;
        }

        if (matter.Form is MatterForm.Opinion or MatterForm.Suggestion)
        {
            yield break;
        }

        if (matter.State is MatterState.Handling or MatterState.Answered || story.AnsweredAt is not null)
        {
            yield return Figure.Accepted;
        }

        foreach (var figure in Common(story, basis))
        {
            yield return figure;
        }
    }
}

/// <summary>
/// Version 2: the matters of one visit are one reception, counted with its first matter and that one's heads; what a unit once took on
/// stays accepted, though it was passed on or withdrawn later.
/// </summary>
internal sealed class DefinitionsTwo : FigureDefinitions
{
    /// <inheritdoc/>
    public override int Version => 2;

    /// <inheritdoc/>
    public override IEnumerable<Figure> Of(FigureStory story, FigureBasis basis, ISet<Guid> receptions)
    {
        var matter = story.Matter;
        yield return Figure.Received;
        if (matter.Import is null && basis.IsReception(matter.Channel) && (matter.Reception is not { } reception || receptions.Add(reception)))
        {
            yield return Figure.Batches;
        }

        if (matter.Form is MatterForm.Opinion or MatterForm.Suggestion)
        {
            yield break;
        }

        if (story.AcceptedAt is not null)
        {
            yield return Figure.Accepted;
        }

        foreach (var figure in Common(story, basis))
        {
            yield return figure;
        }
    }
}
