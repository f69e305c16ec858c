using System.Globalization;
using Lianxin.Database;
using Lianxin.Tests.Support;
using Lianxin.Texts;
using Lianxin.Web.Hosting;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Lianxin.Tests.Database;

public sealed class StartCheckTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    [Fact]
    public async Task A_database_that_keeps_what_it_is_given_may_be_used() =>
        Assert.Empty(await StartChecks.Run(app.Get<DatabaseSettings>()));

    [Fact]
    public async Task A_SQLite_database_without_a_write_ahead_log_is_refused()
    {
        await using var memory = new SqliteConnection("Data Source=:memory:");
        await memory.OpenAsync(TestContext.Current.CancellationToken);
        var problem = Assert.Single(await StartChecks.OfFile(memory));
        Assert.Equal("sqlite_journal", problem.Code);
        Assert.Contains("memory", Words.Get("start." + problem.Code, English, problem.Arguments), StringComparison.Ordinal);
    }

    [Fact]
    public void A_data_folder_on_a_network_file_system_is_refused()
    {
        var problem = Assert.Single(StartChecks.OfFileSystem("/data", DriveType.Network, "nfs"));
        Assert.Contains("/data", Words.Get("start." + problem.Code, English, problem.Arguments), StringComparison.Ordinal);
        Assert.Empty(StartChecks.OfFileSystem("/data", DriveType.Fixed, "ext4"));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_in_words_and_nothing_runs()
    {
        var folder = Directory.CreateTempSubdirectory("lianxin-start-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "lianxin.db"), new string('x', 4096), TestContext.Current.CancellationToken);
            var error = new StringWriter();
            Assert.Null(await Readiness.Make(new DatabaseSettings(folder.FullName), error, English));
            Assert.StartsWith("The database " + folder.FullName, error.ToString(), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_PostgreSQL_database_that_is_not_UTF8_or_not_there_is_refused()
    {
        if (TestDatabase.Kind == DatabaseKind.Sqlite)
        {
            Assert.Equal("cannot_open", Assert.Single(await StartChecks.Run(new DatabaseSettings("", "Host=/nowhere;Username=nobody"))).Code);
            return;
        }

        var server = new NpgsqlConnectionStringBuilder(app.Get<DatabaseSettings>().PostgresConnection) { Pooling = false };
        var name = server.Database + "_ascii";
        await Execute(server.ConnectionString, $"create database {name} encoding 'SQL_ASCII' locale 'C' template template0");
        try
        {
            server.Database = name;
            var problem = Assert.Single(await StartChecks.Run(new DatabaseSettings("", server.ConnectionString)));
            Assert.Equal(("postgres_encoding", "SQL_ASCII"), (problem.Code, problem.Arguments[0]));
        }
        finally
        {
            await Execute(app.Get<DatabaseSettings>().PostgresConnection!, $"drop database {name}");
        }
    }

    private static async Task Execute(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
