using System.Globalization;
using System.Text;

namespace Lianxin.Exchange;

/// <summary>Texts as xlsx writes them: what XML cannot hold stands as <c>_x000D_</c> (ECMA-376, ST_Xstring).</summary>
internal static class XlsxText
{
    private const int EscapeLength = 7;

    public static string Decode(string written)
    {
        if (!written.Contains("_x", StringComparison.Ordinal))
        {
            return written;
        }

        var text = new StringBuilder(written.Length);
        for (var at = 0; at < written.Length; at++)
        {
            if (IsEscape(written, at))
            {
                text.Append((char)ushort.Parse(written.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                at += EscapeLength - 1;
            }
            else
            {
                text.Append(written[at]);
            }
        }

        return text.ToString();
    }

    public static string Encode(string text)
    {
        var written = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var character = text[at];
            if (char.IsHighSurrogate(character) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                written.Append(character).Append(text[++at]);
            }
            else if (char.IsSurrogate(character))
            {
                written.Append('\uFFFD');
            }
            else if (IsEscape(text, at) || (character < ' ' && character is not ('\t' or '\n')) || character is '\uFFFE' or '\uFFFF')
            {
                written.Append(CultureInfo.InvariantCulture, $"_x{(int)character:X4}_");
            }
            else
            {
                written.Append(character);
            }
        }

        return written.ToString();
    }

    private static bool IsEscape(string text, int at) =>
        at + EscapeLength <= text.Length && text[at] == '_' && text[at + 1] == 'x' && text[at + 6] == '_'
        && char.IsAsciiHexDigit(text[at + 2]) && char.IsAsciiHexDigit(text[at + 3]) && char.IsAsciiHexDigit(text[at + 4]) && char.IsAsciiHexDigit(text[at + 5]);
}
