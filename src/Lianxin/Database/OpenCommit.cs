using System.Data.Common;

namespace Lianxin.Database;

/// <summary>The leaf of an entry that an operation added: its log, the entry's place, its hash and its instant.</summary>
public readonly record struct AppendedLeaf(int Log, long Seq, byte[] Hash, DateTime At);

/// <summary>
/// Seals each commit: runs inside its transaction, after the last operation and before the head is written. What it throws ends the
/// commit, and with it every operation of the group: nothing is ever answered unsealed.
/// </summary>
public interface ISealCommits
{
    /// <summary>Adds what belongs to the seal and sets the frontiers of <see cref="OpenCommit.After"/>.</summary>
    Task Seal(OpenCommit commit);
}

/// <summary>A commit about to be made, as its seal sees it.</summary>
public sealed class OpenCommit
{
    private readonly WriterConnection _connection;

    internal OpenCommit(WriterConnection connection, Head before, Head after, IReadOnlyList<AppendedLeaf> leaves)
    {
        _connection = connection;
        (Before, After, Leaves) = (before, after, leaves);
    }

    /// <summary>The head as the commit found it.</summary>
    public Head Before { get; }

    /// <summary>The head as it will be written.</summary>
    public Head After { get; }

    /// <summary>All leaves of the commit, in order.</summary>
    public IReadOnlyList<AppendedLeaf> Leaves { get; }

    /// <summary>Which database it is.</summary>
    public DatabaseKind Kind => _connection.Kind;

    /// <summary>A statement in the commit's transaction.</summary>
    public DbCommand Command(string sql) => _connection.Command(sql);

    /// <summary>Runs a statement with numbered parameters in the commit's transaction.</summary>
    public Task Run(string sql, params object[] values) => _connection.Run(sql, values);
}
