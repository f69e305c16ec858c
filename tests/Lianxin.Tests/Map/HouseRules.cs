using System.Text.RegularExpressions;

namespace Lianxin.Tests.Map;

/// <summary>Reads one source file and names every breach of the house rules that its text shows.</summary>
public static partial class HouseRules
{
    /// <summary>From inside namespace Lianxin.Units, Matters.Matter needs no using.</summary>
    private static readonly Regex HalfQualified = new(
        $@"(?:^|[^\w.])({string.Join('|', ModuleMap.MayUse.Keys.Where(module => module != "Web"))})\.[A-Z]",
        RegexOptions.NonBacktracking | RegexOptions.Multiline);

    private static readonly HashSet<string> BannedFolders = ["Common", "Helpers", "Utils", "Services"];

    /// <param name="path">From the top of the repository: src/Lianxin/Units/Unit.cs.</param>
    public static IReadOnlyList<string> Breaches(string path, string text)
    {
        var file = new SourceFile(path, path.EndsWith(".cs", StringComparison.Ordinal) ? CodeText.Of(text) : text);
        var found = Folders(file).Concat(Clock(file));
        found = path.EndsWith(".cs", StringComparison.Ordinal)
            ? found.Concat(Arrows(file)).Concat(Namespaces(file)).Concat(Names(file))
            : found.Concat(Inline(file));
        return [.. found.Distinct().Select(breach => $"{path[4..]} {breach}")];
    }

    /// <summary>The other modules that the file names, each once.</summary>
    public static IReadOnlySet<string> Uses(string path, string text)
    {
        var file = new SourceFile(path, path.EndsWith(".cs", StringComparison.Ordinal) ? CodeText.Of(text) : text);
        return Named(file).Where(other => other != file.Module).ToHashSet();
    }

    private static IEnumerable<string> Named(SourceFile file) => Qualified().Matches(file.Code)
        .Concat(file.IsWeb ? [] : HalfQualified.Matches(file.Code))
        .Select(match => match.Groups[1].Value)
        .Where(ModuleMap.MayUse.ContainsKey);

    private static IEnumerable<string> Arrows(SourceFile file)
    {
        if (!ModuleMap.MayUse.ContainsKey(file.Module))
        {
            yield return $"is in {file.Module}, which is not in the module map";
            yield break;
        }

        foreach (var other in Named(file))
        {
            if (!ModuleMap.Allows(file.Module, other))
            {
                yield return $"uses {other}";
            }
            else if (file.IsLedgerArithmetic && other != "Ledger")
            {
                yield return $"uses {other}, but the ledger's arithmetic uses nothing";
            }
        }

        if (GlobalUsing().IsMatch(file.Code))
        {
            yield return "has a global using: an arrow is written where it is taken";
        }
    }

    private static IEnumerable<string> Namespaces(SourceFile file) => Namespace().Matches(file.Code)
        .Select(match => match.Groups[1].Value)
        .Where(name => name != file.Namespace && !(file.IsWeb && name == "Lianxin.Web"))
        .Select(name => $"has namespace {name}, not {file.Namespace}");

    private static IEnumerable<string> Folders(SourceFile file) => file.Path.Split('/')[..^1]
        .Where(folder => BannedFolders.Contains(folder) || (folder == "Shared" && !file.IsWeb))
        .Select(folder => $"lies in a folder {folder}");

    private static IEnumerable<string> Names(SourceFile file) => BannedType().Matches(file.Code)
        .Select(match => $"names a type {match.Groups[1].Value}");

    private static IEnumerable<string> Clock(SourceFile file) => WallClock().Matches(file.Code)
        .Select(match => $"reads the wall clock: {match.Value}");

    private static IEnumerable<string> Inline(SourceFile file) => InlineMarkup().Matches(file.Code)
        .Select(match => match.Value.Trim())
        .Where(markup => !(markup.StartsWith("<script", StringComparison.OrdinalIgnoreCase) && markup.Contains(" src=", StringComparison.Ordinal)))
        .Select(markup => $"has inline script or style: {markup}");

    [GeneratedRegex(@"\bLianxin\.(\w+)", RegexOptions.NonBacktracking)]
    private static partial Regex Qualified();

    [GeneratedRegex(@"\bglobal using (?:static )?(?:\w+ = )?(?:global::)?Lianxin\b", RegexOptions.NonBacktracking)]
    private static partial Regex GlobalUsing();

    [GeneratedRegex(@"^ *namespace ([\w.]+)", RegexOptions.NonBacktracking | RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"\b(?:class|record|record struct|struct|interface|enum) (\w+(?:Manager|Helpers?|Utils?|Utilities|Services?|Processor|Data|Info|Impl|Base))\b", RegexOptions.NonBacktracking)]
    private static partial Regex BannedType();

    [GeneratedRegex(@"\bDateTime(?:Offset)?\.(?:Now|UtcNow|Today)\b", RegexOptions.NonBacktracking)]
    private static partial Regex WallClock();

    [GeneratedRegex("""<script\b[^>]*>|<style\b|\sstyle=["']|\son[a-z]+=["']""", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex InlineMarkup();

    private sealed record SourceFile(string Path, string Code)
    {
        public bool IsWeb => Path.StartsWith("src/Lianxin.Web/", StringComparison.Ordinal);

        public string Module => IsWeb ? "Web" : Path.Split('/')[2];

        /// <summary>One namespace a module; in the web project one a folder of the first level.</summary>
        public string Namespace => IsWeb ? $"Lianxin.Web.{Path.Split('/')[2]}" : $"Lianxin.{Module}";

        public bool IsLedgerArithmetic => Module == "Ledger" && !Path.Contains("/Ledger/Ledger", StringComparison.Ordinal)
            && !Path.Contains("/Ledger/Verify", StringComparison.Ordinal);
    }
}
