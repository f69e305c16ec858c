using System.Buffers.Binary;
using Lianxin.Pictures;

namespace Lianxin.Tests.Pictures;

public sealed class PictureFuzzTests
{
    private const int Tries = 20_000;

    // Changed sizes may stay lawful and large; a small bound keeps the run short and reaches the same code.
    private static readonly PictureLimits Limits = new() { MaxPixels = 1_000_000 };

    [Fact]
    public void Damaged_photos_are_rebuilt_or_refused_and_nothing_else()
    {
        var (rebuilt, refused) = Try([.. JpegSamples.All.Values], 1, (file, random) => Mutate(file, random));
        Assert.InRange(rebuilt, 500, Tries);
        Assert.InRange(refused, 500, Tries);
    }

    [Fact]
    public void Damaged_drawings_are_rebuilt_or_refused_and_nothing_else()
    {
        // Half of them with their checksums mended, or nothing would be reached behind these.
        var (rebuilt, refused) = Try([.. PngSamples.All.Values], 2, (file, random) => random.Next(2) == 0
            ? Mutate(file, random)
            : Mended(Mutate(file, random)));
        Assert.InRange(rebuilt, 100, Tries);
        Assert.InRange(refused, 500, Tries);
    }

    [Fact]
    public void Damage_beneath_the_packing_is_met_as_well()
    {
        var random = new Random(3);
        var png = new PngByHand(9, 9, 4, 3, true);
        var palette = PngByHand.Chunk("PLTE", new byte[30]);
        var whole = png.Write(png.RandomSamples(random, 10), random, palette);
        var packed = PngByHand.Chunks(whole).Single(chunk => chunk.Name == "IDAT").Content;
        var (rebuilt, refused) = Try([png.Samples(whole)], 4, (rows, lot) => PngByHand.Join(
            whole[..8], png.Header(), palette, PngByHand.Chunk("IDAT", lot.Next(2) == 0 ? PngByHand.Zip(Mutate(rows, lot)) : Mutate(packed, lot)), PngByHand.Chunk("IEND", [])));
        Assert.Equal(Tries, rebuilt + refused);
    }

    private static (int Rebuilt, int Refused) Try(byte[][] files, int seed, Func<byte[], Random, byte[]> damage)
    {
        var random = new Random(seed);
        var rebuilt = 0;
        var before = TimeProvider.System.GetTimestamp();
        for (var at = 0; at < Tries; at++)
        {
            var upload = damage(files[random.Next(files.Length)], random);
            var started = TimeProvider.System.GetTimestamp();
            rebuilt += IsRebuilt(upload) ? 1 : 0;
            Assert.InRange(TimeProvider.System.GetElapsedTime(started).TotalSeconds, 0, 3);
        }

        Assert.InRange(TimeProvider.System.GetElapsedTime(before).TotalSeconds, 0, 120);
        return (rebuilt, Tries - rebuilt);
    }

    private static bool IsRebuilt(byte[] upload)
    {
        RebuiltPicture once;
        try
        {
            once = PictureRebuild.Rebuild(upload, Limits);
        }
        catch (PictureRefusedException refused)
        {
            Assert.True(Enum.IsDefined(refused.Code));
            return false;
        }

        // What was let through must be sound: it goes through again, and nothing is left to change.
        var twice = PictureRebuild.Rebuild(once.Bytes, Limits);
        Assert.Equal(once.Bytes, twice.Bytes);
        return true;
    }

    private static byte[] Mutate(byte[] file, Random random)
    {
        var copy = (byte[])file.Clone();
        for (var left = random.Next(1, 5); left > 0 && copy.Length > 8; left--)
        {
            var at = random.Next(copy.Length);
            var to = random.Next(at, copy.Length);
            copy = random.Next(8) switch
            {
                0 => copy[..at],
                1 => [.. copy[..at], .. copy[to..]],
                2 => [.. copy[..to], .. copy[at..]],
                3 => [.. copy[..at], (byte)random.Next(256), .. copy[at..]],
                4 => Set(copy, at, random.Next(2) == 0 ? 0xFF : 0x00),
                5 => Set(copy, at, random.Next(256)),
                _ => Set(copy, at, copy[at] ^ (1 << random.Next(8))),
            };
        }

        return copy;
    }

    private static byte[] Set(byte[] file, int at, int value)
    {
        file[at] = (byte)value;
        return file;
    }

    private static byte[] Mended(byte[] file)
    {
        for (var at = 8; at + 12 <= file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            if (length < 0 || length > file.Length - at - 12)
            {
                break;
            }

            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(at + 8 + length), PngChunks.Checksum(file.AsSpan(at + 4, length + 4)));
            at += 12 + length;
        }

        return file;
    }
}
