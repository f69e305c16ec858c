using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Lianxin.Database;
using Lianxin.Foundation;

namespace Lianxin.Tests.Docs;

/// <summary>Writes docs/facts.md: every fact of the journal with its promise, its members and who listens.</summary>
public sealed partial class FactsDoc(FactCatalogue catalogue, IReadOnlyList<IListen> listeners, IReadOnlyDictionary<string, string> promises)
{
    public const string Path = "docs/facts.md";

    private readonly List<Type> _parts = [];

    public string Write()
    {
        _parts.Clear();
        var facts = catalogue.Names.Select(name => (Name: name, Type: catalogue.TypeOf(name)!)).ToList();
        var page = MadePage.Start(
            "The facts",
            $"Everything that happens is one of these {facts.Count} facts: in the journal of facts, or, for looks at personal data, in the journal of looks. "
            + "A fact holds ids, codes, times and numbers; words are committed to beside it. Names are public interface and never change.");
        page.Table(["fact", "what", "journal", "who listens"], facts.Select(fact => new[]
        {
            $"[`{fact.Name}`](#{Anchor(fact.Name)})", Promise(fact.Type), Log(fact.Type), Listeners(fact.Type),
        }));
        foreach (var (name, type) in facts)
        {
            Members(page.Append($"\n## {name}\n"), type);
        }

        // Parts may hold parts: the list grows while it is written.
        for (var next = 0; next < _parts.Count; next++)
        {
            Members(page.Append($"\n## {_parts[next].Name}\n\nPart of other facts. {Promise(_parts[next])}\n"), _parts[next]);
        }

        return page.ToString();
    }

    /// <summary>The summaries of all records, by the record's name.</summary>
    public static IReadOnlyDictionary<string, string> Promises(IEnumerable<string> sources) => sources
        .SelectMany(source => Summary().Matches(source))
        .GroupBy(match => match.Groups[2].Value, match => match.Groups[1].Value)
        .ToDictionary(group => group.Key, group => Plain(group.First()));

    /// <summary>What a member may hold, in words.</summary>
    private string Kind(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return Kind(inner);
        }

        if (type.IsEnum)
        {
            return $"one of {string.Join(", ", Enum.GetNames(type).Select(name => $"`{Conventions.Snake(name)}`"))}";
        }

        if (type != typeof(string) && type.GetInterfaces().Append(type).FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>)) is { } list)
        {
            return $"list of: {Kind(list.GetGenericArguments()[0])}";
        }

        return Plain(type) ?? Part(type);
    }

    private static string? Plain(Type type) => type switch
    {
        _ when type == typeof(string) => "code",
        _ when type == typeof(Guid) => "id",
        _ when type == typeof(DateTime) => "instant, UTC",
        _ when type == typeof(DateOnly) => "day",
        _ when type == typeof(bool) => "yes or no",
        _ when type == typeof(int) || type == typeof(long) => "number",
        _ => null,
    };

    private string Part(Type type)
    {
        if (!_parts.Contains(type))
        {
            _parts.Add(type);
        }

        return $"[{type.Name}](#{Anchor(type.Name)})";
    }

    private void Members(StringBuilder page, Type type)
    {
        var nullable = new NullabilityInfoContext();
        var members = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.Name != "EqualityContract")
            .Select(property => new[]
            {
                $"`{Conventions.Snake(property.Name)}`",
                Kind(property.PropertyType),
                nullable.Create(property).ReadState == NullabilityState.Nullable ? "may be absent" : "always",
            })
            .ToList();
        if (members.Count == 0)
        {
            page.Append("\nHolds nothing but its place in the journal.\n");
            return;
        }

        page.Table(["member", "holds", "there"], members);
    }

    private string Promise(Type type) => promises.GetValueOrDefault(type.Name, "");

    private static string Log(Type type) => type.GetCustomAttribute<FactTypeAttribute>()!.Access ? "looks" : "facts";

    private string Listeners(Type type)
    {
        var names = listeners.Where(listener => listener.Hears.IsAssignableFrom(type)).Select(listener => $"`{listener.GetType().Name}`").Order(StringComparer.Ordinal);
        return string.Join(", ", names) is { Length: > 0 } text ? text : "–";
    }

    private static string Anchor(string heading) => heading.ToLowerInvariant().Replace(".", "", StringComparison.Ordinal);

    private static string Plain(string summary) =>
        string.Join(' ', Tag().Replace(summary.Replace("///", " ", StringComparison.Ordinal), "$1").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"/// <summary>((?:[^<]|<[^/]|</[^s])*)</summary>\s*(?:///[^\n]*\s*)*(?:\[[^\n]*\]\s*)*(?:public|internal) (?:sealed )?(?:readonly )?record (?:struct )?(\w+)", RegexOptions.NonBacktracking)]
    private static partial Regex Summary();

    [GeneratedRegex("""<(?:see|paramref) \w+="([^"]*)" ?/>|</?\w+>""", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
