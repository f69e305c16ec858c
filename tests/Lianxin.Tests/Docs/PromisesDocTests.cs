using System.Text.RegularExpressions;

namespace Lianxin.Tests.Docs;

/// <summary>docs/promises.md names commands that exist: every filter finds a test, every line of P1 to P25 stands.</summary>
public sealed partial class PromisesDocTests
{
    private static readonly string Page = File.ReadAllText(SourceTree.At("docs/promises.md"));

    [Fact]
    public void Every_promise_has_its_line() =>
        Assert.Equal(Enumerable.Range(1, 25).Select(n => $"P{n}"), Line().Matches(Page).Select(m => m.Groups[1].Value));

    [Fact]
    public void Every_filter_finds_tests()
    {
        var tests = SourceTree.Files("tests", ".cs").Where(f => !f.EndsWith("PromisesDocTests.cs", StringComparison.Ordinal)).Select(f => f + File.ReadAllText(SourceTree.At(f))).ToList();
        var filters = Filter().Matches(Page).Select(m => m.Groups[1].Value).Distinct().ToList();
        Assert.True(filters.Count > 10);
        Assert.All(filters, f => Assert.True(
            tests.Exists(t => t.Contains("class " + f, StringComparison.Ordinal) || t.Contains("." + f + ";", StringComparison.Ordinal)), f));
    }

    [GeneratedRegex(@"^\| (P\d+) \|", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Line();

    [GeneratedRegex(@"--filter ([A-Za-z]+)", RegexOptions.NonBacktracking)]
    private static partial Regex Filter();
}
