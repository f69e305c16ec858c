using System.Text;

namespace Lianxin.Pictures;

/// <summary>Tells what a file is by its first bytes, never by its name; refuses all but JPEG and PNG by their own codes.</summary>
internal static class FileSignature
{
    private const int TextLooked = 1024;

    public static PictureKind KindOf(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith<byte>([0xFF, 0xD8, 0xFF]))
        {
            return PictureKind.Jpeg;
        }

        if (file.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]))
        {
            return PictureKind.Png;
        }

        throw new PictureRefusedException(file.IsEmpty ? PictureRefusal.Empty : OtherKind(file));
    }

    private static PictureRefusal OtherKind(ReadOnlySpan<byte> file) => file switch
    {
        _ when file.StartsWith("RIFF"u8) && At(file, 8, "WEBP"u8) => PictureRefusal.WebpNotAccepted,
        _ when file.StartsWith("RIFF"u8) && At(file, 8, "AVI "u8) => PictureRefusal.VideoNotAccepted,
        _ when At(file, 4, "ftyp"u8) => BrandOf(file),
        _ when file.StartsWith("GIF8"u8) => PictureRefusal.GifNotAccepted,
        _ when file.StartsWith("BM"u8) && At(file, 6, [0, 0, 0, 0]) => PictureRefusal.BmpNotAccepted,
        _ when file.StartsWith("II*\0"u8) || file.StartsWith("MM\0*"u8) => PictureRefusal.TiffNotAccepted,
        _ when file.StartsWith("%PDF"u8) => PictureRefusal.PdfNotAccepted,
        _ when file.StartsWith("PK\u0003\u0004"u8) || file.StartsWith("PK\u0005\u0006"u8) => PictureRefusal.ZipNotAccepted,
        _ when file.StartsWith<byte>([0xFF, 0x0A]) || At(file, 4, "JXL "u8) || At(file, 4, "jP  "u8) => PictureRefusal.Unsupported,
        _ when file.StartsWith<byte>([0x1A, 0x45, 0xDF, 0xA3]) => PictureRefusal.VideoNotAccepted,
        _ => TextKind(file),
    };

    private static bool At(ReadOnlySpan<byte> file, int offset, ReadOnlySpan<byte> mark) =>
        file.Length >= offset + mark.Length && file.Slice(offset, mark.Length).SequenceEqual(mark);

    private static PictureRefusal BrandOf(ReadOnlySpan<byte> file)
    {
        if (At(file, 8, "avif"u8) || At(file, 8, "avis"u8))
        {
            return PictureRefusal.AvifNotAccepted;
        }

        // The general brands mif1 and msf1 stand in phones' HEIC files and in AVIF alike: the further brands decide.
        if (At(file, 8, "mif1"u8) || At(file, 8, "msf1"u8))
        {
            return file[..Math.Min(file.Length, 64)].IndexOf("avif"u8) >= 0
                ? PictureRefusal.AvifNotAccepted
                : PictureRefusal.HeicNotAccepted;
        }

        return At(file, 8, "hei"u8) || At(file, 8, "hev"u8)
            ? PictureRefusal.HeicNotAccepted
            : PictureRefusal.VideoNotAccepted;
    }

    private static PictureRefusal TextKind(ReadOnlySpan<byte> file)
    {
        // Zero bytes are dropped so that UTF-16 reads like ASCII.
        var start = Encoding.Latin1.GetString(file[..Math.Min(file.Length, TextLooked)])
            .Replace("\0", "", StringComparison.Ordinal)
            .TrimStart('\u00EF', '\u00BB', '\u00BF', '\u00FE', '\u00FF', ' ', '\t', '\r', '\n');
        if (!start.StartsWith('<'))
        {
            return PictureRefusal.NotAPicture;
        }

        var html = start.IndexOf("<html", StringComparison.OrdinalIgnoreCase);
        var svg = start.IndexOf("<svg", StringComparison.OrdinalIgnoreCase);
        if (svg >= 0 && (html < 0 || svg < html))
        {
            return PictureRefusal.SvgNotAccepted;
        }

        return start.StartsWith("<?xml", StringComparison.Ordinal) && html < 0
            ? PictureRefusal.NotAPicture
            : PictureRefusal.HtmlNotAccepted;
    }
}
