namespace Lianxin.Tests.Profiles;

/// <summary>The profiles as they stand beside the program, and throw-away ones for tests.</summary>
public sealed class ProfileFolder : IDisposable
{
    public static string Neutral { get; } = Path.Combine(AppContext.BaseDirectory, "profiles", "neutral");

    public string Root { get; } = Directory.CreateTempSubdirectory("profiles-").FullName;

    /// <summary>A copy of the neutral profile that a test may spoil.</summary>
    public string CopyNeutral()
    {
        var copy = Directory.CreateDirectory(Path.Combine(Root, "neutral")).FullName;
        foreach (var file in Directory.EnumerateFiles(Neutral, "*.json"))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        return copy;
    }

    /// <summary>A profile that extends another by the given files.</summary>
    public string Child(string code, string extends, params (string Name, string Json)[] files)
    {
        var child = Directory.CreateDirectory(Path.Combine(Root, code)).FullName;
        File.WriteAllText(Path.Combine(child, "profile.json"),
            $$"""{ "code": "{{code}}", "name": { "zh-Hans": "试", "en": "Trial" }, "version": 1, "extends": "{{extends}}" }""");
        foreach (var (name, json) in files)
        {
            File.WriteAllText(Path.Combine(child, name + ".json"), json);
        }

        return child;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
