using System.IO.Compression;
using System.Reflection;
using Lianxin.Database;
using Lianxin.Vault;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Archives;

/// <summary>A finished backup: where it lies, its bytes, its SHA-256 in hex, and what it holds.</summary>
public sealed record BackupFile(string Path, long Bytes, string Sha256, BackupManifest Manifest);

/// <summary>
/// Makes one file of the whole district while it is at work: the database from one moment, as a SQLite file whichever database it is in,
/// and the encrypted files that its rows name. It reads only; the file appears under its name when it is whole and on the disk.
/// </summary>
public sealed class Backup(LianxinDatabase database, IEnumerable<ITables> tables, ArchivePlace place, TimeProvider time)
{
    private readonly ITables[] _tables = [.. tables];

    /// <summary>Makes the backup; refused when the file is there already or a stored file is missing.</summary>
    public async Task<BackupFile> Make(string file, CancellationToken stop)
    {
        if (File.Exists(file))
        {
            throw BackupRefusals.FileThere(file);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var work = Directory.CreateDirectory(file + ".work");
        try
        {
            return await Make(file, new DatabaseSettings(work.FullName), stop);
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private async Task<BackupFile> Make(string file, DatabaseSettings copy, CancellationToken stop)
    {
        var at = time.GetUtcNow().UtcDateTime;
        await CopyDatabase(copy, at, stop);
        var partial = Path.Combine(copy.DataFolder, "backup.zip");
        BackupManifest manifest;
        string sha256;
        await using (var stream = new FileStream(partial, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        }))
        {
            using var hashing = new HashingStream(stream);
            manifest = await Pack(hashing, copy, at, stop);
            sha256 = hashing.Sha256();
            stream.Flush(flushToDisk: true);
        }

        File.Move(partial, file);
        DurableFolder.Flush(Path.GetDirectoryName(file)!);
        return new BackupFile(file, new FileInfo(file).Length, sha256, manifest);
    }

    private async Task CopyDatabase(DatabaseSettings copy, DateTime at, CancellationToken stop)
    {
        if (database.Source.Kind == DatabaseKind.Postgres)
        {
            await SchemaRunner.Run(copy, at);
            await TableCopy.ToSqlite(database, copy, stop);
            return;
        }

        // One read transaction: writing goes on meanwhile, and pages that were freed are not copied.
        await using var connection = new SqliteConnection(database.Source.SqliteReadConnection);
        await connection.OpenAsync(stop);
        await using var command = connection.CreateCommand();
        command.CommandText = "vacuum into $file";
        command.Parameters.AddWithValue("$file", copy.SqliteFile);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(stop);
    }

    private async Task<BackupManifest> Pack(Stream target, DatabaseSettings copy, DateTime at, CancellationToken stop)
    {
        using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        var taken = new LianxinDatabase(copy, _tables);
        await using var db = taken.Read();
        var head = await db.Set<Head>().SingleAsync(stop);
        var members = new List<BackupMember> { await Add(zip, BackupManifest.DatabaseName, copy.SqliteFile, CompressionLevel.Fastest, stop) };
        await foreach (var name in db.Set<StoredFile>().Where(f => f.Wrapped != null).OrderBy(f => f.Name).Select(f => f.Name).AsAsyncEnumerable().WithCancellation(stop))
        {
            var stored = Path.Combine(place.Files, name[..2], name);
            if (File.Exists(stored))
            {
                members.Add(await Add(zip, $"files/{name[..2]}/{name}", stored, CompressionLevel.NoCompression, stop));
            }
            else if (await StillThere(name, stop))
            {
                throw BackupRefusals.FileMissing(name);
            }
        }

        var manifest = new BackupManifest(
            BackupManifest.CurrentFormat, at, Program, SchemaRunner.Scripts(DatabaseKind.Sqlite)[^1].Number,
            Conventions.Text(database.Source.Kind), head.FactSize, head.AccessSize, head.LastAt, members);
        await using var last = zip.CreateEntry(BackupManifest.Name, CompressionLevel.Fastest).Open();
        await last.WriteAsync(manifest.Write(), stop);
        return manifest;
    }

    // Erased between the copy and now: its key is gone, so nothing is missing.
    private async Task<bool> StillThere(string name, CancellationToken stop)
    {
        await using var db = database.Read();
        return await db.Set<StoredFile>().AnyAsync(f => f.Name == name && f.Wrapped != null, stop);
    }

    private static async Task<BackupMember> Add(ZipArchive zip, string name, string file, CompressionLevel level, CancellationToken stop)
    {
        await using var source = File.OpenRead(file);
        using var hashing = new HashingStream(source);
        await using var target = zip.CreateEntry(name, level).Open();
        await hashing.CopyToAsync(target, stop);
        return new BackupMember(name, hashing.Count, hashing.Sha256());
    }

    private static string Program { get; } =
        typeof(Backup).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
