using Lianxin.Database;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Web.Portal;

/// <summary>A report while it is written: words, place and photos, never contact data. Cleared a day after it was begun.</summary>
public sealed class ReportDraft
{
    /// <summary>SHA-256 of the 128 random bits that stand in the forms.</summary>
    public byte[] Key { get; init; } = [];

    /// <summary>What happened, once it was fit to be sent.</summary>
    public string Body { get; set; } = "";

    /// <summary>The place's code.</summary>
    public string? Place { get; set; }

    /// <summary>Where exactly, in the person's words.</summary>
    public string? Spot { get; set; }

    /// <summary>The open matter the person says it is the same as.</summary>
    public long? SameAs { get; set; }

    /// <summary>The photos that lie encrypted in the file folder, as JSON.</summary>
    public string Photos { get; set; } = "[]";

    /// <summary>Once sent: link and code of the receipt, sealed; sending again shows the same one.</summary>
    public string? Receipt { get; set; }

    /// <summary>When it was begun.</summary>
    public DateTime At { get; init; }
}

/// <summary>A tracking page that was opened by number and code; ends half an hour later.</summary>
public sealed class TrackSession
{
    /// <summary>SHA-256 of the cookie's token.</summary>
    public byte[] Key { get; init; } = [];

    /// <summary>The matter.</summary>
    public long Matter { get; init; }

    /// <summary>Until when.</summary>
    public DateTime EndsAt { get; init; }
}

/// <summary>The pages of one matter's personal data, opened by the phone on record; ends a quarter of an hour later.</summary>
public sealed class RightsSession
{
    /// <summary>SHA-256 of the cookie's token.</summary>
    public byte[] Key { get; init; } = [];

    /// <summary>The matter.</summary>
    public long Matter { get; init; }

    /// <summary>Until when.</summary>
    public DateTime EndsAt { get; init; }
}

/// <summary>Tries at one number's code, counted whether or not the number exists.</summary>
public sealed class TrackGuard
{
    /// <summary>Keyed hash of the number.</summary>
    public byte[] Name { get; init; } = [];

    /// <summary>Tries since the last right one.</summary>
    public int Tries { get; set; }

    /// <summary>Until when no try is taken.</summary>
    public DateTime? LockedUntilAt { get; set; }

    /// <summary>The last try.</summary>
    public DateTime LastAt { get; set; }
}

/// <summary>The tables of the residents' pages; no entry of the journal protects them.</summary>
public sealed class PortalTables : ITables
{
    /// <inheritdoc/>
    public void Map(ModelBuilder model)
    {
        model.Entity<ReportDraft>(e => e.HasKey(x => x.Key));
        model.Entity<TrackSession>(e => e.HasKey(x => x.Key));
        model.Entity<RightsSession>(e => e.HasKey(x => x.Key));
        model.Entity<TrackGuard>(e => e.HasKey(x => x.Name));
    }
}
