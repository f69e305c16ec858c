using Npgsql;

namespace Lianxin.Database;

/// <summary>
/// The same on PostgreSQL: all rows of an operation go out in one batch, those of one table in one statement. Statements are kept with
/// their parameters, so that only values are set.
/// </summary>
internal sealed class PostgresInserter
{
    private const int Many = 64;
    private const int Few = 8;

    private readonly Dictionary<(RowShape, int), NpgsqlBatchCommand> _kept = [];

    internal void Add(NpgsqlBatch batch, IReadOnlyList<object> rows, LianxinDatabase database)
    {
        var used = new HashSet<NpgsqlBatchCommand>();
        foreach (var table in rows.GroupBy(database.Shape))
        {
            var (all, at) = (table.ToList(), 0);
            while (at < all.Count)
            {
                var take = all.Count - at >= Many ? Many : Math.Min(all.Count - at, Few);
                var command = Statement(table.Key, take, used);
                Fill(command, table.Key, all, at, take);
                batch.BatchCommands.Add(command);
                at += take;
            }
        }
    }

    // In one batch a statement stands once; a further one of the same form is made for that batch only.
    private NpgsqlBatchCommand Statement(RowShape shape, int rows, HashSet<NpgsqlBatchCommand> used)
    {
        if (!_kept.TryGetValue((shape, rows), out var kept))
        {
            _kept.Add((shape, rows), kept = Make(shape, shape.SqlOf(rows), rows));
        }

        return used.Add(kept) ? kept : Make(shape, kept.CommandText, rows);
    }

    private static NpgsqlBatchCommand Make(RowShape shape, string sql, int rows)
    {
        var command = new NpgsqlBatchCommand(sql);
        for (var row = 0; row < rows; row++)
        {
            foreach (var type in shape.ColumnTypes)
            {
                command.Parameters.Add(new NpgsqlParameter { DataTypeName = type });
            }
        }

        return command;
    }

    private static void Fill(NpgsqlBatchCommand command, RowShape shape, List<object> rows, int first, int count)
    {
        var place = 0;
        for (var row = first; row < first + count; row++)
        {
            for (var column = 0; column < shape.ColumnTypes.Length; column++)
            {
                command.Parameters[place++].Value = shape.Column(rows[row], column);
            }
        }
    }
}
