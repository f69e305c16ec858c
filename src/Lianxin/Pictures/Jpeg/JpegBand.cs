namespace Lianxin.Pictures;

/// <summary>Which coefficients and which of their bits a scan brings (ITU-T T.81 G.1.1.1): first to last, from bit above down to bit.</summary>
internal readonly record struct JpegBand(int First, int Last, int BitAbove, int Bit)
{
    // The values of an 8-bit picture have ten bits and a sign, so the coarsest a scan can bring is the tenth.
    private const int CoarsestBit = 9;

    public static JpegBand Whole { get; } = new(0, 63, 0, 0);

    public bool Refines => BitAbove > 0;

    /// <summary>Refuses a scan out of order: a band comes first once, then one bit finer at a time.</summary>
    public void Check(JpegComponent[] planes, bool progressive)
    {
        if (planes.Distinct().Count() != planes.Length || (progressive && !IsProgressive(planes.Length)))
        {
            throw new PictureRefusedException(PictureRefusal.Damaged);
        }

        foreach (var plane in planes)
        {
            CheckTables(plane, progressive);
            CheckOrder(plane);
        }
    }

    private bool IsProgressive(int planes) =>
        Last <= 63 && Bit <= CoarsestBit && (BitAbove == 0 || Bit == BitAbove - 1)
        && (First == 0 ? Last == 0 : planes == 1 && First <= Last);

    private void CheckTables(JpegComponent plane, bool progressive)
    {
        var dcNeeded = First == 0 && !Refines;
        var acNeeded = !progressive || First > 0;
        if ((dcNeeded && plane.Dc is null) || (acNeeded && plane.Ac is null))
        {
            throw new PictureRefusedException(PictureRefusal.Damaged);
        }
    }

    private void CheckOrder(JpegComponent plane)
    {
        var wanted = Refines ? BitAbove : -1;
        if ((First > 0 && !plane.Seen) || plane.LowestBit.AsSpan()[First..(Last + 1)].ContainsAnyExcept(wanted))
        {
            throw new PictureRefusedException(PictureRefusal.Damaged);
        }

        plane.LowestBit.AsSpan()[First..(Last + 1)].Fill(Bit);
    }
}
