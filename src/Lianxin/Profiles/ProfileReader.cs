using System.Text.Json;

namespace Lianxin.Profiles;

/// <summary>Reads a profile directory, its parents first, or throws <see cref="InvalidDataFilesException"/> with every problem found.</summary>
public static class ProfileReader
{
    public static Profile Read(string directory) => Laid(directory).Profile;

    /// <summary>The same profile as rows, each a list's name, a code and its compact JSON, in the files' order.</summary>
    public static IReadOnlyList<ProfileListRow> Rows(string directory)
    {
        var files = Laid(directory).Files;
        return [.. ProfileFiles.Names.SelectMany(list => files[list].Select(row => new ProfileListRow(list, row.Code, JsonSerializer.Serialize(row.Fields))))];
    }

    /// <summary>The profile that kept rows make together; what is wrong with them is listed as for files.</summary>
    public static Profile From(string code, Label name, int version, IEnumerable<ProfileListRow> rows)
    {
        var problems = new List<ProfileProblem>();
        var files = new ProfileFiles(problems);
        foreach (var row in rows)
        {
            files.Put(row);
        }

        return Made(code, name, version, files, problems);
    }

    private static (Profile Profile, ProfileFiles Files) Laid(string directory)
    {
        var problems = new List<ProfileProblem>();
        var files = new ProfileFiles(problems);
        var line = Line(directory, files, problems);
        Refuse(problems);
        foreach (var head in line)
        {
            files.Lay(head.Directory, head.Extends is null);
        }

        var own = line[^1];
        return (Made(own.Code, own.Name, own.Version, files, problems), files);
    }

    private static Profile Made(string code, Label name, int version, ProfileFiles files, List<ProfileProblem> problems)
    {
        var profile = ProfileRowReader.Make(code, name, version, files, problems);
        Refuse(problems);
        problems.AddRange(ProfileCheck.Problems(profile));
        Refuse(problems);
        return profile;
    }

    /// <summary>The profile and its parents, the furthest first.</summary>
    private static List<Head> Line(string directory, ProfileFiles files, List<ProfileProblem> problems)
    {
        var line = new List<Head>();
        for (var at = directory; at is not null;)
        {
            var head = ReadHead(at, files, problems);
            if (head is null || line.Any(h => h.Code == head.Code))
            {
                problems.Add(new ProfileProblem(Path.GetFileName(at) + "/profile.json", "$.extends", head?.Code ?? at, "a profile beside this one, and no circle"));
                return line;
            }

            line.Insert(0, head);
            at = head.Extends is { } parent ? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(at))!, parent) : null;
        }

        return line;
    }

    private static Head? ReadHead(string directory, ProfileFiles files, List<ProfileProblem> problems)
    {
        directory = Path.TrimEndingDirectorySeparator(directory);
        var file = Path.GetFileName(directory) + "/profile.json";
        var path = Path.Combine(directory, "profile.json");
        if (!File.Exists(path) || files.Document(path, file) is not { ValueKind: JsonValueKind.Object } document)
        {
            problems.Add(new ProfileProblem(file, "$", "(missing)", "an object with code, name, version and perhaps extends"));
            return null;
        }

        var fields = new RecordFields(document, file, "$", problems);
        var head = new Head(fields.Text("code"), fields.Label("name"), fields.Number("version", 1, 9999), fields.OptionalText("extends"), directory);
        fields.Done();
        return head;
    }

    private static void Refuse(List<ProfileProblem> problems)
    {
        if (problems.Count > 0)
        {
            throw new InvalidDataFilesException(problems);
        }
    }

    private sealed record Head(string Code, Label Name, int Version, string? Extends, string Directory);
}

/// <summary>One row of a profile's list: the list's name, the row's code and its JSON.</summary>
public sealed record ProfileListRow(string List, string Code, string Json);
