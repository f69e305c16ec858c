using Lianxin.Calendar;
using Lianxin.Database;
using Lianxin.Deadlines;
using Lianxin.Matters;

namespace Lianxin.Web.Api;

/// <summary>Limits as the interface explains them (catalogue §17): rule and version, start, every day with its reason, pauses.</summary>
internal static class ApiExplained
{
    // The limit of most new matters is the same all day long; it is kept with everything it is computed from.
    private static volatile StartedLimit? _last;

    internal static ApiLimit Started(MatterClock clock, ClockDays days, Rulebook book)
    {
        var rule = KindClocks.Rule(clock, book.Limits);
        if (_last is { } known && known.Rule == rule && known.Days == days && ReferenceEquals(known.Calendar, book.Calendar))
        {
            return known.Limit;
        }

        var limit = Of(KindClocks.Start(clock, days, book.Limits, book.Calendar), book);
        _last = new StartedLimit(rule, days, book.Calendar, limit);
        return limit;
    }

    internal static ApiLimit Of(Deadline limit, Rulebook book)
    {
        var why = DeadlineExplanation.Of(limit, book.Calendar);
        return new ApiLimit(
            limit.Rule.Code, limit.Rule.Version, limit.CalendarVersion, Conventions.Text(limit.Rule.Unit), limit.StartedOn, limit.Days, limit.DueOn, limit.Provisional)
        {
            Paused = limit.IsPaused,
            MetAt = limit.MetAt,
            ExtraDays = limit.Extension?.Days ?? 0,
            ExtendedFrom = limit.Extension?.FormerDueOn,
            FormerDueOn = limit.Recomputation?.FormerDueOn,
            Counted = why.Counted,
            Stretches = [.. why.Stretches.Select(Stretch)],
            Pauses = [.. limit.Pauses.Select(p => new ApiPause(p.From, p.Until, p.Left, p.Late))],
        };
    }

    private static ApiStretch Stretch(Stretch stretch) => new(
        stretch.From,
        stretch.Until,
        [.. stretch.Counted.Select(d => Day(d, counts: true)).Concat(stretch.Skipped.Select(d => Day(d, counts: false))).OrderBy(d => d.On)]);

    private static ApiDay Day(CalendarDay day, bool counts) => new(day.On, counts, day.Key.Replace("date.", "", StringComparison.Ordinal));

    private sealed record StartedLimit(DeadlineRule Rule, ClockDays Days, WorkingCalendar Calendar, ApiLimit Limit);
}
