using System.Globalization;

namespace Lianxin.Foundation;

/// <summary>Checks the head row against both journals, and the journals for gaps.</summary>
internal static class RebuildHead
{
    private const int GapsNamed = 100;

    internal static void Check(HeadSizes? head, RebuildSum sum, RebuildFrame frame)
    {
        Gaps(frame.Facts, "fact_entry", sum.Findings);
        Gaps(frame.Looks, "access_entry", sum.Findings);
        if (head is null)
        {
            sum.Findings.Add(RebuildFault.Derived, "head", "1");
            return;
        }

        var year = sum.Newest is { } newest ? ShanghaiTime.DayOf(newest.At).Year : 0;
        var last = sum.Newest is { } matter ? new MatterNumber(matter.Matter).Serial : 0;
        Compare("fact_size", head.Facts, sum.Facts, sum.Findings);
        Compare("access_size", head.Looks, sum.Looks, sum.Findings);
        Compare("number_year", head.NumberYear, year, sum.Findings);
        Compare("number_last", head.NumberLast, last, sum.Findings);
    }

    private static void Gaps(SeenNumbers seen, string table, RebuildFindings findings)
    {
        foreach (var (first, last) in seen.Missing().Take(GapsNamed))
        {
            findings.Add(RebuildFault.Sequence, table, first == last ? Show(first) : $"{Show(first)}–{Show(last)}", "seq");
        }
    }

    private static void Compare(string column, long stored, long real, RebuildFindings findings)
    {
        if (stored != real)
        {
            findings.Add(RebuildFault.Derived, "head", "1", column, Show(stored), Show(real));
        }
    }

    private static string Show(long number) => number.ToString(CultureInfo.InvariantCulture);
}
