using System.Globalization;
using System.Text.RegularExpressions;

namespace Lianxin.Tests.Look;

public sealed partial class StyleTests
{
    private static readonly string Css = File.ReadAllText(Sources.Style) + File.ReadAllText(Sources.StaffStyle);

    private static readonly Dictionary<string, string> Tokens = Token().Matches(Css)
        .GroupBy(match => match.Groups[1].Value)
        .ToDictionary(group => group.Key, group => group.First().Groups[2].Value);

    [Fact]
    public void The_stylesheet_stays_under_thirty_kilobytes()
    {
        Assert.InRange(new FileInfo(Sources.Style).Length, 10_000, 30 * 1024);
        Assert.InRange(new FileInfo(Sources.StaffStyle).Length, 100, 10 * 1024);
    }

    [Fact]
    public void Every_class_carries_the_prefix()
    {
        var selectors = Block().Replace(Css, "{}");
        var wrong = Class().Matches(selectors).Select(match => match.Groups[1].Value).Where(name => !name.StartsWith("lx-", StringComparison.Ordinal));
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_class_a_page_or_control_writes_is_styled()
    {
        var known = Class().Matches(Css).Select(match => match.Groups[1].Value).ToHashSet();
        var written = Sources.All(".cshtml").SelectMany(path => Written().Matches(File.ReadAllText(path)))
            .SelectMany(match => match.Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(name => name.StartsWith("lx-", StringComparison.Ordinal));
        Assert.All(written.Distinct(), name => Assert.Contains(name, known));
    }

    [Theory]
    [InlineData("ink", "paper")]
    [InlineData("ink-2", "paper")]
    [InlineData("ink-2", "console")]
    [InlineData("ink-2", "grey-tint")]
    [InlineData("ink-3", "paper")]
    [InlineData("ink-3", "surface")]
    [InlineData("brand", "paper")]
    [InlineData("brand", "surface")]
    [InlineData("brand", "brand-tint")]
    [InlineData("surface", "brand")]
    [InlineData("surface", "brand-strong")]
    [InlineData("surface", "rail")]
    [InlineData("brand-strong", "brand-tint")]
    [InlineData("cinnabar", "paper")]
    [InlineData("cinnabar", "surface")]
    [InlineData("cinnabar", "console")]
    [InlineData("cinnabar", "cinnabar-tint")]
    [InlineData("cinnabar-strong", "cinnabar-tint")]
    [InlineData("amber", "amber-tint")]
    [InlineData("amber", "brand-tint")]
    [InlineData("green", "green-tint")]
    [InlineData("violet", "violet-tint")]
    [InlineData("grey", "grey-tint")]
    [InlineData("ink", "focus")]
    public void Text_stands_out_at_four_and_a_half_to_one(string text, string ground)
    {
        Assert.True(Contrast(Tokens[text], Tokens[ground]) >= 4.5, $"{text} on {ground}: {Contrast(Tokens[text], Tokens[ground]):0.00}");
    }

    [Theory]
    [InlineData("line-strong", "paper")]
    [InlineData("line-strong", "surface")]
    public void Borders_of_controls_stand_out_at_three_to_one(string line, string ground)
    {
        Assert.True(Contrast(Tokens[line], Tokens[ground]) >= 3);
    }

    [Fact]
    public void The_contrast_formula_gives_the_known_extremes()
    {
        Assert.Equal(21, Contrast("#000000", "#FFFFFF"), 3);
        Assert.Equal(1, Contrast("#B0301F", "#B0301F"), 3);
    }

    [Theory]
    [InlineData(@"\.lx-senior\{--lx-fs:24px;--lx-lh:1\.6;--lx-tap:60px")]
    [InlineData(@"\.lx-staff\{--lx-fs:14px")]
    [InlineData(@"@media \(prefers-reduced-motion:reduce\)")]
    [InlineData(@"@media \(forced-colors:active\)")]
    [InlineData(@"@media print")]
    public void The_switches_of_the_design_are_there(string pattern)
    {
        Assert.Matches(new Regex(pattern, RegexOptions.NonBacktracking), Css);
    }

    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    // WCAG 2.2, relative luminance.
    private static double Luminance(string colour)
    {
        var parts = new[] { 1, 3, 5 }
            .Select(at => int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4))
            .ToArray();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }

    [GeneratedRegex(@"--lx-([a-z0-9-]+):(#[0-9A-Fa-f]{6})", RegexOptions.NonBacktracking)]
    private static partial Regex Token();

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Block();

    [GeneratedRegex(@"\.([a-zA-Z_][a-zA-Z0-9_-]*)", RegexOptions.NonBacktracking)]
    private static partial Regex Class();

    [GeneratedRegex("class=\"([^\"]*)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Written();
}
