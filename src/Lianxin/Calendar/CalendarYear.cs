namespace Lianxin.Calendar;

/// <summary>One notice of the State Council's office that fixes, or later corrects, a year's days off.</summary>
public sealed record HolidayNotice(string Number, DateOnly PublishedOn);

/// <summary>Days off in a row, first and last included, weekends within them too.</summary>
public sealed record OffRange(Holiday Holiday, DateOnly From, DateOnly To);

/// <summary>A day off in one place only, such as an autonomous prefecture's own day; it wins over a make-up day. The code finds its name.</summary>
public sealed record LocalDay(DateOnly On, string Code);

/// <summary>What the notices say of one year. Its first holiday and that holiday's make-up day may lie in December of the year before.</summary>
public sealed record CalendarYear(
    int Year,
    IReadOnlyList<HolidayNotice> Notices,
    IReadOnlyList<OffRange> Off,
    IReadOnlyList<DateOnly> WorkingDays);
