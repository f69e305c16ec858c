namespace Lianxin.Pictures;

/// <summary>The only thing a rebuild throws: the upload is not kept, and <see cref="Code"/> says why.</summary>
public sealed class PictureRefusedException(PictureRefusal code, Exception? cause = null)
    : Exception($"Picture refused: {code}", cause)
{
    public PictureRefusal Code { get; } = code;
}
