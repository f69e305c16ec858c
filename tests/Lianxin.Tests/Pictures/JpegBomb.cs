namespace Lianxin.Tests.Pictures;

/// <summary>A lawful progressive JPEG of one empty plane in which a few bytes ask for as many scans as are allowed.</summary>
internal static class JpegBomb
{
    public static byte[] Write(int width, int height)
    {
        var blocks = width / 8 * (height / 8);
        var file = new List<byte> { 0xFF, 0xD8 };
        file.AddRange(Segment(0xDB, [0, .. Enumerable.Repeat((byte)1, 64)]));
        file.AddRange(Segment(0xC2, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0]));

        // One code, "0": no difference for the first value; for the others, a run of 16384 and more empty blocks.
        file.AddRange(Segment(0xC4, [0x00, 1, .. new byte[15], 0x00]));
        file.AddRange(Segment(0xC4, [0x10, 1, .. new byte[15], 0xE0]));
        file.AddRange([.. Scan(0, 0, 0, 0), .. new byte[(blocks + 7) / 8]]);
        foreach (var (first, last) in new[] { (1, 10), (11, 20), (21, 30), (31, 40), (41, 50), (51, 63) })
        {
            for (var bit = 9; bit >= 0; bit--)
            {
                file.AddRange(Scan(first, last, bit == 9 ? 0 : bit + 1, bit));
                file.AddRange(EmptyRuns(blocks));
            }
        }

        return [.. file, 0xFF, 0xD9];
    }

    private static byte[] Segment(byte marker, byte[] body) => [0xFF, marker, 0, (byte)(body.Length + 2), .. body];

    private static byte[] Scan(int first, int last, int above, int bit) =>
        Segment(0xDA, [1, 1, 0x00, (byte)first, (byte)last, (byte)((above << 4) | bit)]);

    private static byte[] EmptyRuns(int blocks)
    {
        var bits = "";
        for (var left = blocks; left > 0;)
        {
            // 49 runs of 16384 blocks make up 7168 × 7168 pixels exactly.
            Assert.True(left >= 16_384);
            bits += "0" + new string('0', 14);
            left -= 16_384;
        }

        bits = bits.PadRight((bits.Length + 7) / 8 * 8, '1');
        return [.. bits.Chunk(8).Select(eight => Convert.ToByte(new string(eight), 2))];
    }
}
