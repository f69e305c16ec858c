namespace Lianxin.Pictures;

/// <summary>A picture file written anew; width and height in pixels as it is shown, turned the right way up.</summary>
public sealed record RebuiltPicture(byte[] Bytes, PictureKind Kind, int Width, int Height)
{
    public string ContentType => Kind is PictureKind.Jpeg ? "image/jpeg" : "image/png";
}
