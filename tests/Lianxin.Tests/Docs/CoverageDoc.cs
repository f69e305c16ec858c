using System.Text;

namespace Lianxin.Tests.Docs;

/// <summary>Writes docs/coverage.md: every row of the yardstick with the tests that prove it, or "not yet".</summary>
public sealed class CoverageDoc(ILookup<string, string> testsOf)
{
    public const string Path = "docs/coverage.md";

    private static readonly (string Prefix, string Heading)[] Parts =
    [
        ("ED", "365 studios (ED)"), ("WQ", "County mass-work department (WQ)"), ("LZ", "Matters pipeline (LZ)"),
        ("QW", "District opinion (QW)"), ("YP", "Front-line method (YP)"),
    ];

    private readonly StringBuilder _text = new();

    public static CoverageDoc Of(IEnumerable<RowTrait> traits) => new(
        traits.Distinct().OrderBy(trait => trait.Test, StringComparer.Ordinal).ToLookup(trait => trait.Row, trait => trait.Test));

    public static IReadOnlyList<CoverageRow> Rows { get; } = CoverageRow.Read("docs/rows.csv");

    public static IReadOnlyList<CoverageRow> Invariants { get; } = CoverageRow.Read("docs/invariants.csv");

    public static IReadOnlyList<CoverageRow> Scenarios { get; } = CoverageRow.Read("docs/scenarios.csv");

    public static IReadOnlySet<string> KnownIds { get; } =
        new[] { Rows, Invariants, Scenarios }.SelectMany(rows => rows).Select(row => row.Id).ToHashSet(StringComparer.Ordinal);

    public string Write()
    {
        _text.Clear().Append("# What is proved by which test\n\nMade from the tests; do not edit. ");
        _text.Append($"Refresh: `{MadePage.Refresh}`.\n\n");
        _text.Append($"{Proved(Rows)} of {Rows.Count} rows, {Proved(Invariants)} of {Invariants.Count} invariants, ");
        _text.Append($"{Proved(Scenarios)} of {Scenarios.Count} scenarios have a test.\n");
        foreach (var (prefix, heading) in Parts)
        {
            Table(heading, [.. Rows.Where(row => row.Id.StartsWith(prefix, StringComparison.Ordinal))]);
        }

        Table("Invariants (INV)", Invariants);
        Table("Scenarios (SC)", Scenarios);
        return _text.ToString();
    }

    private int Proved(IEnumerable<CoverageRow> rows) => rows.Count(row => testsOf.Contains(row.Id));

    private void Table(string heading, IReadOnlyList<CoverageRow> rows)
    {
        _text.Append($"\n## {heading}\n\n| id | what | tests |\n| --- | --- | --- |\n");
        foreach (var row in rows)
        {
            var tests = testsOf.Contains(row.Id) ? string.Join("<br>", testsOf[row.Id].Select(test => $"`{test}`")) : "not yet";
            _text.Append($"| {row.Id} | {row.Title} | {tests} |\n");
        }
    }
}
