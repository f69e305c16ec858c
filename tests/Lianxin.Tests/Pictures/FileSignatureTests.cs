using System.Text;
using Lianxin.Pictures;

namespace Lianxin.Tests.Pictures;

public sealed class FileSignatureTests
{
    [Theory]
    [InlineData("", PictureRefusal.Empty)]
    [InlineData("RIFF\0\0\0\0WEBPVP8 ", PictureRefusal.WebpNotAccepted)]
    [InlineData("\0\0\0\u0018ftypheic\0\0\0\0", PictureRefusal.HeicNotAccepted)]
    [InlineData("\0\0\0\u0018ftypmif1\0\0\0\0mif1heic", PictureRefusal.HeicNotAccepted)]
    [InlineData("\0\0\0\u0018ftypmif1\0\0\0\0mif1avif", PictureRefusal.AvifNotAccepted)]
    [InlineData("\0\0\0\u0018ftypavif\0\0\0\0", PictureRefusal.AvifNotAccepted)]
    [InlineData("\0\0\0\u0018ftypisom\0\0\0\0", PictureRefusal.VideoNotAccepted)]
    [InlineData("GIF89a\u0001\0", PictureRefusal.GifNotAccepted)]
    [InlineData("BM\u0036\0\0\0\0\0\0\0", PictureRefusal.BmpNotAccepted)]
    [InlineData("II*\0\u0008\0\0\0", PictureRefusal.TiffNotAccepted)]
    [InlineData("MM\0*\0\0\0\u0008", PictureRefusal.TiffNotAccepted)]
    [InlineData("%PDF-1.7", PictureRefusal.PdfNotAccepted)]
    [InlineData("PK\u0003\u0004\u0014\0", PictureRefusal.ZipNotAccepted)]
    [InlineData("\u00FF\u000A\0", PictureRefusal.Unsupported)]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>", PictureRefusal.SvgNotAccepted)]
    [InlineData("\u00EF\u00BB\u00BF<?xml version='1.0'?>\n<!-- x --><svg/>", PictureRefusal.SvgNotAccepted)]
    [InlineData("\u00FF\u00FE<\0s\0v\0g\0>\0", PictureRefusal.SvgNotAccepted)]
    [InlineData(" <!DOCTYPE html><title>x</title>", PictureRefusal.HtmlNotAccepted)]
    [InlineData("<html><svg/></html>", PictureRefusal.HtmlNotAccepted)]
    [InlineData("<script>1</script>", PictureRefusal.HtmlNotAccepted)]
    [InlineData("<?xml version='1.0'?><a/>", PictureRefusal.NotAPicture)]
    [InlineData("MZ\u0090\0", PictureRefusal.NotAPicture)]
    [InlineData("photo.jpg", PictureRefusal.NotAPicture)]
    [InlineData("\u00FF\u00D8", PictureRefusal.NotAPicture)]
    [InlineData("\u00FF\u00D8\u00FF", PictureRefusal.Truncated)]
    public void A_file_is_known_by_its_content_and_refused_by_its_own_code(string start, PictureRefusal code)
    {
        var refused = Assert.Throws<PictureRefusedException>(
            () => PictureRebuild.Rebuild(Encoding.Latin1.GetBytes(start), PictureLimits.Default));
        Assert.Equal(code, refused.Code);
    }

    [Fact]
    public void A_file_over_the_limit_is_refused_unread()
    {
        var limits = PictureLimits.Default with { MaxBytes = 100 };
        var refused = Assert.Throws<PictureRefusedException>(() => PictureRebuild.Rebuild(new byte[101], limits));
        Assert.Equal(PictureRefusal.TooManyBytes, refused.Code);
    }

    [Fact]
    public void The_ordinary_limits_take_a_fifty_megapixel_phone_photo()
    {
        var limits = PictureLimits.Default;
        Assert.Equal((12 * 1024 * 1024, 16_384), (limits.MaxBytes, limits.MaxSide));
        Assert.InRange(limits.MaxPixels, 8192 * 6144, 53_000_000);
    }

    [Fact]
    public void A_rebuilt_picture_names_its_content_type()
    {
        Assert.Equal("image/jpeg", PictureRebuild.Rebuild(JpegSamples.All["Grey"], PictureLimits.Default).ContentType);
        Assert.Equal("image/png", PictureRebuild.Rebuild(PngSamples.All["Grey1"], PictureLimits.Default).ContentType);
    }
}
