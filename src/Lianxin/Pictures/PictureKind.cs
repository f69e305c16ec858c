namespace Lianxin.Pictures;

/// <summary>The two kinds of picture that are kept.</summary>
public enum PictureKind
{
    Jpeg,
    Png,
}
