namespace Lianxin.Tests.Docs;

public sealed class CoverageDocTests
{
    [Fact]
    public void The_yardstick_has_all_its_ids_once()
    {
        Assert.Equal([.. Ids("ED", 42), .. Ids("WQ", 49), .. Ids("LZ", 73), .. Ids("QW", 51), .. Ids("YP", 37)],
            CoverageDoc.Rows.Select(row => row.Id));
        Assert.Equal(252, CoverageDoc.Rows.Count);
        Assert.Equal(Ids("INV", 15), CoverageDoc.Invariants.Select(row => row.Id));
        Assert.Equal(Ids("SC", 20), CoverageDoc.Scenarios.Select(row => row.Id));
    }

    [Fact]
    public void Titles_are_short_and_differ()
    {
        var titles = CoverageDoc.Rows.Concat(CoverageDoc.Invariants).Concat(CoverageDoc.Scenarios).Select(row => row.Title).ToList();
        Assert.All(titles, title => Assert.InRange(title.Split(' ').Length, 2, 8));
        Assert.Equal(titles.Count, titles.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void Every_row_trait_names_a_known_row() =>
        Assert.DoesNotContain(RowTraits.InTests(), trait => !CoverageDoc.KnownIds.Contains(trait.Row));

    [Fact]
    public void The_coverage_page_is_fresh() => MadePage.IsFresh(CoverageDoc.Path, CoverageDoc.Of(RowTraits.InTests()).Write());

    [Fact]
    public void Traits_are_read_from_methods_and_from_classes()
    {
        var source = string.Join('\n',
            "[Trait(\"row\", \"LZ-20\")]", "public sealed class KindTests", "{",
            "    [Fact, Trait(\"row\", \"LZ-21\"), Trait(\"row\",\"XX-99\")]", "    [Trait(\"speed\", \"slow\")]",
            "    public async Task A_promise_is_kept()", "    [Fact]", "    public void Nothing_is_named()", "}");
        Assert.Equal(
            [new("LZ-20", "KindTests"), new("LZ-21", "KindTests.A_promise_is_kept"), new("XX-99", "KindTests.A_promise_is_kept")],
            RowTraits.In(source));
    }

    [Fact]
    public void A_row_lists_its_tests_or_says_not_yet()
    {
        var page = CoverageDoc.Of([new("LZ-23", "B.Late"), new("LZ-23", "A.Early"), new("SC-07", "C.Walk")]).Write();
        Assert.Contains("1 of 252 rows, 0 of 15 invariants, 1 of 20 scenarios have a test.", page, StringComparison.Ordinal);
        Assert.Contains("| LZ-23 | Three working days after approval | `A.Early`<br>`B.Late` |\n", page, StringComparison.Ordinal);
        Assert.Contains("| LZ-22 | Missing papers asked once in writing | not yet |\n", page, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Ids(string prefix, int count) => Enumerable.Range(1, count).Select(number => $"{prefix}-{number:00}");
}
