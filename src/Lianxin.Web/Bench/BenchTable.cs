using System.Globalization;
using System.Text;

namespace Lianxin.Web.Bench;

/// <summary>One measured section: a heading and a table, as Markdown.</summary>
internal sealed class BenchTable(string title, params string[] columns)
{
    private const string Begin = "<!-- measured: begin -->";
    private const string End = "<!-- measured: end -->";
    private readonly List<string[]> _rows = [];

    internal void Add(params string[] cells) => _rows.Add(cells);

    internal static string Rate(double perSecond) => string.Create(CultureInfo.InvariantCulture, $"{perSecond:N0}/s");

    internal static string Ratio(double ratio) => ratio.ToString(ratio < 1 ? "F3" : "F2", CultureInfo.InvariantCulture);

    internal static string Milliseconds(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:F1} ms");

    internal static string Met(bool met) => met ? "met" : "**missed**";

    internal static double Median(IEnumerable<double> values) => At(values, 0.5);

    /// <summary>The value below which that share of the values lies.</summary>
    internal static double At(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
    }

    internal string Markdown()
    {
        var text = new StringBuilder($"### {title}\n\n");
        text.Append("| ").AppendJoin(" | ", columns).Append(" |\n|").Append(string.Concat(columns.Select((_, i) => i == 0 ? " --- |" : " ---: |"))).Append('\n');
        foreach (var row in _rows)
        {
            text.Append("| ").AppendJoin(" | ", row).Append(" |\n");
        }

        return text.ToString();
    }

    /// <summary>Puts the sections between the marks of a page that has them.</summary>
    internal static async Task Write(string file, string command, IEnumerable<BenchTable> tables)
    {
        var page = await File.ReadAllTextAsync(file);
        var (begin, end) = (page.IndexOf(Begin, StringComparison.Ordinal), page.IndexOf(End, StringComparison.Ordinal));
        if (begin < 0 || end < begin)
        {
            throw new InvalidOperationException($"{file} has no place between {Begin} and {End}.");
        }

        var sections = string.Join('\n', tables.Select(t => t.Markdown()));
        await File.WriteAllTextAsync(file, $"{page[..(begin + Begin.Length)]}\n\nMeasured by `{command}` on {Environment.ProcessorCount} cores.\n\n{sections}\n{page[end..]}");
    }
}
