using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace Lianxin.Tests.Look;

/// <summary>The files of the repository, found from where this one was compiled.</summary>
internal static class Sources
{
    public static readonly string[] Languages = ["", ".en", ".ko", ".zh-Hant"];

    public static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));

    public static string Style => Path.Combine(Root(), "src", "Lianxin.Web", "wwwroot", "css", "lianxin.css");

    /// <summary>What staff pages load after it.</summary>
    public static string StaffStyle => Path.Combine(Root(), "src", "Lianxin.Web", "wwwroot", "css", "console.css");

    public static IEnumerable<string> All(params string[] endings) =>
        Directory.EnumerateFiles(Path.Combine(Root(), "src"), "*", SearchOption.AllDirectories)
            .Where(path => endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal)))
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    public static IReadOnlyList<(string Key, string Text)> Texts(string language) =>
        [.. XDocument.Load(Path.Combine(Root(), "src", "Lianxin", "Texts", $"Words{language}.resx")).Root!.Elements("data")
            .Select(data => ((string)data.Attribute("name")!, (string)data.Element("value")!))];

    public static bool IsHan(char letter) => letter is (>= '\u3400' and <= '\u9fff') or (>= '\uf900' and <= '\ufaff');
}
