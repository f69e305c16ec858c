using System.Text.Json;
using Lianxin.Profiles;

namespace Lianxin.Web.Demo;

/// <summary>Reads the town's files from the program itself, noting every problem.</summary>
internal sealed class DemoTownFiles(List<ProfileProblem> problems)
{
    private const string Folder = "town/";

    public static IReadOnlyList<string> Names { get; } =
    [
        .. typeof(DemoTownFiles).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Folder, StringComparison.Ordinal)).Select(n => n[Folder.Length..]).Order(StringComparer.Ordinal),
    ];

    public static JsonElement Document(string name)
    {
        using var stream = typeof(DemoTownFiles).Assembly.GetManifestResourceStream(Folder + name)
            ?? throw new InvalidOperationException($"The program was built without its file {name}.");
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }

    public List<T> Rows<T>(string name, Func<RecordFields, T> read) =>
        [.. Document(name).EnumerateArray().Select((row, i) => Read(row, name, $"$[{i}]", read))];

    public T One<T>(string name, Func<RecordFields, T> read) => Read(Document(name), name, "$", read);

    private T Read<T>(JsonElement row, string name, string path, Func<RecordFields, T> read)
    {
        var fields = new RecordFields(row, name, path, problems);
        var made = read(fields);
        fields.Done();
        return made;
    }
}
