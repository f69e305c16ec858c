using System.IO.Compression;

namespace Lianxin.Pictures;

/// <summary>Unpacks the rows of a PNG to their samples and packs these again; holds three rows at a time.</summary>
internal sealed class PngRows(PngPicture picture, PictureLimits limits) : IDisposable
{
    private readonly ZLibStream unpacked = new(new MemoryStream(picture.Packed, writable: false), CompressionMode.Decompress);
    private readonly MemoryStream repacked = new();

    /// <summary>The pixels packed anew, lasting until this is disposed.</summary>
    public ReadOnlySpan<byte> Repack()
    {
        try
        {
            using var packing = new ZLibStream(repacked, CompressionLevel.Optimal, leaveOpen: true);
            foreach (var (width, height) in picture.Header.Passes())
            {
                Pass(width, height, packing);
            }

            // Reading to the end makes the checksum of the whole be looked at.
            if (unpacked.ReadByte() >= 0)
            {
                throw new PictureRefusedException(PictureRefusal.Damaged);
            }
        }
        catch (Exception cause) when (cause is InvalidDataException or IOException)
        {
            throw new PictureRefusedException(PictureRefusal.Damaged, cause);
        }

        return repacked.GetBuffer().AsSpan(0, (int)repacked.Length);
    }

    public void Dispose()
    {
        unpacked.Dispose();
        repacked.Dispose();
    }

    private void Pass(int width, int height, ZLibStream packing)
    {
        var step = picture.Header.FilterStep;
        var length = picture.Header.RowBytes(width);
        var (row, above, filtered) = (new byte[length + 1], new byte[length + 1], new byte[length + 1]);
        for (var at = 0; at < height; at++)
        {
            var kind = Fill(row);
            PngFilter.TakeOff(kind, row.AsSpan(1), above.AsSpan(1), step);
            PngRowSamples.Clean(row.AsSpan(1), width, picture);

            // The filter says nothing of the picture; the one its encoder chose packs about as well as can be.
            filtered[0] = kind;
            PngFilter.LayOn(kind, row.AsSpan(1), above.AsSpan(1), step, filtered.AsSpan(1));
            packing.Write(filtered);
            (row, above) = (above, row);
            CheckSize();
        }
    }

    private byte Fill(byte[] row)
    {
        if (unpacked.ReadAtLeast(row, row.Length, throwOnEndOfStream: false) < row.Length)
        {
            throw new PictureRefusedException(PictureRefusal.Truncated);
        }

        return row[0] < PngFilter.Kinds ? row[0] : throw new PictureRefusedException(PictureRefusal.Damaged);
    }

    private void CheckSize()
    {
        if (repacked.Length > limits.MaxRebuiltBytes)
        {
            throw new PictureRefusedException(PictureRefusal.TooManyBytes);
        }
    }
}
