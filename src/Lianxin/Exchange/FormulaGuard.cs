namespace Lianxin.Exchange;

/// <summary>
/// Keeps a text in a csv file from being run as a formula by the program that opens it: an apostrophe before it, as a person would type
/// it. Reading takes that apostrophe away again, so that a file comes back as it was.
/// </summary>
internal static class FormulaGuard
{
    // Full-width signs start formulas in Chinese and Japanese programs.
    private const string Starters = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    public static string Guard(string text) => IsFormula(text) ? "'" + text : text;

    public static string Strip(string text) => text.StartsWith('\'') && IsFormula(text[1..]) ? text[1..] : text;

    private static bool IsFormula(string text)
    {
        var first = text.AsSpan().IndexOfAnyExcept(' ', '\'');
        return first >= 0 && Starters.Contains(text[first], StringComparison.Ordinal);
    }
}
