namespace Lianxin.Tests.Docs;

/// <summary>One id of the yardstick (catalogue row, invariant or scenario) with our title for it.</summary>
public sealed record CoverageRow(string Id, string Title)
{
    /// <summary>Reads a file of lines "id,title" under a header line; a title holds no comma.</summary>
    public static IReadOnlyList<CoverageRow> Read(string path) =>
    [
        .. File.ReadLines(SourceTree.At(path)).Skip(1).Where(line => line.Length > 0).Select(line => line.Split(','))
            .Select(parts => parts.Length == 2
                ? new CoverageRow(parts[0], parts[1])
                : throw new FormatException($"{path}: \"{string.Join(',', parts)}\" is not \"id,title\".")),
    ];
}
