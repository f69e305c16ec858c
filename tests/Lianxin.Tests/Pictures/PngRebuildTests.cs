using Lianxin.Pictures;

namespace Lianxin.Tests.Pictures;

public sealed class PngRebuildTests
{
    private static readonly string[] Kept = ["IHDR", "PLTE", "tRNS", "IDAT", "IEND"];

    public static TheoryData<string> Samples => [.. PngSamples.All.Keys];

    public static TheoryData<int, int, bool> Shapes
    {
        get
        {
            var shapes = new TheoryData<int, int, bool>();
            foreach (var (type, depths) in new (int, int[])[] { (0, [1, 2, 4, 8, 16]), (2, [8, 16]), (3, [1, 2, 4, 8]), (4, [8, 16]), (6, [8, 16]) })
            {
                foreach (var depth in depths)
                {
                    shapes.Add(type, depth, false);
                    shapes.Add(type, depth, true);
                }
            }

            return shapes;
        }
    }

    [Theory, MemberData(nameof(Shapes))]
    public void Every_sample_stays_as_it_was(int type, int depth, bool interlaced)
    {
        var random = new Random((type * 100) + depth);
        for (var size = 1; size <= 17; size++)
        {
            var png = new PngByHand(size, 1 + random.Next(17), depth, type, interlaced);
            var samples = png.RandomSamples(random, 1 << depth);
            byte[][] palette = type == 3 ? [PngByHand.Chunk("PLTE", new byte[3 << depth])] : [];

            var rebuilt = Rebuild(png.Write(samples, random, palette));

            Assert.Equal(png, PngByHand.Of(rebuilt.Bytes));
            Assert.Equal((png.Width, png.Height), (rebuilt.Width, rebuilt.Height));
            Assert.Equal(samples, png.Samples(rebuilt.Bytes));
        }
    }

    [Theory, MemberData(nameof(Samples))]
    public void Files_of_other_encoders_keep_their_samples_and_colours_and_nothing_else(string name)
    {
        var upload = PngSamples.All[name];
        var rebuilt = Rebuild(upload).Bytes;

        Assert.Equal(PngByHand.Of(upload), PngByHand.Of(rebuilt));
        Assert.Equal(PngByHand.Of(upload).Samples(upload), PngByHand.Of(upload).Samples(rebuilt));
        Assert.Equal(Colours(upload), Colours(rebuilt));
        Assert.All(PngByHand.Chunks(rebuilt), chunk => Assert.Contains(chunk.Name, Kept));
    }

    [Fact]
    public void Words_place_profile_and_trailing_bytes_are_gone()
    {
        byte[] upload = [.. PngSamples.All["PngDescribed"], .. "words after the end"u8];
        Assert.Contains(PngByHand.Chunks(PngSamples.All["PngDescribed"]), chunk => chunk.Name is "tEXt" or "eXIf" or "iTXt");
        var rebuilt = Rebuild(upload).Bytes;
        Assert.Equal(["IHDR", "IDAT", "IEND"], PngByHand.Chunks(rebuilt).Select(chunk => chunk.Name));
    }

    [Fact]
    public void Bits_after_the_last_pixel_and_above_a_clear_colour_hide_nothing()
    {
        var png = new PngByHand(3, 1, 1, 0, false);
        var rebuilt = Rebuild(png.Write([0b1011_1111], new Random(1), PngByHand.Chunk("tRNS", [0xFF, 0xFF]))).Bytes;
        Assert.Equal([0b1010_0000], png.Samples(rebuilt));
        Assert.Equal(["tRNS 0001"], Colours(rebuilt));
    }

    [Fact]
    public void A_file_cut_anywhere_is_refused()
    {
        var whole = PngSamples.All["Rgb8"];
        for (var length = 8; length < whole.Length; length++)
        {
            Assert.Equal(PictureRefusal.Truncated, Refused(whole[..length]));
        }
    }

    [Fact]
    public void A_changed_byte_is_found_by_the_checksum()
    {
        var file = PngSamples.All["Grey1"];
        for (var at = 16; at < file.Length - 12; at++)
        {
            var changed = (byte[])file.Clone();
            changed[at] ^= 0x10;
            Assert.Contains(Refused(changed), new[] { PictureRefusal.Damaged, PictureRefusal.Truncated });
        }
    }

    [Fact]
    public void An_animated_picture_is_refused() => Assert.Equal(PictureRefusal.Animated, Refused(With(PngByHand.Chunk("acTL", new byte[8]))));

    [Fact]
    public void A_chunk_needed_but_not_known_is_refused() => Assert.Equal(PictureRefusal.Unsupported, Refused(With(PngByHand.Chunk("CgBI", new byte[4]))));

    [Fact]
    public void A_promise_of_too_many_pixels_is_refused_before_unpacking()
    {
        Assert.Equal(PictureRefusal.TooManyPixels, Refused(Raw(new PngByHand(16_384, 16_384, 1, 0, false), [])));
        Assert.Equal(PictureRefusal.TooManyPixels, Refused(Raw(new PngByHand(16_385, 1, 1, 0, false), [])));
    }

    [Fact]
    public void Pixels_too_many_or_too_few_or_with_a_wrong_filter_are_refused()
    {
        var png = new PngByHand(4, 2, 8, 0, false);
        Assert.Equal(4, Rebuild(Raw(png, new byte[10])).Width);
        Assert.Equal(PictureRefusal.Truncated, Refused(Raw(png, new byte[9])));
        Assert.Equal(PictureRefusal.Damaged, Refused(Raw(png, new byte[11])));
        Assert.Equal(PictureRefusal.Damaged, Refused(Raw(png, new byte[50_000_000])));
        Assert.Equal(PictureRefusal.Damaged, Refused(Raw(png, [5, .. new byte[9]])));
    }

    [Fact]
    public void A_palette_number_without_a_colour_is_damage()
    {
        var png = new PngByHand(4, 1, 2, 3, false);
        var palette = PngByHand.Chunk("PLTE", new byte[9]);
        Assert.Equal(4, Rebuild(png.Write([0b00_01_10_00], new Random(1), palette)).Width);
        Assert.Equal(PictureRefusal.Damaged, Refused(png.Write([0b00_01_11_00], new Random(1), palette)));
        Assert.Equal(PictureRefusal.Damaged, Refused(png.Write([0], new Random(1))));
    }

    private static byte[] With(byte[] chunk) => new PngByHand(1, 1, 8, 0, false).Write([7], new Random(1), chunk);

    private static byte[] Raw(PngByHand png, byte[] rows) => PngByHand.Join(
        [0x89, .. "PNG\r\n\u001a\n"u8], png.Header(), PngByHand.Chunk("IDAT", PngByHand.Zip(rows)), PngByHand.Chunk("IEND", []));

    private static IEnumerable<string> Colours(byte[] file) => PngByHand.Chunks(file)
        .Where(chunk => chunk.Name is "PLTE" or "tRNS")
        .Select(chunk => $"{chunk.Name} {Convert.ToHexString(chunk.Content)}");

    private static RebuiltPicture Rebuild(byte[] upload) => PictureRebuild.Rebuild(upload, PictureLimits.Default);

    private static PictureRefusal Refused(byte[] upload) =>
        Assert.Throws<PictureRefusedException>(() => Rebuild(upload)).Code;
}
