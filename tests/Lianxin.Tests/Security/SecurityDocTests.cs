using System.Text.RegularExpressions;
using Lianxin.Tests.Support;

namespace Lianxin.Tests.Security;

/// <summary>The two lists of docs/security say only what is so: every row stands once, every test they name exists.</summary>
public sealed partial class SecurityDocTests
{
    // Rows of level 1 and 2 that apply, by chapter of OWASP ASVS 5.0.0.
    private static readonly Dictionary<int, int> Applies = new()
    {
        [1] = 19, [2] = 11, [3] = 18, [4] = 4, [5] = 9, [6] = 31, [7] = 15, [8] = 7, [11] = 14, [12] = 9, [13] = 13, [14] = 9, [15] = 12, [16] = 16,
    };

    private static readonly string[] Third =
    [
        "1.2.10", "1.3.12", "1.5.3", "2.3.5", "2.4.2", "3.4.7", "3.4.8", "3.5.7", "3.5.8", "3.7.3", "4.1.4", "4.1.5", "4.2.5", "5.2.4", "5.2.5", "5.2.6", "5.3.3", "6.3.5", "6.3.7", "6.3.8",
        "6.4.6", "6.5.6", "7.5.3", "8.1.3", "8.3.2", "8.3.3", "11.2.4", "13.1.2", "13.1.3", "13.1.4", "13.4.6", "14.2.5", "14.2.6", "14.2.7", "14.2.8", "15.2.5", "15.4.1", "15.4.2", "15.4.3",
        "15.4.4", "16.5.4",
    ];

    private static readonly string Asvs = File.ReadAllText(SourceTree.At("docs/security/asvs.md"));
    private static readonly string Classes = File.ReadAllText(SourceTree.At("docs/security/attack-classes.md"));

    [Fact]
    public void Every_row_that_applies_stands_once_with_a_test_a_reason_or_not_yet()
    {
        var rows = Row().Matches(Asvs).Select(m => (Number: m.Groups[1].Value, Level: m.Groups[2].Value, Answer: m.Groups[4].Value.Trim())).ToList();
        Assert.Equal(rows.Count, rows.Select(r => r.Number).Distinct().Count());
        var counted = rows.Where(r => r.Level is "1" or "2").GroupBy(r => int.Parse(r.Number.Split('.')[0], System.Globalization.CultureInfo.InvariantCulture)).ToDictionary(g => g.Key, g => g.Count());
        Assert.Equal(Applies.OrderBy(a => a.Key), counted.OrderBy(c => c.Key));
        Assert.Equal(187, counted.Values.Sum());
        Assert.Equal(Third.Order(StringComparer.Ordinal), rows.Where(r => r.Level == "3").Select(r => r.Number).Order(StringComparer.Ordinal));
        Assert.All(rows, r => Assert.True(r.Answer.Length > 3, r.Number));
        var open = rows.Count(r => r.Answer.StartsWith("not yet", StringComparison.Ordinal));
        Assert.Contains($"not yet: {open} of {rows.Count}", Asvs, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_attack_class_has_a_test_named_after_a_real_hole_or_says_why_none()
    {
        var rows = Class().Matches(Classes).Select(m => (Number: int.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture), Answer: m.Groups[3].Value)).ToList();
        Assert.Equal(Enumerable.Range(1, 27), rows.Select(r => r.Number));
        Assert.All(rows, r => Assert.True(r.Answer.Contains("`Cve_", StringComparison.Ordinal) || r.Answer.Contains("no surface", StringComparison.Ordinal), $"{r.Number}"));
    }

    [Fact]
    public void Every_test_that_is_named_exists()
    {
        var known = Directory.EnumerateFiles(SourceTree.At("tests"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal))
            .SelectMany(f => Method().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value)).ToHashSet();
        var named = Named().Matches(Asvs + Classes).Select(m => m.Groups[1].Value).Distinct().ToList();
        Assert.True(named.Count > 60);
        Assert.Equal([], named.Except(known));
    }

    [GeneratedRegex(@"^\| v5\.0\.0-(\d+\.\d+\.\d+) \| (\d) \| ([^|]+) \| ([^|]+) \|\r?$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Row();

    [GeneratedRegex(@"^\| (\d+) \| ([^|]+) \| ([^|]+) \|\r?$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Class();

    [GeneratedRegex(@"public (?:async )?(?:Task|void) (\w+)\(", RegexOptions.NonBacktracking)]
    private static partial Regex Method();

    [GeneratedRegex(@"`([A-Z]\w*_\w+)`", RegexOptions.NonBacktracking)]
    private static partial Regex Named();
}
