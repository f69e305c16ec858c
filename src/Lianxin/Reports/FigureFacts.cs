using Lianxin.Database;
using Lianxin.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Reports;

/// <summary>From this entry on figures are counted by this version of their definitions; an earlier cut-off keeps the earlier one.</summary>
[FactType("figures.definitions_adopted")]
public sealed record FigureDefinitionsAdopted(int Version) : Fact
{
    /// <inheritdoc/>
    public override void Fold(IFoldRows rows, Stamp stamp) => rows.Add(new FigureDefinition { Seq = stamp.Seq, Version = Version }, stamp.Seq);
}

/// <summary>Which version of the definitions holds from which entry on.</summary>
public sealed class FigureDefinition
{
    /// <summary>The entry that adopted it.</summary>
    public long Seq { get; init; }

    /// <summary>The version.</summary>
    public int Version { get; init; }
}

/// <summary>A release that counts by newer definitions says so in the journal, once, so that no earlier cut-off changes.</summary>
public sealed class AdoptDefinitions(Journal journal, LianxinDatabase database) : IJob
{
    /// <inheritdoc/>
    public string Name => "adopt-definitions";

    /// <inheritdoc/>
    public DueTimes Times => DueTimes.Every(TimeSpan.FromHours(1));

    /// <inheritdoc/>
    public async Task<int> Run(DateTime now, CancellationToken stop)
    {
        await Adopt();

        // The entry it leaves says all there is to note.
        return 0;
    }

    /// <summary>Adopts the newest definitions where an older version is in force; a new district does so at once.</summary>
    public async Task Adopt()
    {
        await using var db = database.Read();
        if (await FigureBasis.Adopted(db, long.MaxValue) < FigureDefinitions.Newest)
        {
            await journal.Write(Actor.System(), Adopt);
        }
    }

    private static async Task Adopt(Work work)
    {
        if (await FigureBasis.Adopted(await work.Db(), long.MaxValue) < FigureDefinitions.Newest)
        {
            await work.Save(new FigureDefinitionsAdopted(FigureDefinitions.Newest));
        }
    }
}
