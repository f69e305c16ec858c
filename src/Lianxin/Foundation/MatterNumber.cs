using System.Globalization;

namespace Lianxin.Foundation;

/// <summary>A matter's number: two digits for the year, nine serial, one Damm check digit; read in groups 4-4-4.</summary>
public readonly record struct MatterNumber(long Value)
{
    private static readonly byte[][] Damm =
    [
        [0, 3, 1, 7, 5, 9, 8, 6, 4, 2], [7, 0, 9, 2, 1, 5, 4, 8, 6, 3], [4, 2, 0, 6, 8, 7, 1, 3, 5, 9], [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
        [6, 1, 2, 3, 0, 4, 5, 9, 7, 8], [3, 6, 7, 4, 2, 0, 9, 5, 8, 1], [5, 8, 6, 9, 7, 2, 0, 1, 3, 4], [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
        [9, 4, 3, 8, 6, 1, 7, 2, 0, 5], [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
    ];

    /// <summary>The number of that year and serial.</summary>
    public static MatterNumber Make(int year, long serial)
    {
        var body = (year % 100 * 1_000_000_000L) + serial;
        return new MatterNumber((body * 10) + Check(body.ToString("D11", CultureInfo.InvariantCulture)));
    }

    /// <summary>The twelve digits.</summary>
    public string Digits => Value.ToString("D12", CultureInfo.InvariantCulture);

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
