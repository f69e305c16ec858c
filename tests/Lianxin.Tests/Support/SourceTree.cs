namespace Lianxin.Tests;

/// <summary>The working copy the tests were built from: finds its files by their path from the top.</summary>
public static class SourceTree
{
    public static string Root { get; } = FindRoot();

    /// <summary>The absolute path of a file or folder named from the top of the repository.</summary>
    public static string At(string path) => Path.Combine(Root, path);

    /// <summary>Files under a folder with one of the endings, build output left out; paths from the top, sorted.</summary>
    public static IReadOnlyList<string> Files(string folder, params string[] endings) =>
    [
        .. Directory.EnumerateFiles(At(folder), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(part => part is "bin" or "obj"))
            .Where(file => endings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal),
    ];

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Lianxin.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("No Lianxin.slnx above the test assembly.");
    }
}
