using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Database;

/// <summary>One operation inside the writer: its instant, its copy of the head, and the rows it changes. It does no file or network work.</summary>
public sealed class WriteScope : IAsyncDisposable
{
    private readonly WriterConnection _connection;
    private readonly List<object> _added = [];
    private readonly Dictionary<(Type, object), object> _addedByKey = [];
    private readonly Dictionary<(Type, object), object> _found = [];
    private readonly List<Action> _afterCommit = [];
    private readonly List<AppendedLeaf> _leaves = [];
    private LianxinDb? _db;

    internal WriteScope(WriterConnection connection, Head head, DateTime now, Entropy entropy)
    {
        _connection = connection;
        Head = head;
        Now = now;
        Entropy = entropy;
        head.LastAt = now;
    }

    /// <summary>The one instant of this operation, for its rows, its limits and its entries: never before the last one's.</summary>
    public DateTime Now { get; }

    /// <summary>This operation's copy of the head: what it takes goes back with it when it is refused.</summary>
    public Head Head { get; }

    /// <summary>Random bytes for ids, salts and nonces.</summary>
    public Entropy Entropy { get; }

    internal bool SavepointSet { get; private set; }

    internal IReadOnlyList<Action> AfterCommitActions => _afterCommit;

    internal IReadOnlyList<AppendedLeaf> Leaves => _leaves;

    internal bool WantsTidy { get; private set; }

    /// <summary>Asks for the write-ahead log to be emptied after the commit: it still holds what was deleted.</summary>
    public void Tidy() => WantsTidy = true;

    /// <summary>The operation's own context; rows loaded through it are tracked and saved once, at the end.</summary>
    public async ValueTask<LianxinDb> Db()
    {
        await EnsureSavepoint();
        return _db ??= _connection.OpenContext();
    }

    /// <summary>A new id of this operation's instant.</summary>
    public Guid NewId() => Entropy.NewId(Now);

    /// <summary>Adds a row; it is inserted once, at the end, without the change tracker.</summary>
    public void Add(object row) => _added.Add(row);

    /// <summary>Adds a row that the same operation may ask for again by its key.</summary>
    public void Add(object row, object key)
    {
        _added.Add(row);
        _addedByKey.Add((row.GetType(), key), row);
    }

    /// <summary>A row by its key: one this operation added, or the stored one, tracked; null when there is none.</summary>
    public async ValueTask<T?> Find<T>(object key)
        where T : class =>
        _addedByKey.TryGetValue((typeof(T), key), out var added) || _found.TryGetValue((typeof(T), key), out added) ? (T)added : await Load<T>(key);

    /// <summary>A row that this operation added or has loaded; null otherwise. Never asks the database.</summary>
    public T? Held<T>(object key)
        where T : class =>
        _addedByKey.TryGetValue((typeof(T), key), out var added) ? (T)added : _db?.Set<T>().Local.FindEntryUntyped([key])?.Entity;

    /// <summary>A row that this operation added under that key; null otherwise.</summary>
    public T? Added<T>(object key)
        where T : class => (T?)_addedByKey.GetValueOrDefault((typeof(T), key));

    /// <summary>All rows of a kind that this operation added so far; the database does not know them yet.</summary>
    public IEnumerable<T> Added<T>()
        where T : class => _added.OfType<T>();

    /// <summary>A prepared statement on the writer's connection, for hot paths only.</summary>
    public async ValueTask<DbCommand> Command(string sql)
    {
        await EnsureSavepoint();
        return _connection.Command(sql);
    }

    /// <summary>Runs one statement with numbered parameters ($1, $2, …) in the operation; the number of rows it changed.</summary>
    public async ValueTask<int> Run(string sql, object[] values)
    {
        await EnsureSavepoint();
        return await _connection.Run(sql, values);
    }

    /// <summary>Says that the operation added a leaf to a log; the commit's seal covers it.</summary>
    public void Append(AppendedLeaf leaf) => _leaves.Add(leaf);

    /// <summary>Runs when the commit that holds this operation stands, and never otherwise.</summary>
    public void AfterCommit(Action action) => _afterCommit.Add(action);

    internal async Task Flush()
    {
        if (_db is not null && _db.ChangeTracker.HasChanges())
        {
            await _db.SaveChangesAsync();
        }

        if (!_connection.PipelinesSavepoint)
        {
            await EnsureSavepoint();
        }

        await _connection.Insert(_added, SavepointSet);
        SavepointSet = false;
    }

    private async ValueTask<T?> Load<T>(object key)
        where T : class
    {
        var row = await KeyQueries.Find<T>(await Db(), key);
        if (row is not null)
        {
            _found.Add((typeof(T), key), row);
        }

        return row;
    }

    private async ValueTask EnsureSavepoint()
    {
        if (!SavepointSet)
        {
            await _connection.Savepoint();
            SavepointSet = true;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_db is not null)
        {
            await _db.DisposeAsync();
        }
    }
}
