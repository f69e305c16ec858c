namespace Lianxin.Pictures;

/// <summary>What is kept of a PNG: its shape, colours and packed pixels.</summary>
internal sealed record PngPicture(PngHeader Header, byte[] Colours, byte[] Transparency, byte[] Packed);
