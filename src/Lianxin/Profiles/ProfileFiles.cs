using System.Text.Json;

namespace Lianxin.Profiles;

/// <summary>The rows of one file of a profile, each with the file it came from; a child's rows replace its parent's by code.</summary>
internal sealed record ProfileRow(string File, string Path, string Code, JsonElement Fields);

/// <summary>Loads a profile's files as rows and lays them over its parents', the nearest last.</summary>
internal sealed class ProfileFiles(ICollection<ProfileProblem> problems)
{
    public static IReadOnlyList<string> Names { get; } =
    [
        "authority", "categories", "channels", "emergency-words", "extension-reasons", "hours", "limits", "phrases", "refusal-reasons",
        "return-reasons", "roles", "template-fields", "templates", "unit-kinds", "unit-topics",
    ];

    private readonly Dictionary<string, List<ProfileRow>> rows = Names.ToDictionary(n => n, _ => new List<ProfileRow>());

    public IReadOnlyList<ProfileRow> this[string name] => rows[name];

    /// <summary>Takes the files of a directory; a root profile must have them all, a child only what differs.</summary>
    public void Lay(string directory, bool complete)
    {
        var folder = Path.GetFileName(Path.TrimEndingDirectorySeparator(directory));
        foreach (var path in Directory.EnumerateFiles(directory, "*.json").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(path);
            if (rows.TryGetValue(name, out var known))
            {
                Merge(known, ReadRows(path, $"{folder}/{name}.json"));
            }
            else if (name is not "profile")
            {
                problems.Add(new ProfileProblem($"{folder}/{name}.json", "$", name, string.Join(", ", Names)));
            }
        }

        foreach (var name in Names.Where(n => complete && !File.Exists(Path.Combine(directory, n + ".json"))))
        {
            problems.Add(new ProfileProblem($"{folder}/{name}.json", "$", "(missing)", "a list of objects"));
        }
    }

    /// <summary>Takes one kept row; a list this release does not know is a problem.</summary>
    public void Put(ProfileListRow row)
    {
        if (!rows.TryGetValue(row.List, out var known))
        {
            problems.Add(new ProfileProblem($"{row.List}.json", $"$[{row.Code}]", row.List, string.Join(", ", Names)));
            return;
        }

        using var document = JsonDocument.Parse(row.Json);
        known.Add(new ProfileRow($"{row.List}.json", $"$[{row.Code}]", row.Code, document.RootElement.Clone()));
    }

    /// <summary>The document at a path; null with a problem when it is no JSON.</summary>
    public JsonElement? Document(string path, string file)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), new JsonDocumentOptions { AllowDuplicateProperties = false });
            return document.RootElement.Clone();
        }
        catch (JsonException wrong)
        {
            problems.Add(new ProfileProblem(file, "$", wrong.Message, "JSON in UTF-8"));
            return null;
        }
    }

    private List<ProfileRow> ReadRows(string path, string file)
    {
        if (Document(path, file) is not { } document)
        {
            return [];
        }

        if (document.ValueKind is not JsonValueKind.Array)
        {
            problems.Add(new ProfileProblem(file, "$", document.ValueKind.ToString(), "a list of objects"));
            return [];
        }

        return [.. document.EnumerateArray().Select((item, i) => ReadRow(item, i, file)).OfType<ProfileRow>()];
    }

    private ProfileRow? ReadRow(JsonElement item, int index, string file)
    {
        var code = item.ValueKind is JsonValueKind.Object && item.TryGetProperty("code", out var value) && value.ValueKind is JsonValueKind.String
            ? value.GetString() : null;
        if (code is not { Length: > 0 } || !code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_'))
        {
            problems.Add(new ProfileProblem(file, $"$[{index}].code", code ?? "(missing)", "lower-case letters, digits, - and _"));
            return null;
        }

        return new ProfileRow(file, $"$[{code}]", code, item);
    }

    private void Merge(List<ProfileRow> known, List<ProfileRow> coming)
    {
        foreach (var twice in coming.GroupBy(r => r.Code).Where(g => g.Count() > 1))
        {
            problems.Add(new ProfileProblem(twice.First().File, twice.First().Path, twice.Key, "each code once"));
        }

        foreach (var row in coming)
        {
            var at = known.FindIndex(r => r.Code == row.Code);
            if (!Removes(row))
            {
                known.RemoveAll(r => r.Code == row.Code);
                known.Insert(at < 0 ? known.Count : at, row);
            }
            else if (at < 0)
            {
                problems.Add(new ProfileProblem(row.File, row.Path, "remove", "a code that the parent has"));
            }
            else
            {
                known.RemoveAt(at);
            }
        }
    }

    private static bool Removes(ProfileRow row) =>
        row.Fields.TryGetProperty("remove", out var remove) && remove.ValueKind is JsonValueKind.True;
}
