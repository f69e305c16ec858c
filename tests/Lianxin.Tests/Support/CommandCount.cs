using System.Data.Common;
using System.Diagnostics;
using Lianxin.Web.Hosting;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Lianxin.Tests.Support;

/// <summary>Counts the commands that contexts send to one data place while it stands.</summary>
internal sealed class CommandCount : IDisposable, IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private readonly string _database;
    private readonly List<IDisposable> _subscriptions = [];
    private readonly List<(string Text, IReadOnlyList<(string Name, object? Value)> Parameters)> _sent = [];

    internal CommandCount(DataPlace place)
    {
        _database = place.Postgres is null ? place.Database.SqliteFile : new Npgsql.NpgsqlConnectionStringBuilder(place.Postgres).Database!;
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>What was sent so far.</summary>
    internal IReadOnlyList<string> Sent => [.. Commands.Select(c => c.Text)];

    /// <summary>The same with the values that went with it.</summary>
    internal IReadOnlyList<(string Text, IReadOnlyList<(string Name, object? Value)> Parameters)> Commands
    {
        get
        {
            lock (_sent)
            {
                return [.. _sent];
            }
        }
    }

    public void Dispose() => _subscriptions.ForEach(s => s.Dispose());

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore")
        {
            _subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuting.Name && value.Value is CommandEventData data && IsOurs(data))
        {
            lock (_sent)
            {
                _sent.Add((data.Command.CommandText, [.. data.Command.Parameters.Cast<DbParameter>().Select(p => (p.ParameterName, p.Value))]));
            }
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error) => throw error;

    private bool IsOurs(CommandEventData data) =>
        data.Connection.Database == _database || data.Connection.DataSource == _database;
}
