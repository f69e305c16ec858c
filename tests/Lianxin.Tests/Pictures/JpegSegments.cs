namespace Lianxin.Tests.Pictures;

/// <summary>Lists the segments before a JPEG's first scan, and puts new ones in; knows nothing of the product.</summary>
internal static class JpegSegments
{
    public static List<(byte Marker, byte[] Body)> Of(byte[] file)
    {
        var segments = new List<(byte, byte[])>();
        for (var at = 2; ;)
        {
            Assert.Equal(0xFF, file[at]);
            var length = (file[at + 2] << 8) | file[at + 3];
            segments.Add((file[at + 1], file[(at + 4)..(at + 2 + length)]));
            if (file[at + 1] == 0xDA)
            {
                return segments;
            }

            at += 2 + length;
        }
    }

    public static byte[] With(byte[] file, byte marker, byte[] body) =>
        [.. file[..2], 0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body, .. file[2..]];

    /// <summary>A copy with the first segment of this marker changed; its length stays.</summary>
    public static byte[] Changed(byte[] file, byte marker, Action<byte[]> change)
    {
        var copy = (byte[])file.Clone();
        var at = 2;
        foreach (var (found, body) in Of(file))
        {
            if (found == marker)
            {
                change(body);
                body.CopyTo(copy, at + 4);
                return copy;
            }

            at += body.Length + 4;
        }

        throw new InvalidOperationException($"No segment {marker:X2}");
    }
}
