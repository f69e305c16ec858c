namespace Lianxin.Exchange;

/// <summary>Excel's day numbers: days since 1899-12-30 with the time of day as a fraction (1900 system).</summary>
internal static class ExcelSerial
{
    /// <summary>What a workbook of the 1904 system has to add.</summary>
    public const double From1904 = 1462;

    // Excel believes in 1900-02-29: below 61 its numbers and the calendar differ by a day.
    private const double First = 61;
    private const double End = 2_958_465;

    /// <summary>Null where Excel's calendar has no day, or a wrong one.</summary>
    public static DateTime? ToLocal(double serial) =>
        serial is >= First and < End ? DateTime.SpecifyKind(DateTime.FromOADate(serial), DateTimeKind.Unspecified) : null;

    public static double FromLocal(DateTime local) => local.ToOADate();
}
