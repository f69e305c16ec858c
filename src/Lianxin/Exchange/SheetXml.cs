using System.Text;
using System.Xml;

namespace Lianxin.Exchange;

/// <summary>Walks the XML of a sheet: no DTD, nothing fetched, no deep nesting.</summary>
internal static class SheetXml
{
    // A sheet nests seven deep; a parser keeps every open element.
    private const int Deepest = 64;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    public static XmlReader Open(Stream part) => XmlReader.Create(part, Settings);

    public static bool Step(this XmlReader xml)
    {
        var isRead = xml.Read();
        return xml.Depth <= Deepest ? isRead : throw new RowFileException("row_file.broken", detail: Deepest);
    }

    public static bool IsStart(this XmlReader xml, string name) => xml.NodeType == XmlNodeType.Element && xml.LocalName == name;

    /// <summary>The attribute whatever its prefix: strict and transitional files differ in namespaces only.</summary>
    public static string? LocalAttribute(this XmlReader xml, string name)
    {
        string? value = null;
        for (var isOne = xml.MoveToFirstAttribute(); isOne && value is null; isOne = xml.MoveToNextAttribute())
        {
            value = xml.LocalName == name ? xml.Value : null;
        }

        xml.MoveToElement();
        return value;
    }

    /// <summary>
    /// Walks to the end of the element it stands on and gives the text of its <c>v</c> and <c>t</c> elements, phonetic guides left out.
    /// </summary>
    public static (string Value, string Inline) Texts(this XmlReader xml, int maxLength, int row)
    {
        if (xml.IsEmptyElement)
        {
            return ("", "");
        }

        var (value, inline) = (new StringBuilder(), new StringBuilder());
        var (depth, guide, element) = (xml.Depth, int.MaxValue, "");
        while (xml.Step() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                element = xml.IsEmptyElement ? "" : xml.LocalName;
                guide = xml.LocalName == "rPh" && guide > xml.Depth ? xml.Depth : guide;
            }
            else if (xml.NodeType == XmlNodeType.EndElement)
            {
                element = "";
                guide = xml.Depth == guide ? int.MaxValue : guide;
            }
            else if (guide == int.MaxValue && element is "v" or "t")
            {
                Append(element == "v" ? value : inline, xml.Value, maxLength, row);
            }
        }

        return (value.ToString(), inline.ToString());
    }

    private static void Append(StringBuilder text, string more, int maxLength, int row)
    {
        // Escapes of seven characters stand for one.
        if (text.Length + more.Length > maxLength * 7L)
        {
            throw new RowFileException("row_file.cell_too_long", row, maxLength);
        }

        text.Append(more);
    }
}
