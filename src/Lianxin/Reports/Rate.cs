using System.Globalization;

namespace Lianxin.Reports;

/// <summary>A part of a whole, from two counts of the same kind; in tenths of a per cent, halves to even. Of nothing there is no rate (WQ-44).</summary>
public readonly record struct Rate(int Part, int Whole)
{
    /// <summary>Per cent with one decimal; null of nothing.</summary>
    public decimal? Percent => Whole == 0 ? null : Math.Round(100m * Part / Whole, 1, MidpointRounding.ToEven);

    /// <inheritdoc/>
    public override string ToString() => Percent is { } percent ? percent.ToString("0.0", CultureInfo.InvariantCulture) + " %" : "–";
}
