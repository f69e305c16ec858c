using Lianxin.Database;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Lianxin.Archives;

/// <summary>
/// Puts a backup into an empty place, of either database. Everything is unpacked and compared with its hashes beside the place first;
/// what follows (checking the ledger, noting the restore, filling the search index) needs a running system and is the verb's.
/// </summary>
public static class Restore
{
    /// <summary>Refused when the place is not empty or the backup is damaged; the place then stays as it was.</summary>
    public static async Task<BackupManifest> Into(ArchivePlace place, string file, IEnumerable<ITables> tables, DateTime at, CancellationToken stop)
    {
        await RefuseFull(place);
        var beside = new DirectoryInfo(Path.Combine(place.Database.DataFolder, "restoring"));
        if (beside.Exists)
        {
            beside.Delete(recursive: true);
        }

        beside.Create();
        try
        {
            var copy = new DatabaseSettings(beside.FullName);
            var files = Path.Combine(beside.FullName, "files");
            var manifest = await BackupReading.Unpack(file, copy.SqliteFile, files, stop);
            await SchemaRunner.Run(copy, at);
            MoveFiles(files, place.Files);
            await MoveDatabase(copy, place.Database, tables, at, stop);
            return manifest;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            beside.Delete(recursive: true);
        }
    }

    private static async Task MoveDatabase(DatabaseSettings copy, DatabaseSettings target, IEnumerable<ITables> tables, DateTime at, CancellationToken stop)
    {
        SqliteConnection.ClearAllPools();
        if (target.Kind == DatabaseKind.Sqlite)
        {
            // The schema runner was the last to use the copy and left nothing beside the file.
            File.Move(copy.SqliteFile, target.SqliteFile);
            return;
        }

        await SchemaRunner.Run(target, at);
        await TableCopy.ToPostgres(copy, new LianxinDatabase(target, tables), stop);
    }

    private static void MoveFiles(string from, string to)
    {
        if (!Directory.Exists(from))
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: false);
        }
    }

    private static async Task RefuseFull(ArchivePlace place)
    {
        if (Directory.Exists(place.Files) && Directory.EnumerateFiles(place.Files, "*", SearchOption.AllDirectories).Any(f => Path.GetFileName(f).Length == 32))
        {
            throw BackupRefusals.NotEmpty(place.Files);
        }

        if (place.Database.Kind == DatabaseKind.Sqlite)
        {
            if (File.Exists(place.Database.SqliteFile))
            {
                throw BackupRefusals.NotEmpty(place.Database.SqliteFile);
            }

            return;
        }

        await using var connection = new NpgsqlConnection(place.Database.PostgresConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select count(*) from information_schema.tables where table_schema = current_schema()", connection);
        if ((long)(await command.ExecuteScalarAsync())! > 0)
        {
            throw BackupRefusals.NotEmpty(connection.Database);
        }
    }
}
