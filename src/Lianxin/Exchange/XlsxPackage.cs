using System.IO.Compression;
using System.Xml;

namespace Lianxin.Exchange;

/// <summary>The parts of an xlsx file that matter for its first visible sheet, found by its relationships, each opened within the limits.</summary>
internal sealed class XlsxPackage : IDisposable
{
    private readonly ZipArchive archive;
    private readonly ByteBudget budget;
    private readonly string workbook;

    public XlsxPackage(Stream file, RowLimits limits)
    {
        archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        budget = new ByteBudget(limits.MaxBytes);
        workbook = Relations("").FirstOrDefault(relation => relation.Kind == "officeDocument")?.Target
            ?? throw new RowFileException("row_file.not_a_workbook");
    }

    /// <summary>Days count from 1904, as old Macintosh workbooks do.</summary>
    public bool Is1904 { get; private set; }

    /// <summary>A reader over the first visible sheet.</summary>
    public XmlReader OpenSheet()
    {
        var relations = Relations(workbook);
        foreach (var id in VisibleSheets())
        {
            if (relations.FirstOrDefault(relation => relation.Id == id && relation.Kind == "worksheet") is { } sheet)
            {
                return Open(sheet.Target) ?? throw new RowFileException("row_file.broken", detail: sheet.Target);
            }
        }

        throw new RowFileException("row_file.not_a_workbook");
    }

    /// <summary>A reader over the part of that kind (<c>sharedStrings</c>, <c>styles</c>); null when the workbook has none.</summary>
    public XmlReader? OpenPart(string kind) =>
        Relations(workbook).FirstOrDefault(relation => relation.Kind == kind) is { } part ? Open(part.Target) : null;

    public void Dispose() => archive.Dispose();

    private List<string> VisibleSheets()
    {
        using var xml = Open(workbook) ?? throw new RowFileException("row_file.not_a_workbook");
        var sheets = new List<string>();
        while (xml.Step())
        {
            if (xml.IsStart("workbookPr"))
            {
                Is1904 = xml.GetAttribute("date1904") is "1" or "true";
            }
            else if (xml.IsStart("sheet") && xml.GetAttribute("state") is null or "visible" && xml.LocalAttribute("id") is { } id)
            {
                sheets.Add(id);
            }
        }

        return sheets;
    }

    private List<Relation> Relations(string part)
    {
        var slash = part.LastIndexOf('/');
        var folder = part[..(slash + 1)];
        var found = new List<Relation>();
        using var xml = Open($"{folder}_rels/{part[(slash + 1)..]}.rels");
        while (xml is not null && xml.Step())
        {
            if (xml.IsStart("Relationship") && xml.GetAttribute("TargetMode") != "External"
                && xml.GetAttribute("Id") is { } id && xml.GetAttribute("Type") is { } type && xml.GetAttribute("Target") is { } target)
            {
                found.Add(new Relation(id, type[(type.LastIndexOf('/') + 1)..], PathOf(folder, target)));
            }
        }

        return found;
    }

    private static string PathOf(string folder, string target)
    {
        var path = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == ".." && path.Count > 0)
            {
                path.RemoveAt(path.Count - 1);
            }
            else if (step != ".")
            {
                path.Add(step);
            }
        }

        return string.Join('/', path);
    }

    // Some writers put backslashes or another case into the names of parts.
    private XmlReader? Open(string path)
    {
        var entry = archive.GetEntry(path)
            ?? archive.Entries.FirstOrDefault(one => string.Equals(one.FullName.Replace('\\', '/'), path, StringComparison.OrdinalIgnoreCase));
        return entry is null ? null : SheetXml.Open(new BoundedStream(entry.Open(), budget));
    }

    private sealed record Relation(string Id, string Kind, string Target);
}
