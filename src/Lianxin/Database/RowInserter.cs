using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Lianxin.Database;

/// <summary>How one kind of row is inserted: its statement and the value of each column, taken from the mapped model.</summary>
internal sealed class RowShape
{
    private static readonly ConcurrentDictionary<(DatabaseKind, Type), RowShape> Known = new();
    private readonly Func<object, object?>[] _values;
    private readonly string _into;

    private RowShape(IEntityType entity, DatabaseKind kind)
    {
        var properties = entity.GetProperties().ToArray();
        var table = StoreObjectIdentifier.Table(entity.GetTableName()!);
        _values = properties.Select(Value).ToArray();
        ColumnTypes = properties.Select(p => p.GetColumnType()).ToArray();
        var columns = string.Join(", ", properties.Select(p => '"' + p.GetColumnName(table)! + '"'));
        _into = $"insert into \"{entity.GetTableName()}\" ({columns}) values ";
        Sql = SqlOf(1);
        Kind = kind;
    }

    internal string Sql { get; }

    internal string[] ColumnTypes { get; }

    internal DatabaseKind Kind { get; }

    internal static RowShape Of(object row, LianxinDb db, DatabaseKind kind) =>
        Known.GetOrAdd((kind, row.GetType()), key => new RowShape(
            db.Model.FindEntityType(key.Item2) ?? throw new InvalidOperationException($"{key.Item2} is not a mapped row"), key.Item1));

    /// <summary>One statement for so many rows.</summary>
    internal string SqlOf(int rows) => _into + string.Join(", ", Enumerable.Range(0, rows).Select(row =>
        "(" + string.Join(", ", Enumerable.Range(1, _values.Length).Select(column => "$" + ((row * _values.Length) + column))) + ")"));

    internal object Column(object row, int index) => _values[index](row) ?? DBNull.Value;

    /// <summary>Reads a property as the database driver takes it: enums as their text.</summary>
    internal static Func<object, object?> Value(IProperty property)
    {
        var getter = property.GetGetter();
        var converter = property.GetValueConverter();
        return converter is null
            ? row => getter.GetClrValue(row)
            : row => getter.GetClrValue(row) is { } value ? converter.ConvertToProvider(value) : null;
    }
}

/// <summary>Inserts mapped rows without the change tracker: prepared once per kind of row.</summary>
internal sealed class SqliteInserter(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<RowShape, SqliteStatement> _statements = [];

    internal void Insert(object row, RowShape shape)
    {
        if (!_statements.TryGetValue(shape, out var statement))
        {
            statement = new SqliteStatement(connection, shape.Sql);
            _statements.Add(shape, statement);
        }

        for (var i = 0; i < shape.ColumnTypes.Length; i++)
        {
            statement.Bind(i + 1, shape.Column(row, i));
        }

        statement.Execute();
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }
    }
}
