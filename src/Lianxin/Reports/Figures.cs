using Lianxin.Calendar;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Profiles;

namespace Lianxin.Reports;

/// <summary>The figures of one cut-off. Matters, receptions and persons are three counters that are never mixed (catalogue §7, AMB-12, AMB-13).</summary>
public sealed record Figures
{
    /// <summary>The version of these definitions; an old one stays runnable.</summary>
    public int Definitions { get; init; } = 1;

    /// <summary>Entries the journal had at the cut-off.</summary>
    public long LastEntry { get; init; }

    /// <summary>Matters recorded, of every form.</summary>
    public int Received { get; init; }

    /// <summary>Demands and consultations that a unit took on.</summary>
    public int Accepted { get; init; }

    /// <summary>Demands and consultations with an answer.</summary>
    public int Answered { get; init; }

    /// <summary>Demands and consultations that ended.</summary>
    public int Closed { get; init; }

    /// <summary>Ended with the unit's word solved, wholly or in part, and the person's own word saying the same.</summary>
    public int Solved { get; init; }

    /// <summary>Answered by the end of the told day.</summary>
    public int OnTime { get; init; }

    /// <summary>Answered after it, or open and past it.</summary>
    public int Overdue { get; init; }

    /// <summary>Demands and consultations not ended.</summary>
    public int Open { get; init; }

    /// <summary>Working days from arrival to the answer, the middle value; absent without answers.</summary>
    public decimal? MedianWorkingDays { get; init; }

    /// <summary>The same, met by nine of ten.</summary>
    public decimal? P90WorkingDays { get; init; }

    /// <summary>Receptions at a window or in a room (批次).</summary>
    public int Batches { get; init; }

    /// <summary>Their heads (人次).</summary>
    public int PersonTimes { get; init; }
}

/// <summary>A column of the figures, and with it the list of records behind it.</summary>
public enum Figure
{
    /// <summary>See <see cref="Figures.Received"/>.</summary>
    Received,

    /// <summary>See <see cref="Figures.Accepted"/>.</summary>
    Accepted,

    /// <summary>See <see cref="Figures.Answered"/>.</summary>
    Answered,

    /// <summary>See <see cref="Figures.Closed"/>.</summary>
    Closed,

    /// <summary>See <see cref="Figures.Solved"/>.</summary>
    Solved,

    /// <summary>See <see cref="Figures.OnTime"/>.</summary>
    OnTime,

    /// <summary>See <see cref="Figures.Overdue"/>.</summary>
    Overdue,

    /// <summary>See <see cref="Figures.Open"/>.</summary>
    Open,

    /// <summary>See <see cref="Figures.Batches"/>.</summary>
    Batches,
}

/// <summary>Counts folded matters by the definitions of version 1. Pure: rows in, figures out.</summary>
public sealed class FigureCount(DateTime cutOff, WorkingCalendar calendar, Profile lists)
{
    private static readonly string[] ReceptionKinds = ["window", "room", "visit"];
    private readonly Dictionary<Figure, int> _counts = [];
    private readonly List<int> _days = [];
    private int _heads;

    /// <summary>Counts one matter as it stood at the cut-off.</summary>
    public void Add(Matter matter, IEnumerable<MatterDeadline> limits)
    {
        foreach (var figure in Of(matter, limits))
        {
            _counts[figure] = _counts.GetValueOrDefault(figure) + 1;
            if (figure == Figure.Answered && matter.AnsweredAt is { } answered)
            {
                _days.Add(Math.Max(0, calendar.WorkingDaysBetween(ShanghaiTime.DayOf(matter.TakenUpAt ?? matter.ArrivedAt), ShanghaiTime.DayOf(answered))));
            }
            else if (figure == Figure.Batches)
            {
                _heads += matter.Heads;
            }
        }
    }

    /// <summary>The figures the matter counts in.</summary>
    public IEnumerable<Figure> Of(Matter matter, IEnumerable<MatterDeadline> limits)
    {
        if (matter.Outcome == MatterOutcome.EnteredInError || matter.IsHistory)
        {
            yield break;
        }

        yield return Figure.Received;
        if (matter.Import is null && IsReception(matter))
        {
            yield return Figure.Batches;
        }

        if (matter.Form is MatterForm.Opinion or MatterForm.Suggestion)
        {
            yield break;
        }

        if (matter.State is MatterState.Handling or MatterState.Answered || matter.AnsweredAt is not null)
        {
            yield return Figure.Accepted;
        }

        yield return matter.State == MatterState.Closed ? Figure.Closed : Figure.Open;
        if (IsSolved(matter))
        {
            yield return Figure.Solved;
        }

        if (matter.AnsweredAt is not null)
        {
            yield return Figure.Answered;
        }

        if (InTime(matter, limits) is { } inTime)
        {
            yield return inTime ? Figure.OnTime : Figure.Overdue;
        }
    }

    /// <summary>The figures so far.</summary>
    public Figures Result(long size) => new()
    {
        LastEntry = size,
        Received = _counts.GetValueOrDefault(Figure.Received),
        Accepted = _counts.GetValueOrDefault(Figure.Accepted),
        Answered = _counts.GetValueOrDefault(Figure.Answered),
        Closed = _counts.GetValueOrDefault(Figure.Closed),
        Solved = _counts.GetValueOrDefault(Figure.Solved),
        OnTime = _counts.GetValueOrDefault(Figure.OnTime),
        Overdue = _counts.GetValueOrDefault(Figure.Overdue),
        Open = _counts.GetValueOrDefault(Figure.Open),
        MedianWorkingDays = Middle(),
        P90WorkingDays = _days.Count == 0 ? null : Sorted()[(int)Math.Ceiling(_days.Count * 0.9) - 1],
        Batches = _counts.GetValueOrDefault(Figure.Batches),
        PersonTimes = _heads,
    };

    private bool IsReception(Matter matter) =>
        lists.Channels.FirstOrDefault(c => c.Code == matter.Channel) is { } channel && ReceptionKinds.Contains(channel.Kind);

    private static bool IsSolved(Matter matter) => matter.State == MatterState.Closed
        && matter.Outcome is MatterOutcome.Solved or MatterOutcome.SolvedInPart
        && matter.Verdict is MatterVerdict.Solved or MatterVerdict.Partly;

    // The last limit that counts is the one the answer met, or the one that runs; a clock that stands for papers is not late.
    private bool? InTime(Matter matter, IEnumerable<MatterDeadline> limits)
    {
        if (matter.Deadline is not { } id || matter.Paused || matter.Outcome == MatterOutcome.Withdrawn)
        {
            return null;
        }

        var limit = limits.Single(l => l.Id == id);
        var end = ShanghaiTime.EndOfDay(limit.DueOn);
        return limit.MetAt is { } met ? met <= end : cutOff > end ? false : null;
    }

    private List<int> Sorted() => [.. _days.Order()];

    private decimal? Middle()
    {
        var sorted = Sorted();
        return sorted.Count == 0 ? null : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2m;
    }
}
