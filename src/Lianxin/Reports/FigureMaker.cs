using Lianxin.Foundation;
using Lianxin.Matters;

namespace Lianxin.Reports;

/// <summary>Turns the matters of a cut-off into rows, one after another in order of number. Pure: stories in, rows out.</summary>
public sealed class FigureMaker
{
    /// <summary>Days without an end after which a matter needs an explanation (LZ-71).</summary>
    public const int LongDays = 180;

    private readonly Dictionary<string, int> _channels = [];
    private readonly Dictionary<Guid, int> _units = [];
    private readonly Dictionary<string, int> _categories = [];
    private readonly HashSet<Guid> _receptions = [];
    private readonly HashSet<string> _superior;
    private readonly List<FigureRow> _rows = [];
    private readonly FigureBasis _basis;

    private FigureMaker(FigureBasis basis)
    {
        _basis = basis;
        _superior = [.. basis.Lists?.Channels.Where(c => c.Kind == "superior").Select(c => c.Code) ?? []];
    }

    /// <summary>The sheet of those stories.</summary>
    public static async Task<FigureSheet> Make(FigureBasis basis, IAsyncEnumerable<FigureStory> stories)
    {
        var maker = new FigureMaker(basis);
        await foreach (var story in stories)
        {
            maker.Add(story);
        }

        return new FigureSheet(basis, [.. maker._rows], [.. maker._channels.Keys], [.. maker._units.Keys], [.. maker._categories.Keys]);
    }

    private void Add(FigureStory story)
    {
        var matter = story.Matter;
        var figures = _basis.Definitions.Of(story, _basis, _receptions).Concat(Beside(story)).Aggregate(0u, (bits, f) => bits | FigureRow.Bit(f));
        if ((figures & FigureRow.Bit(Figure.Accepted)) != 0 && (figures & FigureRow.Bit(Figure.Closed)) != 0)
        {
            figures |= FigureRow.Bit(Figure.AcceptedClosed);
        }

        var counts = matter.Form is MatterForm.Demand or MatterForm.Consultation;
        _rows.Add(new FigureRow
        {
            Number = matter.Number,
            Figures = figures,
            Channel = Place(_channels, matter.Channel),
            Unit = Place(_units, matter.Unit),
            Category = matter.Category is { } category ? Place(_categories, category) : -1,
            FromOn = ShanghaiTime.DayOf(story.FromAt),
            Days = counts ? Days(story.FromAt, story.AnsweredAt) : null,
            Heads = (figures & FigureRow.Bit(Figure.Batches)) != 0 ? matter.Heads : 0,
            At = counts && !story.IsEnded ? StationOf(matter) : null,
            Dwell = counts ? DwellOf(story) : default,
        });
    }

    private IEnumerable<Figure> Beside(FigureStory story)
    {
        var matter = story.Matter;
        if (matter.Refusal is not null)
        {
            yield return Figure.Refused;
        }

        if (_superior.Contains(matter.Channel))
        {
            yield return Figure.HandedDown;
        }

        if (!story.IsHistory && matter is { State: MatterState.Registered, Master: null, Paused: false })
        {
            yield return Figure.Untriaged;
        }

        if (!story.IsEnded && matter.Form is MatterForm.Demand or MatterForm.Consultation && story.FromAt.AddDays(LongDays) < _basis.AsOf)
        {
            yield return IsExplained(story) ? Figure.Explained : Figure.Unended;
        }
    }

    private static bool IsExplained(FigureStory story) =>
        story.Matter.Paused || story.Matter.Master is not null || story.Limit is { Clock: MatterClock.Superior };

    private static Station StationOf(Matter matter) => matter.State switch
    {
        MatterState.Handling => Station.Handling,
        MatterState.Answered or MatterState.Closed => matter.DeliveredAt is null ? Station.Feedback : Station.Supervision,
        _ => Station.Acceptance,
    };

    // A matter that went back to be handled again has not left that station; the first days of both passes are one.
    private Dwell DwellOf(FigureStory story)
    {
        var matter = story.Matter;
        if (story.IsHistory)
        {
            return default;
        }

        var answered = matter.State is MatterState.Answered or MatterState.Closed ? matter.AnsweredAt : null;
        var delivered = answered is null ? null : matter.DeliveredAt;
        return new Dwell(
            Days(story.FromAt, matter.AcceptedAt),
            matter.AcceptedAt is { } accepted ? Days(accepted, answered) : null,
            answered is { } given ? Days(given, delivered) : null,
            delivered is { } told ? Days(told, matter.ClosedAt) : null);
    }

    private int? Days(DateTime from, DateTime? until) =>
        until is { } end ? Math.Max(0, _basis.Calendar.WorkingDaysBetween(ShanghaiTime.DayOf(from), ShanghaiTime.DayOf(end))) : null;

    private static int Place<T>(Dictionary<T, int> places, T value)
        where T : notnull
    {
        if (!places.TryGetValue(value, out var place))
        {
            places.Add(value, place = places.Count);
        }

        return place;
    }
}
