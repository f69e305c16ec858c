namespace Lianxin.Pictures;

/// <summary>Why an upload is not kept; each has its own words for the person who sent it.</summary>
public enum PictureRefusal
{
    Empty,
    NotAPicture,
    TooManyBytes,
    TooManyPixels,
    Truncated,
    Damaged,
    Unsupported,
    Animated,
    CmykNotAccepted,
    WebpNotAccepted,
    HeicNotAccepted,
    AvifNotAccepted,
    GifNotAccepted,
    BmpNotAccepted,
    TiffNotAccepted,
    SvgNotAccepted,
    HtmlNotAccepted,
    PdfNotAccepted,
    ZipNotAccepted,
    VideoNotAccepted,
}
