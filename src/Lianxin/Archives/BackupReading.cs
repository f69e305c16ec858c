using System.IO.Compression;
using System.Text.RegularExpressions;

namespace Lianxin.Archives;

/// <summary>Opens a backup, unpacks it into a folder and refuses it when a single byte differs from its manifest.</summary>
public static partial class BackupReading
{
    private const long Room = 64L << 40;

    /// <summary>What the backup says it holds; its members are not read yet.</summary>
    public static BackupManifest Manifest(string file)
    {
        using var zip = Open(file);
        return Manifest(zip);
    }

    /// <summary>The SHA-256 of the backup in hex.</summary>
    public static async Task<string> Sha256(string file, CancellationToken stop)
    {
        await using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(await System.Security.Cryptography.SHA256.HashDataAsync(stream, stop));
    }

    /// <summary>Unpacks everything: the database into <paramref name="databaseFile"/>, the encrypted files below <paramref name="files"/>.</summary>
    public static async Task<BackupManifest> Unpack(string file, string databaseFile, string files, CancellationToken stop)
    {
        using var zip = Open(file);
        var manifest = Manifest(zip);
        foreach (var member in manifest.Members)
        {
            var target = member.Name == BackupManifest.DatabaseName ? databaseFile
                : FileName().IsMatch(member.Name) ? Path.Combine(files, member.Name["files/".Length..])
                : throw BackupRefusals.Damaged(member.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            await Unpack(zip.GetEntry(member.Name) ?? throw BackupRefusals.Damaged(member.Name), member, target, stop);
        }

        return manifest;
    }

    private static async Task Unpack(ZipArchiveEntry entry, BackupMember member, string target, CancellationToken stop)
    {
        try
        {
            await using var source = entry.Open();
            using var hashing = new HashingStream(source);
            await using (var stream = new FileStream(target, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            }))
            {
                await hashing.CopyToAsync(stream, stop);
                stream.Flush(flushToDisk: true);
            }

            if (hashing.Count != member.Size || hashing.Sha256() != member.Sha256)
            {
                throw BackupRefusals.Damaged(member.Name);
            }
        }
        catch (InvalidDataException)
        {
            throw BackupRefusals.Damaged(member.Name);
        }
    }

    private static BackupManifest Manifest(ZipArchive zip)
    {
        var entry = zip.GetEntry(BackupManifest.Name) ?? throw BackupRefusals.Damaged(BackupManifest.Name);
        using var stream = entry.Open();
        var manifest = BackupManifest.Read(stream);
        var whole = manifest.Members.Count > 0
            && manifest.Members[0].Name == BackupManifest.DatabaseName
            && manifest.Members.All(m => m.Size is >= 0 and < Room)
            && manifest.Members.Select(m => m.Name).Append(BackupManifest.Name).ToHashSet().SetEquals(zip.Entries.Select(e => e.FullName))
            && zip.Entries.Count == manifest.Members.Count + 1;
        return whole ? manifest : throw BackupRefusals.Damaged(BackupManifest.Name);
    }

    private static ZipArchive Open(string file)
    {
        try
        {
            return ZipFile.OpenRead(file);
        }
        catch (InvalidDataException)
        {
            throw BackupRefusals.Damaged(Path.GetFileName(file));
        }
    }

    [GeneratedRegex("^files/([0-9a-f]{2})/[0-9a-f]{32}$", RegexOptions.NonBacktracking)]
    private static partial Regex FileName();
}
