using System.IO.Compression;
using System.Text;
using Lianxin.Exchange;

namespace Lianxin.Tests.Exchange;

/// <summary>Small tables made and read in memory.</summary>
internal static class Tables
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public static List<SheetRow> Csv(string text, Encoding? encoding = null, RowLimits? limits = null) => Csv((encoding ?? new UTF8Encoding(false)).GetBytes(text), limits);

    public static List<SheetRow> Csv(byte[] bytes, RowLimits? limits = null) => [.. RowFile.Read(new MemoryStream(bytes), limits)];

    public static List<SheetRow> Read(Stream file, RowLimits? limits = null) => [.. RowFile.Read(file, limits)];

    /// <summary>Each row as <c>number: cell|cell</c>.</summary>
    public static string Shown(IEnumerable<SheetRow> rows) =>
        string.Join(" / ", rows.Select(row => $"{row.Number}: {string.Join('|', row.Cells.Select(cell => cell.Text))}"));

    public static MemoryStream Written(RowFileKind kind, IEnumerable<IReadOnlyList<SheetCell>> rows, params SheetColumn[] columns)
    {
        var file = new MemoryStream();
        using (var writer = RowFile.Create(file, kind, "明细", columns))
        {
            foreach (var row in rows)
            {
                writer.Write(row);
            }

            writer.Finish();
        }

        file.Position = 0;
        return file;
    }

    /// <summary>An xlsx file whose sheet holds the given XML inside <c>sheetData</c>; every other part may be replaced or left out (null).</summary>
    public static MemoryStream Xlsx(string rows, string? strings = null, string? styles = null, params (string Path, string? Content)[] parts)
    {
        var all = new Dictionary<string, string?>
        {
            ["_rels/.rels"] = Relations("""<Relationship Id="r1" Type="http://x/officeDocument" Target="xl/workbook.xml"/>"""),
            ["xl/workbook.xml"] = $"""<workbook xmlns="{Main}" xmlns:r="x"><sheets><sheet name="a" sheetId="1" r:id="s1"/></sheets></workbook>""",
            ["xl/_rels/workbook.xml.rels"] = Relations("""<Relationship Id="s1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="t" Type="http://x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="y" Type="http://x/styles" Target="styles.xml"/>"""),
            ["xl/worksheets/sheet1.xml"] = $"""<worksheet xmlns="{Main}"><sheetData>{rows}</sheetData></worksheet>""",
            ["xl/sharedStrings.xml"] = strings is null ? null : $"""<sst xmlns="{Main}">{strings}</sst>""",
            ["xl/styles.xml"] = styles is null ? null : $"""<styleSheet xmlns="{Main}">{styles}</styleSheet>""",
        };
        foreach (var (path, content) in parts)
        {
            all[path] = content;
        }

        return Zip([.. all.Where(part => part.Value is not null).Select(part => (part.Key, part.Value!))]);
    }

    public static MemoryStream Zip(params (string Path, string Content)[] parts)
    {
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in parts)
            {
                using var writer = new StreamWriter(archive.CreateEntry(path).Open());
                writer.Write(content);
            }
        }

        file.Position = 0;
        return file;
    }

    public static string Relations(string inner) => $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{inner}</Relationships>";
}
