namespace Lianxin.Database;

/// <summary>The one row that orders everything: sizes of the two journals, last time and last number. Locked first by every commit.</summary>
public sealed record Head
{
    /// <summary>Always 1: one database is one district.</summary>
    public int Id { get; init; } = 1;

    /// <summary>Entries in the journal of facts.</summary>
    public long FactSize { get; set; }

    /// <summary>Entries in the journal of looks at personal data.</summary>
    public long AccessSize { get; set; }

    /// <summary>The instant of the last operation; time never runs backwards.</summary>
    public DateTime LastAt { get; set; } = DateTime.UnixEpoch;

    /// <summary>The year (Asia/Shanghai) the serial numbers are running in.</summary>
    public int NumberYear { get; set; }

    /// <summary>The last serial number given in that year.</summary>
    public long NumberLast { get; set; }

    /// <summary>Rises with every change of units, people, categories, calendar or settings, so that caches know.</summary>
    public long SettingsEpoch { get; set; }

    /// <summary>The right edge of the tree over the journal of facts, with its size in front; empty before the first seal.</summary>
    public byte[] FactFrontier { get; set; } = [];

    /// <summary>The same of the journal of looks.</summary>
    public byte[] AccessFrontier { get; set; } = [];
}
