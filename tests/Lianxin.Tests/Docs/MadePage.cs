using System.Text;

namespace Lianxin.Tests.Docs;

/// <summary>A page of docs that is made from the code: written when asked, else compared.</summary>
public static class MadePage
{
    public const string Refresh = "LIANXIN_WRITE_DOCS=1 ./test unit --filter Doc";

    public static void IsFresh(string path, string fresh)
    {
        var file = SourceTree.At(path);
        if (Environment.GetEnvironmentVariable("LIANXIN_WRITE_DOCS") == "1")
        {
            File.WriteAllText(file, fresh);
        }

        var kept = File.Exists(file) ? File.ReadAllText(file) : "";
        Assert.True(kept == fresh, $"{path} is stale: {Refresh}");
    }

    /// <summary>The head of such a page.</summary>
    public static StringBuilder Start(string title, string what) =>
        new StringBuilder().Append($"# {title}\n\nMade from the code; do not edit. Refresh: `{Refresh}`.\n\n{what}\n");

    /// <summary>Adds a table; a bar inside a cell is kept from ending it.</summary>
    public static StringBuilder Table(this StringBuilder page, IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows)
    {
        page.Append($"\n| {string.Join(" | ", heads)} |\n|{string.Concat(heads.Select(_ => " --- |"))}\n");
        foreach (var row in rows)
        {
            page.Append($"| {string.Join(" | ", row.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |\n");
        }

        return page;
    }
}
