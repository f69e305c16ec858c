using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Lianxin.Tests.Pictures;

/// <summary>A PNG made and read apart from the product, so that one proves the other.</summary>
internal sealed record PngByHand(int Width, int Height, int Depth, int Type, bool Interlaced)
{
    private static readonly int[][] Adam7 =
        [[0, 0, 8, 8], [4, 0, 8, 8], [0, 4, 4, 8], [2, 0, 4, 4], [0, 2, 2, 4], [1, 0, 2, 2], [0, 1, 1, 2]];

    public int BitsAPixel => Depth * (Type switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 });

    public static byte[] Chunk(string name, byte[] content)
    {
        var body = Encoding.ASCII.GetBytes(name).Concat(content).ToArray();
        var chunk = new byte[body.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        body.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(4 + body.Length), Crc(body));
        return chunk;
    }

    public static List<(string Name, byte[] Content)> Chunks(byte[] file)
    {
        var chunks = new List<(string, byte[])>();
        for (var at = 8; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            var content = file[(at + 8)..(at + 8 + length)];
            var name = Encoding.ASCII.GetString(file, at + 4, 4);
            Assert.Equal(Chunk(name, content), file[at..(at + 12 + length)]);
            chunks.Add((name, content));
            at += 12 + length;
        }

        return chunks;
    }

    public static PngByHand Of(byte[] file)
    {
        var head = Chunks(file)[0].Content;
        return new PngByHand(
            BinaryPrimitives.ReadInt32BigEndian(head), BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(4)), head[8], head[9], head[12] == 1);
    }

    public byte[] Header() =>
        Chunk("IHDR", [0, 0, (byte)(Width >> 8), (byte)Width, 0, 0, (byte)(Height >> 8), (byte)Height, (byte)Depth, (byte)Type, 0, 0, Interlaced ? (byte)1 : (byte)0]);

    /// <summary>Writes samples through filters drawn by lot, with these chunks between head and pixels.</summary>
    public byte[] Write(byte[] samples, Random random, params byte[][] between) =>
        Join([[0x89, .. "PNG\r\n\u001a\n"u8], Header(), .. between, Chunk("IDAT", Zip(Filtered(samples, random))), Chunk("IEND", [])]);

    public static byte[] Join(params byte[][] parts) => [.. parts.SelectMany(part => part)];

    public static byte[] Zip(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Fastest))
        {
            zip.Write(plain);
        }

        return packed.ToArray();
    }

    /// <summary>The samples as packed rows of all passes after another, filters taken off.</summary>
    public byte[] Samples(byte[] file)
    {
        var packed = Chunks(file).Where(chunk => chunk.Name == "IDAT").SelectMany(chunk => chunk.Content).ToArray();
        using var zip = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
        var samples = new List<byte>();
        foreach (var (length, rows) in Passes())
        {
            var above = new byte[length];
            for (var row = 0; row < rows; row++)
            {
                var filter = zip.ReadByte();
                var line = new byte[length];
                zip.ReadExactly(line);
                for (var at = 0; at < length; at++)
                {
                    line[at] += Guess(filter, line, above, at);
                }

                samples.AddRange(line);
                above = line;
            }
        }

        Assert.Equal(-1, zip.ReadByte());
        return [.. samples];
    }

    public byte[] RandomSamples(Random random, int values)
    {
        var samples = new List<byte>();
        foreach (var (length, rows, width) in PassesWithWidth())
        {
            for (var row = 0; row < rows; row++)
            {
                samples.AddRange(RandomRow(random, values, length, width));
            }
        }

        return [.. samples];
    }

    private byte[] RandomRow(Random random, int values, int length, int width)
    {
        var line = new byte[length];
        for (var bit = 0; bit < width * BitsAPixel; bit += Math.Min(8, Depth))
        {
            var value = random.Next(Math.Min(256, values));
            line[bit / 8] |= (byte)(value << (8 - Math.Min(8, Depth) - (bit % 8)));
        }

        return line;
    }

    private byte[] Filtered(byte[] samples, Random random)
    {
        var filtered = new List<byte>();
        var next = 0;
        foreach (var (length, rows) in Passes())
        {
            var above = new byte[length];
            for (var row = 0; row < rows; row++)
            {
                var line = samples[next..(next + length)];
                var filter = random.Next(5);
                filtered.Add((byte)filter);
                filtered.AddRange(Enumerable.Range(0, length).Select(at => (byte)(line[at] - Guess(filter, line, above, at))));
                above = line;
                next += length;
            }
        }

        return [.. filtered];
    }

    private byte Guess(int filter, byte[] line, byte[] above, int at)
    {
        var step = Math.Max(1, BitsAPixel / 8);
        int left = at < step ? 0 : line[at - step], up = above[at], corner = at < step ? 0 : above[at - step];
        int[] near = [left, up, corner];
        return (byte)(filter switch
        {
            0 => 0,
            1 => left,
            2 => up,
            3 => (left + up) >> 1,
            _ => near.MinBy(one => Math.Abs(left + up - corner - one)),
        });
    }

    private IEnumerable<(int Length, int Rows)> Passes() => PassesWithWidth().Select(pass => (pass.Length, pass.Rows));

    private IEnumerable<(int Length, int Rows, int Width)> PassesWithWidth()
    {
        foreach (var pass in Interlaced ? Adam7 : [[0, 0, 1, 1]])
        {
            var columns = Enumerable.Range(0, Width).Count(x => x % pass[2] == pass[0]);
            var rows = Enumerable.Range(0, Height).Count(y => y % pass[3] == pass[1]);
            if (columns > 0 && rows > 0)
            {
                yield return (((columns * BitsAPixel) + 7) / 8, rows, columns);
            }
        }
    }

    private static uint Crc(byte[] bytes)
    {
        var rest = uint.MaxValue;
        foreach (var bit in bytes.SelectMany(one => Enumerable.Range(0, 8).Select(shift => (uint)(one >> shift) & 1)))
        {
            rest = ((rest ^ bit) & 1) != 0 ? (rest >> 1) ^ 0xEDB88320 : rest >> 1;
        }

        return ~rest;
    }
}
