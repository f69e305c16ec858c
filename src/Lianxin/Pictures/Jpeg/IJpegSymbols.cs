namespace Lianxin.Pictures;

/// <summary>Takes the symbols a picture is written with: once to count them, once to write them.</summary>
internal interface IJpegSymbols
{
    void Dc(int table, int symbol, int extra);

    void Ac(int table, int symbol, int extra);
}
