using System.Text;

namespace Lianxin.Tests.Map;

/// <summary>C# with comments and plain strings blanked, line by line as before; interpolated strings stay, for they hold code.</summary>
public static class CodeText
{
    public static string Of(string source)
    {
        var kept = new StringBuilder(source.Length);
        for (var at = 0; at < source.Length;)
        {
            var end = EndOfBlank(source, at);
            if (end == at)
            {
                end = EndOfInterpolated(source, at);
                kept.Append(source, at, end - at);
            }
            else
            {
                kept.Append(' ').Append('\n', source.AsSpan(at, end - at).Count('\n'));
            }

            at = end;
        }

        return kept.ToString();
    }

    /// <summary>Where the comment, string or character that starts here ends; here itself when none starts.</summary>
    private static int EndOfBlank(string source, int at) => source.AsSpan(at) switch
    {
        ['/', '/', ..] => Before(source, "\n", at),
        ['/', '*', ..] => After(source, "*/", at + 2),
        ['"', '"', '"', ..] => After(source, Quotes(source, at), at + 3),
        ['@', '"', ..] => EndOfVerbatim(source, at + 2),
        ['"', ..] => EndOfPlain(source, at + 1, '"'),
        ['\'', ..] => EndOfPlain(source, at + 1, '\''),
        _ => at,
    };

    private static int EndOfInterpolated(string source, int at) => source.AsSpan(at) switch
    {
        ['$', '"', '"', '"', ..] => After(source, Quotes(source, at + 1), at + 4),
        ['$', '$', ..] => After(source, "\"\"\"", After(source, "\"\"\"", at)),
        ['$', '@', '"', ..] or ['@', '$', '"', ..] => EndOfVerbatim(source, at + 3),
        ['$', '"', ..] => EndOfPlain(source, at + 2, '"'),
        _ => at + 1,
    };

    private static string Quotes(string source, int at)
    {
        var end = at;
        while (end < source.Length && source[end] == '"')
        {
            end++;
        }

        return source[at..end];
    }

    private static int EndOfPlain(string source, int at, char quote)
    {
        while (at < source.Length && source[at] != quote && source[at] != '\n')
        {
            at += source[at] == '\\' ? 2 : 1;
        }

        return Math.Min(at + 1, source.Length);
    }

    private static int EndOfVerbatim(string source, int at)
    {
        var end = After(source, "\"", at);
        while (end < source.Length && source[end] == '"')
        {
            end = After(source, "\"", end + 1);
        }

        return end;
    }

    private static int Before(string source, string mark, int at) =>
        source.IndexOf(mark, at, StringComparison.Ordinal) is >= 0 and var found ? found : source.Length;

    private static int After(string source, string mark, int at) =>
        source.IndexOf(mark, Math.Min(at, source.Length), StringComparison.Ordinal) is >= 0 and var found ? found + mark.Length : source.Length;
}
