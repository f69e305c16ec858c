using System.Globalization;
using System.Xml;

namespace Lianxin.Exchange;

/// <summary>Tells which cell styles show a number as a date.</summary>
internal sealed class XlsxStyles
{
    private const int MostStyles = 100_000;

    private readonly List<bool> isDate = [];

    public bool IsDate(string? style) =>
        int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < isDate.Count && isDate[at];

    public static XlsxStyles Read(XmlReader? xml)
    {
        var styles = new XlsxStyles();
        var custom = new Dictionary<int, bool>();
        var isCell = false;
        while (xml is not null && xml.Step())
        {
            if (xml.LocalName == "cellXfs")
            {
                isCell = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            }
            else if (xml.IsStart("numFmt") && Number(xml, "numFmtId") is { } id)
            {
                custom[id] = IsDateFormat(xml.GetAttribute("formatCode") ?? "");
            }
            else if (isCell && xml.IsStart("xf"))
            {
                var format = Number(xml, "numFmtId") ?? 0;
                styles.isDate.Add(custom.TryGetValue(format, out var isDate) ? isDate : IsBuiltInDate(format));
            }

            if (styles.isDate.Count + custom.Count > MostStyles)
            {
                throw new RowFileException("row_file.too_large", detail: MostStyles);
            }
        }

        return styles;
    }

    /// <summary>A format code that shows years, months, days, hours, minutes or seconds outside quotes, escapes and brackets.</summary>
    internal static bool IsDateFormat(string code)
    {
        var section = code.AsSpan();
        for (var at = 0; at < section.Length && section[at] != ';'; at++)
        {
            switch (section[at])
            {
                case '"':
                    at = EndOf(section, at, '"');
                    break;
                case '[':
                    var end = EndOf(section, at, ']');
                    if (section[(at + 1)..Math.Min(end, section.Length)] is "h" or "hh" or "m" or "mm" or "s" or "ss")
                    {
                        return true;
                    }

                    at = end;
                    break;
                case '\\' or '_' or '*':
                    at++;
                    break;
                case 'G' or 'g' when section[at..].StartsWith("General", StringComparison.OrdinalIgnoreCase):
                    at += "General".Length - 1;
                    break;
                case 'y' or 'Y' or 'm' or 'M' or 'd' or 'D' or 'h' or 'H' or 's' or 'S':
                    return true;
            }
        }

        return false;
    }

    private static int EndOf(ReadOnlySpan<char> code, int at, char close) =>
        code[(at + 1)..].IndexOf(close) is >= 0 and var distance ? at + 1 + distance : code.Length;

    // ECMA-376 part 1, 18.8.30, with the formats of Chinese, Japanese and Korean locales.
    private static bool IsBuiltInDate(int format) => format is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);

    private static int? Number(XmlReader xml, string name) =>
        int.TryParse(xml.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
