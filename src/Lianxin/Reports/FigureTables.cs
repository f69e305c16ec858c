using Lianxin.Database;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Reports;

/// <summary>What the figures of one finished cut-off were counted from; kept so that nobody waits twice, and thrown away at will.</summary>
public sealed class KeptSheet
{
    /// <summary>Its id.</summary>
    public Guid Id { get; init; }

    /// <summary>The cut-off.</summary>
    public DateTime AsOf { get; init; }

    /// <summary>Entries the journal had then: a sheet of another size is none of this cut-off.</summary>
    public long Size { get; init; }

    /// <summary>The version of the definitions.</summary>
    public int Definitions { get; init; }

    /// <summary>The form of its bytes, <see cref="FigureSheetBytes.Form"/>.</summary>
    public int Form { get; init; }

    /// <summary>When it was made.</summary>
    public DateTime MadeAt { get; init; }

    /// <summary>How many parts it has.</summary>
    public int Parts { get; init; }
}

/// <summary>A piece of a kept sheet.</summary>
public sealed class KeptSheetPart
{
    /// <summary>The sheet.</summary>
    public Guid Sheet { get; init; }

    /// <summary>Its place, from 0.</summary>
    public int Part { get; init; }

    /// <summary>The bytes.</summary>
    public byte[] Bytes { get; init; } = [];
}

/// <summary>The tables of figures.</summary>
public sealed class FigureTables : ITables
{
    /// <inheritdoc/>
    public void Map(ModelBuilder model)
    {
        model.Entity<FigureDefinition>(e => e.HasKey(x => x.Seq));
        model.Entity<FigureDefinition>(e => e.Property(x => x.Seq).ValueGeneratedNever());
        model.Entity<KeptSheet>(e => e.HasKey(x => x.Id));
        model.Entity<KeptSheetPart>(e => e.HasKey(x => new { x.Sheet, x.Part }));
    }
}
