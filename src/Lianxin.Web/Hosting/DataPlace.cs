using Lianxin.Database;
using Lianxin.Vault;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Web.Hosting;

/// <summary>Where the district's things lie: the data folder, the database, the key file and the folder of encrypted files.</summary>
public sealed record DataPlace(string Folder, string? Postgres, string? Files = null, string? Messages = null)
{
    /// <summary>The database.</summary>
    public DatabaseSettings Database { get; } = new(Folder, Postgres);

    /// <summary>The keys that seal personal data; never in the database.</summary>
    public string KeyFile => Path.Combine(KeyFolder, "vault.json");

    /// <summary>All key files; the same on every server of the district.</summary>
    public string KeyFolder => Path.Combine(Folder, "keys");

    /// <summary>Photos and papers; one shared folder when several servers use one PostgreSQL.</summary>
    public string FileFolder => Files ?? Path.Combine(Folder, "files");

    /// <summary>Where messages are handed to the gateway, one shared folder when several servers use one PostgreSQL.</summary>
    public string MessageFolder => Messages ?? Path.Combine(Folder, "messages");

    /// <summary>True when the database already holds data that only an existing key file opens.</summary>
    public bool HoldsSealedData(LianxinDatabase database)
    {
        using var db = database.Read();
        return db.Set<MatterKey>().Any() || db.Set<KeyCheck>().Any();
    }
}
