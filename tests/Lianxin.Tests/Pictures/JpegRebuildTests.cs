using System.Globalization;
using System.Security.Cryptography;
using Lianxin.Pictures;

namespace Lianxin.Tests.Pictures;

public sealed class JpegRebuildTests
{
    public static TheoryData<string> Rebuilt => [.. JpegSamples.Rebuilt.Keys];

    [Theory, MemberData(nameof(Rebuilt))]
    public void Every_coefficient_stays_as_it_was(string name)
    {
        var before = Read(JpegSamples.All[name]);
        var after = Read(Rebuild(JpegSamples.All[name]).Bytes);

        Assert.Equal((before.Width, before.Height, before.Rgb), (after.Width, after.Height, after.Rgb));
        foreach (var (was, now) in before.Components.Zip(after.Components))
        {
            Assert.Equal((was.Across, was.Down), (now.Across, now.Down));
            Assert.Equal(was.Quant, now.Quant);
            Assert.Equal(was.Coefficients, now.Coefficients);
        }
    }

    [Theory, MemberData(nameof(Rebuilt))]
    public void The_rebuilt_file_is_the_one_other_decoders_were_seen_to_read_alike(string name) =>
        Assert.Equal(JpegSamples.Rebuilt[name], Convert.ToHexStringLower(SHA256.HashData(Rebuild(JpegSamples.All[name]).Bytes)));

    [Theory, MemberData(nameof(Rebuilt))]
    public void Rebuilding_twice_changes_nothing_more(string name)
    {
        var once = Rebuild(JpegSamples.All[name]).Bytes;
        Assert.Equal(once, Rebuild(once).Bytes);
    }

    [Theory]
    [InlineData("Progressive420")]
    [InlineData("Restarts")]
    [InlineData("ProgressiveRestarts")]
    public void One_picture_coded_differently_is_rebuilt_to_the_same_bytes(string name) =>
        Assert.Equal(Rebuild(JpegSamples.All["Baseline420"]).Bytes, Rebuild(JpegSamples.All[name]).Bytes);

    [Theory, MemberData(nameof(Rebuilt))]
    public void Nothing_but_pixels_is_written(string name)
    {
        var segments = JpegSegments.Of(Rebuild(JpegSamples.All[name]).Bytes);
        var described = segments.Where(segment => segment.Marker is (>= 0xE0 and <= 0xEF) or 0xFE).ToList();

        byte[] mark = name == "Rgb" ? [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 0] : [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0];
        Assert.Equal(mark, described[0].Body);
        Assert.Equal(name == "Described" ? 2 : 1, described.Count);
        Assert.All(segments, segment => Assert.Contains(segment.Marker, new byte[] { 0xE0, 0xE1, 0xEE, 0xDB, 0xC0, 0xC1, 0xC4, 0xDA }));
    }

    [Fact]
    public void Place_maker_words_and_trailing_bytes_are_gone_but_the_turn_stays()
    {
        var upload = JpegSamples.All["Described"];
        var rebuilt = Rebuild(upload);

        foreach (var secret in new[] { "Camera"u8.ToArray(), "hidden"u8.ToArray(), "Someone"u8.ToArray(), "a comment"u8.ToArray(), "words after the end"u8.ToArray() })
        {
            Assert.True(upload.AsSpan().IndexOf(secret) > 0);
            Assert.True(rebuilt.Bytes.AsSpan().IndexOf(secret) < 0);
        }

        var exif = Assert.Single(JpegSegments.Of(rebuilt.Bytes), segment => segment.Marker == 0xE1).Body;
        Assert.Equal([.. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0], exif);
        Assert.Equal([0xFF, 0xD9], rebuilt.Bytes[^2..]);
        Assert.Equal((13, 21), (rebuilt.Width, rebuilt.Height));
    }

    [Theory]
    [InlineData("49492A0008000000010012010300010000000800000000000000", 8)]
    [InlineData("4D4D002A00000008000101120003000000010003000000000000", 3)]
    [InlineData("4D4D002A00000008000101120003000000010009000000000000", 1)]
    [InlineData("4D4D002A00000008000101120004000000010000000600000000", 1)]
    [InlineData("4D4D002AFFFFFFFF000101120003000000010003000000000000", 1)]
    [InlineData("4D4D002A00000008FFFF0112000300000001", 1)]
    [InlineData("4D4D002A00000019FFFF", 1)]
    [InlineData("4D4D002A", 1)]
    public void The_turn_is_read_within_bounds_and_only_when_sound(string tiff, int turn)
    {
        var upload = JpegSegments.With(JpegSamples.All["Grey"], 0xE1, [.. "Exif\0\0"u8, .. Convert.FromHexString(tiff)]);
        Assert.Equal(turn, Read(Rebuild(upload).Bytes).Orientation);
    }

    [Fact]
    public void A_file_cut_anywhere_is_refused()
    {
        foreach (var name in new[] { "Baseline420", "Progressive444", "Restarts" })
        {
            var whole = JpegSamples.All[name];
            for (var length = 3; length < whole.Length; length++)
            {
                Assert.Equal(PictureRefusal.Truncated, Refused(whole[..length]));
            }
        }
    }

    [Fact]
    public void Pixels_missing_before_the_end_mark_are_damage() =>
        Assert.Equal(PictureRefusal.Damaged, Refused([.. JpegSamples.All["Baseline444"][..^20], 0xFF, 0xD9]));

