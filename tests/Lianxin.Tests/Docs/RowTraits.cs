using System.Text.RegularExpressions;

namespace Lianxin.Tests.Docs;

/// <summary>One test, or class of tests, that names a row as proved.</summary>
public sealed record RowTrait(string Row, string Test);

/// <summary>Finds the row traits in the text of test files, those of the browser tests too, which no assembly here loads.</summary>
public static partial class RowTraits
{
    public static IReadOnlyList<RowTrait> InTests() =>
        [.. SourceTree.Files("tests", ".cs").SelectMany(file => In(File.ReadAllText(SourceTree.At(file))))];

    public static IReadOnlyList<RowTrait> In(string source)
    {
        var found = new List<RowTrait>();
        var waiting = new List<string>();
        var inClass = "";
        foreach (var line in source.Split('\n'))
        {
            waiting.AddRange(Trait().Matches(line).Select(match => match.Groups[1].Value));
            if (Class().Match(line) is { Success: true } type)
            {
                inClass = type.Groups[1].Value;
                Give(inClass);
            }
            else if (Method().Match(line) is { Success: true } method)
            {
                Give($"{inClass}.{method.Groups[1].Value}");
            }
        }

        return found;

        void Give(string test)
        {
            found.AddRange(waiting.Select(row => new RowTrait(row, test)));
            waiting.Clear();
        }
    }

    [GeneratedRegex("""\bTrait\("row", *"([^"]*)"\)""", RegexOptions.NonBacktracking)]
    private static partial Regex Trait();

    [GeneratedRegex(@"^ *(?:public|internal) [a-z ]*\bclass (\w+)", RegexOptions.NonBacktracking)]
    private static partial Regex Class();

    [GeneratedRegex(@"\bpublic [\w<>\[\], ?]+ (\w+)(?:<\w+>)?\(", RegexOptions.NonBacktracking)]
    private static partial Regex Method();
}
