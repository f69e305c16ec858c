namespace Lianxin.Pictures;

/// <summary>Turns an untrusted JPEG or PNG into a new file holding its pixels and nothing else, or refuses it.</summary>
/// <remarks>Memory for a JPEG is up to six bytes a pixel while it runs: callers let only a few run at once.</remarks>
public static class PictureRebuild
{
    public static RebuiltPicture Rebuild(ReadOnlySpan<byte> upload, PictureLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        if (upload.Length > limits.MaxBytes)
        {
            throw new PictureRefusedException(PictureRefusal.TooManyBytes);
        }

        return FileSignature.KindOf(upload) is PictureKind.Jpeg
            ? RebuildJpeg(upload, limits)
            : PngRebuild.Rebuild(PngReader.Read(upload, limits), limits);
    }

    private static RebuiltPicture RebuildJpeg(ReadOnlySpan<byte> upload, PictureLimits limits)
    {
        var picture = new JpegReader(upload, limits).Read();
        var bytes = JpegWriter.Write(picture);
        if (bytes.Length > limits.MaxRebuiltBytes)
        {
            throw new PictureRefusedException(PictureRefusal.TooManyBytes);
        }

        return picture.Orientation >= 5
            ? new RebuiltPicture(bytes, PictureKind.Jpeg, picture.Height, picture.Width)
            : new RebuiltPicture(bytes, PictureKind.Jpeg, picture.Width, picture.Height);
    }
}
