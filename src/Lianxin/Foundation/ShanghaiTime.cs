namespace Lianxin.Foundation;

/// <summary>The district's clock: Asia/Shanghai, always. Rows hold UTC; people and limits speak of days here.</summary>
public static class ShanghaiTime
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>The day an instant falls on.</summary>
    public static DateOnly DayOf(DateTime at) => DateOnly.FromDateTime(Local(at));

    /// <summary>The local wall time of an instant.</summary>
    public static DateTime Local(DateTime at) => TimeZoneInfo.ConvertTimeFromUtc(at, Zone);

    /// <summary>00:00 of the day, in UTC.</summary>
    public static DateTime StartOfDay(DateOnly on) => TimeZoneInfo.ConvertTimeToUtc(on.ToDateTime(TimeOnly.MinValue), Zone);

    /// <summary>24:00 of the day, in UTC: the instant a limit of that day ends.</summary>
    public static DateTime EndOfDay(DateOnly on) => StartOfDay(on.AddDays(1));

    /// <summary>A local wall time, in UTC.</summary>
    public static DateTime ToUtc(DateTime local) => TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), Zone);
}
