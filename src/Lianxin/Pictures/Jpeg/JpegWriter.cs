using System.Buffers;

namespace Lianxin.Pictures;

/// <summary>Writes a decoded JPEG as a new sequential file: own head, own Huffman code, the same coefficients.</summary>
internal static class JpegWriter
{
    public static byte[] Write(JpegPicture picture)
    {
        var counts = new JpegSymbolCounts();
        JpegSymbols.Send(picture, ref counts);
        var tables = Math.Min(2, picture.Components.Length);
        var dc = counts.DcCounts.Take(tables).Select(count => new HuffmanCode(count)).ToArray();
        var ac = counts.AcCounts.Take(tables).Select(count => new HuffmanCode(count)).ToArray();

        var output = new ArrayBufferWriter<byte>(65_536);
        output.Write(Head(picture));
        for (var table = 0; table < tables; table++)
        {
            output.Write(Table(dc[table], table));
            output.Write(Table(ac[table], 0x10 | table));
        }

        output.Write(ScanHead(picture));
        var symbols = new JpegSymbolWriter(output, dc, ac);
        JpegSymbols.Send(picture, ref symbols);
        symbols.End();
        output.Write<byte>([0xFF, 0xD9]);
        return output.WrittenSpan.ToArray();
    }

    private static byte[] Head(JpegPicture picture)
    {
        // With the JFIF mark the planes would be taken for luminance and colour difference.
        byte[] mark = picture.Rgb
            ? Segment(0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 0])
            : Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
        byte[] turned = picture.Orientation == 1 ? [] : ExifOrientation.Segment(picture.Orientation);
        var quants = Quants(picture);
        return
        [
            0xFF, 0xD8, .. mark, .. turned,
            .. quants.SelectMany((quant, slot) => Segment(0xDB, Quant(quant, slot))),
            .. Segment(FrameMarker(quants), Frame(picture, quants)),
        ];
    }

    private static byte[] Segment(byte marker, byte[] body) =>
        [0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body];

    private static List<ushort[]> Quants(JpegPicture picture)
    {
        var quants = new List<ushort[]>();
        foreach (var plane in picture.Components)
        {
            if (SlotOf(quants, plane) < 0)
            {
                quants.Add(plane.Quant!);
            }
        }

        return quants;
    }

    private static int SlotOf(List<ushort[]> quants, JpegComponent plane) =>
        quants.FindIndex(quant => quant.AsSpan().SequenceEqual(plane.Quant));

    private static bool IsWide(ushort[] quant) => quant.Any(step => step > 255);

    private static byte[] Quant(ushort[] quant, int slot) => IsWide(quant)
        ? [(byte)(0x10 | slot), .. quant.SelectMany(step => new[] { (byte)(step >> 8), (byte)step })]
        : [(byte)slot, .. quant.Select(step => (byte)step)];

    // Baseline has no quantisation steps over 255; extended sequential has.
    private static byte FrameMarker(List<ushort[]> quants) => (byte)(quants.Exists(IsWide) ? 0xC1 : 0xC0);

    private static byte[] Frame(JpegPicture picture, List<ushort[]> quants) =>
    [
        8, (byte)(picture.Height >> 8), (byte)picture.Height, (byte)(picture.Width >> 8), (byte)picture.Width,
        (byte)picture.Components.Length,
        .. picture.Components.SelectMany((plane, at) => new[]
        {
            (byte)(at + 1), (byte)((plane.Across << 4) | plane.Down), (byte)SlotOf(quants, plane),
        }),
    ];

    private static byte[] Table(HuffmanCode code, int slot) =>
        Segment(0xC4, [(byte)slot, .. code.Counts, .. code.Symbols]);

    private static byte[] ScanHead(JpegPicture picture) => Segment(0xDA,
    [
        (byte)picture.Components.Length,
        .. picture.Components.SelectMany((_, at) => new[] { (byte)(at + 1), (byte)(at == 0 ? 0x00 : 0x11) }),
        0, 63, 0,
    ]);
}
