using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lianxin.Archives;

/// <summary>One file inside a backup: its name there, its plain size in bytes and the SHA-256 of its bytes in hex.</summary>
public sealed record BackupMember(string Name, long Size, string Sha256);

/// <summary>What a backup holds; its last member, so that a backup without one was cut short.</summary>
public sealed record BackupManifest(
    int Format, DateTime MadeAt, string Program, int Schema, string TakenFrom, long Facts, long Looks, DateTime LastAt, IReadOnlyList<BackupMember> Members)
{
    /// <summary>The form this release writes.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The manifest's name in the backup.</summary>
    public const string Name = "manifest.json";

    /// <summary>The database's name in the backup: always a SQLite file, whichever database it was taken from.</summary>
    public const string DatabaseName = "lianxin.db";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        AllowDuplicateProperties = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    internal byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <summary>Reads a manifest; refused when it is none, or of a form this release does not know.</summary>
    internal static BackupManifest Read(Stream stream)
    {
        try
        {
            var manifest = JsonSerializer.Deserialize<BackupManifest>(stream, Json) ?? throw BackupRefusals.Damaged(Name);
            return manifest.Format == CurrentFormat ? manifest : throw BackupRefusals.OtherFormat(manifest.Format);
        }
        catch (JsonException)
        {
            throw BackupRefusals.Damaged(Name);
        }
    }
}