    [Fact]
    public void A_few_stray_bytes_before_the_end_mark_are_passed_over_and_many_are_damage()
    {
        var whole = JpegSamples.All["Baseline444"];
        Assert.Equal(Rebuild(whole).Bytes, Rebuild([.. whole[..^2], 1, 2, 3, 0xFF, 0xFF, 0xD9]).Bytes);
        Assert.Equal(PictureRefusal.Damaged, Refused([.. whole[..^2], .. new byte[40], 0xFF, 0xD9]));
    }

    [Theory]
    [InlineData("Arithmetic", PictureRefusal.Unsupported)]
    [InlineData("Cmyk", PictureRefusal.CmykNotAccepted)]
    public void Codings_not_kept_are_refused_by_name(string name, PictureRefusal code) =>
        Assert.Equal(code, Refused(JpegSamples.All[name]));

    [Fact]
    public void A_frame_promising_too_many_pixels_is_refused_before_room_is_made()
    {
        var huge = JpegSegments.Changed(JpegSamples.All["Baseline444"], 0xC0, frame => frame.AsSpan(1, 4).Fill(0x3F));
        Assert.Equal(PictureRefusal.TooManyPixels, Refused(huge));
        var tall = JpegSegments.Changed(JpegSamples.All["Baseline444"], 0xC0, frame => frame[1] = 0x41);
        Assert.Equal(PictureRefusal.TooManyPixels, Refused(tall));
    }

    [Fact]
    public void A_step_of_zero_or_twelve_bits_or_a_missing_table_is_refused()
    {
        var whole = JpegSamples.All["Grey"];
        Assert.Equal(PictureRefusal.Damaged, Refused(JpegSegments.Changed(whole, 0xDB, body => body[9] = 0)));
        Assert.Equal(PictureRefusal.Unsupported, Refused(JpegSegments.Changed(whole, 0xC0, body => body[0] = 12)));
        Assert.Equal(PictureRefusal.Damaged, Refused(JpegSegments.Changed(whole, 0xDA, body => body[2] = 0x22)));
        Assert.Equal(PictureRefusal.Damaged, Refused(JpegSegments.Changed(whole, 0xDA, body => body[2] = 0x44)));
    }

    [Theory]
    [InlineData(1, 1, false)]
    [InlineData(0, 3, false)]
    [InlineData(1, 2, true)]
    [InlineData(2, 0, true)]
    [InlineData(0, 4, true)]
    [InlineData(3, 0, true)]
    public void A_code_too_full_or_of_all_ones_is_refused(byte ofOneBit, byte ofTwoBits, bool refused)
    {
        byte[] counts = [ofOneBit, ofTwoBits, .. new byte[14]];
        var made = Record.Exception(() => new HuffmanTable(counts, new byte[ofOneBit + ofTwoBits]));
        Assert.Equal(refused, made is PictureRefusedException { Code: PictureRefusal.Damaged });
        Assert.Equal(refused, made is not null);
    }

    [Fact]
    public void Endless_scans_are_refused()
    {
        var whole = JpegSamples.All["GreyProgressive"];
        var scan = whole.AsSpan().IndexOf((byte[])[0xFF, 0xDA]);
        Assert.Equal(PictureRefusal.Damaged, Refused([.. whole[..^2], .. whole[scan..]]));
    }

    [Fact]
    public void A_picture_of_twelve_megapixels_takes_seconds_at_most()
    {
        var plane = new JpegComponent { Id = 1, Across = 1, Down = 1, QuantSlot = 0, Quant = [.. Enumerable.Repeat((ushort)8, 64)] };
        var picture = JpegPicture.Of(4032, 3024, false, [plane]);
        var random = new Random(5);
        for (var at = 0; at < plane.Coefficients.Length; at += 1 + random.Next(20))
        {
            plane.Coefficients[at] = (short)random.Next(-30, 31);
        }

        var upload = JpegWriter.Write(picture);
        var before = TimeProvider.System.GetTimestamp();
        Assert.Equal(upload, Rebuild(upload).Bytes);
        Assert.InRange(TimeProvider.System.GetElapsedTime(before).TotalSeconds, 0, 5);
    }

    [Fact]
    public void The_costliest_scans_end_within_seconds()
    {
        // A first scan of each band, then bit after bit, over a frame as large as may be: few bytes, much work.
        var upload = JpegBomb.Write(7168, 7168);
        var before = SecondsOnProcessor();
        var rebuilt = Rebuild(upload);
        Assert.InRange(SecondsOnProcessor() - before, 0, 20);
        Assert.Equal((7168, 7168), (rebuilt.Width, rebuilt.Height));
        Assert.InRange(upload.Length, 1, 200_000);
    }

    // This thread's own time, so that a busy machine does not count.
    private static double SecondsOnProcessor() =>
        double.Parse(File.ReadAllText("/proc/thread-self/schedstat").Split(' ')[0], CultureInfo.InvariantCulture) / 1e9;

    private static RebuiltPicture Rebuild(byte[] upload) => PictureRebuild.Rebuild(upload, PictureLimits.Default);

    private static PictureRefusal Refused(byte[] upload) =>
        Assert.Throws<PictureRefusedException>(() => Rebuild(upload)).Code;

    private static JpegPicture Read(byte[] file) => new JpegReader(file, PictureLimits.Default).Read();
}
