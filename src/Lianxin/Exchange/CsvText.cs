using System.Text;

namespace Lianxin.Exchange;

/// <summary>Finds out how the bytes of a csv file are written: UTF-8, UTF-16 with a mark, or GB 18030.</summary>
internal static class CsvText
{
    private const int Block = 64 * 1024;

    /// <summary>GB 18030, strict; every character of Unicode has a form in it.</summary>
    public static Encoding Gb18030 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
        ?? throw new InvalidOperationException("The framework has no GB18030.");

    /// <summary>Reads the whole file once and leaves it at its beginning.</summary>
    public static Encoding Detect(Stream file)
    {
        var mark = new byte[3];
        file.Position = 0;
        var read = file.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false);
        var encoding = read >= 2 && mark[0] == 0xFF && mark[1] == 0xFE ? (Encoding)new UnicodeEncoding(false, true, throwOnInvalidBytes: true)
            : read >= 2 && mark[0] == 0xFE && mark[1] == 0xFF ? new UnicodeEncoding(true, true, throwOnInvalidBytes: true)
            : DetectBytes(file, isMarked: read == 3 && mark is [0xEF, 0xBB, 0xBF]);
        file.Position = 0;
        return encoding;
    }

    // Han in UTF-8 takes three bytes. A file whose valid UTF-8 has pairs only is far likelier GBK: 一 (D2 BB) reads as a Cyrillic letter.
    private static Encoding DetectBytes(Stream file, bool isMarked)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);
        var asUtf8 = Walk(file, utf8);
        if (asUtf8.IsValid && (isMarked || asUtf8.HasLong || !asUtf8.HasPairs))
        {
            return utf8;
        }

        return !isMarked && Walk(file, Gb18030).IsValid ? Gb18030
            : asUtf8.IsValid ? utf8
            : throw new RowFileException("row_file.unknown_encoding");
    }

    private static (bool IsValid, bool HasPairs, bool HasLong) Walk(Stream file, Encoding encoding)
    {
        var (bytes, characters) = (new byte[Block], new char[encoding.GetMaxCharCount(Block)]);
        var (hasPairs, hasLong, read) = (false, false, 0);
        var decoder = encoding.GetDecoder();
        file.Position = 0;
        try
        {
            do
            {
                read = file.Read(bytes);
                var count = decoder.GetChars(bytes, 0, read, characters, 0, flush: read == 0);
                var decoded = characters.AsSpan(0, count);
                RefuseBinary(decoded);
                hasPairs |= decoded.ContainsAnyInRange('\u0080', '\u07FF');
                hasLong |= decoded.ContainsAnyInRange('\u0800', '\uFFFE');
            }
            while (read > 0);
        }
        catch (DecoderFallbackException)
        {
            return (false, hasPairs, hasLong);
        }

        return (true, hasPairs, hasLong);
    }

    private static void RefuseBinary(ReadOnlySpan<char> decoded)
    {
        if (decoded.Contains('\0'))
        {
            throw new RowFileException("row_file.not_a_table");
        }
    }
}
