using Lianxin.Database;

namespace Lianxin.Foundation;

/// <summary>One of the district's two logs: the journal of facts and the journal of looks at personal data.</summary>
public sealed record LedgerLog(int Id, string Path, string Table)
{
    /// <summary>Facts about matters and settings.</summary>
    public static LedgerLog Facts { get; } = new(1, "ledger/1", "fact_entry");

    /// <summary>Who looked at personal data.</summary>
    public static LedgerLog Looks { get; } = new(2, "access/1", "access_entry");

    /// <summary>Both.</summary>
    public static IReadOnlyList<LedgerLog> All { get; } = [Facts, Looks];

    /// <summary>The first part of its path: what its key files are called.</summary>
    public string Name => Path[..Path.IndexOf('/', StringComparison.Ordinal)];

    /// <summary>True for the origin of this log, whatever the district is called.</summary>
    public bool IsOrigin(string origin) => origin.EndsWith('/' + Path, StringComparison.Ordinal);

    internal long SizeIn(Head head) => this == Facts ? head.FactSize : head.AccessSize;

    internal byte[] FrontierIn(Head head) => this == Facts ? head.FactFrontier : head.AccessFrontier;

    internal void SetFrontier(Head head, byte[] bytes)
    {
        if (this == Facts)
        {
            head.FactFrontier = bytes;
        }
        else
        {
            head.AccessFrontier = bytes;
        }
    }
}
