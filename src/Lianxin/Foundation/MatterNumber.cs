using System.Globalization;

namespace Lianxin.Foundation;

/// <summary>A matter's number: two digits for the year, nine serial, one Damm check digit; read in groups 4-4-4.</summary>
public readonly record struct MatterNumber(long Value)
{
    /// <summary>The greatest serial of a year.</summary>
    public const long MaxSerial = 999_999_999;

    private const int Length = 12;

    private static readonly byte[][] Damm =
    [
        [0, 3, 1, 7, 5, 9, 8, 6, 4, 2], [7, 0, 9, 2, 1, 5, 4, 8, 6, 3], [4, 2, 0, 6, 8, 7, 1, 3, 5, 9], [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
        [6, 1, 2, 3, 0, 4, 5, 9, 7, 8], [3, 6, 7, 4, 2, 0, 9, 5, 8, 1], [5, 8, 6, 9, 7, 2, 0, 1, 3, 4], [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
        [9, 4, 3, 8, 6, 1, 7, 2, 0, 5], [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
    ];

    /// <summary>The twelve digits.</summary>
    public string Digits => Value.ToString("D12", CultureInfo.InvariantCulture);

    /// <summary>The twelve digits as people read them: 4-4-4, with spaces.</summary>
    public string Grouped => $"{Digits[..4]} {Digits[4..8]} {Digits[8..]}";

    /// <summary>The year of recording, 2000 to 2099.</summary>
    public int Year => 2000 + (int)(Value / 10_000_000_000L);

    /// <summary>The serial within the year, from 1.</summary>
    public long Serial => Value / 10 % 1_000_000_000L;

    /// <summary>The number of that year (2000 to 2099) and serial (1 to <see cref="MaxSerial"/>).</summary>
    public static MatterNumber Make(int year, long serial)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 2000);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 2099);
        ArgumentOutOfRangeException.ThrowIfLessThan(serial, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(serial, MaxSerial);
        var body = ((year - 2000) * 1_000_000_000L) + serial;
        return new MatterNumber((body * 10) + Check(body.ToString("D11", CultureInfo.InvariantCulture)));
    }

    /// <summary>Reads a number as people type it: spaces, dashes and full-width digits are fine, a wrong check digit is not.</summary>
    public static bool TryParse(string? typed, out MatterNumber number)
    {
        number = default;
        var digits = TypedDigits.Read(typed, Length);
        if (digits is null || Check(digits) != 0)
        {
            return false;
        }

        var read = new MatterNumber(long.Parse(digits, CultureInfo.InvariantCulture));
        number = read.Serial > 0 ? read : default;
        return read.Serial > 0;
    }

    /// <inheritdoc cref="Digits"/>
    public override string ToString() => Digits;

    private static int Check(string digits)
    {
        var state = 0;
        foreach (var digit in digits)
        {
            state = Damm[state][digit - '0'];
        }

        return state;
    }
}
