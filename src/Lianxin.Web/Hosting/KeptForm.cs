using Lianxin.Database;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Web.Hosting;

/// <summary>A form an officer has not sent: one for each page, sealed for that officer. Cleared after three days.</summary>
public sealed class KeptForm
{
    /// <summary>The officer, who alone gets it back.</summary>
    public Guid Officer { get; init; }

    /// <summary>The page's path.</summary>
    public string Path { get; init; } = "";

    /// <summary>The fields, sealed under the key file.</summary>
    public string Sealed { get; set; } = "";

    /// <summary>Put away by the officer; false for what an ended session would have lost.</summary>
    public bool ByHand { get; set; }

    /// <summary>When.</summary>
    public DateTime At { get; set; }
}

/// <summary>The table of unsent forms; no entry of the journal protects it.</summary>
public sealed class KeptFormTables : ITables
{
    /// <inheritdoc/>
    public void Map(ModelBuilder model) => model.Entity<KeptForm>(e => e.HasKey(x => new { x.Officer, x.Path }));
}
