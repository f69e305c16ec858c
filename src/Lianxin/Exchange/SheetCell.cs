using System.Globalization;

namespace Lianxin.Exchange;

/// <summary>What a cell holds.</summary>
public enum CellKind
{
    Empty,
    Text,
    Number,
    Moment,
    Truth,
    Fault,
}

/// <summary>
/// One cell: <paramref name="Text"/> is what a person reads in it (a number in plain digits, a moment as <c>2019-02-28 11:25:05</c> local
/// time); <paramref name="Number"/> is the value behind a number, moment (Excel serial, 1900 system) or truth (0, 1).
/// </summary>
public readonly record struct SheetCell(CellKind Kind, string Text, double Number = 0)
{
    // Excel keeps fifteen digits; an identity number stored as a number has lost its end.
    private const double ExactBelow = 1e15;

    public static readonly SheetCell Empty = new(CellKind.Empty, "");

    public bool IsBlank => string.IsNullOrWhiteSpace(Text);

    /// <summary>A number so long that Excel has already replaced its last digits by zeros.</summary>
    public bool HasLostDigits => Kind == CellKind.Number && Math.Abs(Number) >= ExactBelow;

    /// <summary>The local time of a moment, in whole milliseconds; null for every other kind.</summary>
    public DateTime? Local => Kind == CellKind.Moment ? ExcelSerial.ToLocal(Number) : null;

    public static SheetCell Of(string? text) => string.IsNullOrEmpty(text) ? Empty : new SheetCell(CellKind.Text, text);

    public static SheetCell Of(double number) => new(CellKind.Number, PlainDigits(number), number);

    public static SheetCell Of(long number) => new(CellKind.Number, number.ToString(CultureInfo.InvariantCulture), number);

    public static SheetCell Of(bool truth) => new(CellKind.Truth, truth ? "TRUE" : "FALSE", truth ? 1 : 0);

    /// <summary>A local wall time between 1900-03-01 and 9999-12-31.</summary>
    public static SheetCell OfLocal(DateTime local) => OfSerial(ExcelSerial.FromLocal(local));

    internal static SheetCell OfSerial(double serial)
    {
        var local = ExcelSerial.ToLocal(serial) ?? throw new ArgumentOutOfRangeException(nameof(serial), serial, "Excel has no such day.");
        var format = local.Millisecond == 0 ? "yyyy-MM-dd HH:mm:ss" : "yyyy-MM-dd HH:mm:ss.fff";
        return new SheetCell(CellKind.Moment, local.ToString(format, CultureInfo.InvariantCulture), serial);
    }

    internal static SheetCell Fault(string code) => new(CellKind.Fault, code);

    private static string PlainDigits(double number) =>
        Math.Abs(number) < 1e28 && number == Math.Truncate(number)
            ? ((decimal)number).ToString(CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture);
}
