using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Lianxin.Database;

/// <summary>
/// PostgreSQL: nodes take turns on the head row, which the first statement of every commit locks. An operation that read nothing is one
/// round trip; its savepoint is given up by the first statement of the next.
/// </summary>
internal sealed class PostgresWriterConnection : WriterConnection
{
    private readonly NpgsqlConnection _connection;
    private readonly PostgresInserter _inserter = new();

    // Two names in turns: a roll-back never reaches the operation before, whatever became of this one's savepoint.
    private bool _turn;
    private bool _standing;

    private PostgresWriterConnection(LianxinDatabase database, NpgsqlConnection connection)
        : base(database)
    {
        _connection = connection;
        Options = database.Options(o => o.UseNpgsql(_connection));
    }

    internal override DbConnection Connection => _connection;

    protected override DbContextOptions<LianxinDb> Options { get; }

    internal static async Task<PostgresWriterConnection> Open(LianxinDatabase database)
    {
        var connection = new NpgsqlConnection(database.Source.PostgresWriteConnection);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "set synchronous_commit = on";
        await command.ExecuteNonQueryAsync();
        return new PostgresWriterConnection(database, connection);
    }

    internal override async Task<Head> Begin()
    {
        _standing = false;
        Transaction = await _connection.BeginTransactionAsync(System.Data.IsolationLevel.ReadCommitted);
        return await ReadHead(HeadColumns + " for update");
    }

    internal override bool PipelinesSavepoint => true;

    internal override async Task Savepoint()
    {
        await using var batch = Batch();
        AddSavepoint(batch);
        await batch.ExecuteNonQueryAsync();
    }

    internal override async Task RollBackToSavepoint()
    {
        await Run($"rollback to savepoint {Name}; release savepoint {Name}");
        _standing = false;
    }

    internal override async Task Insert(IReadOnlyList<object> rows, IReadOnlyList<LastStatement> last, bool savepointSet)
    {
        await using var batch = Batch();
        if (!savepointSet)
        {
            AddSavepoint(batch);
        }

        _inserter.Add(batch, rows, Database);
        var commands = last.Select(statement => Command(statement.Sql, statement.Values)).ToList();
        commands.ForEach(batch.BatchCommands.Add);
        try
        {
            await (batch.BatchCommands.Count > 0 ? batch.ExecuteNonQueryAsync() : Task.CompletedTask);
        }
        catch (PostgresException) when (!savepointSet)
        {
            await RollBackToSavepoint();
            throw;
        }

        if (last.Where((statement, i) => statement.Fails(commands[i].RecordsAffected)).FirstOrDefault() is { WhenNone: { } none })
        {
            await (savepointSet ? Task.CompletedTask : RollBackToSavepoint());
            throw none();
        }

        _standing = true;
    }

    internal override async Task Commit(Head head)
    {
        await WriteHead(head);
        await Transaction!.CommitAsync();
        await Abandon();
    }

    internal override async Task<int> Run(string sql, object[] values)
    {
        await using var batch = Batch();
        batch.BatchCommands.Add(Command(sql, values));
        return await batch.ExecuteNonQueryAsync();
    }

    private string Name => _turn ? "op_b" : "op_a";

    private NpgsqlBatch Batch() => new(_connection, (NpgsqlTransaction)Transaction!);

    private void AddSavepoint(NpgsqlBatch batch)
    {
        if (_standing)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand("release savepoint " + Name));
        }

        (_standing, _turn) = (false, !_turn);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("savepoint " + Name));
    }

    private static NpgsqlBatchCommand Command(string sql, object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }
}
