using System.Security.Cryptography;
using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Vault;

/// <summary>Opens the commitments to stored files for a check; with the files themselves when it is asked for them.</summary>
public sealed class FileOpenings(Func<FileVault> vault) : IOpenCommitments
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<Opening> Open(LianxinDb db, MatterSpan span, bool files)
    {
        await foreach (var file in db.Set<StoredFile>().AsNoTracking().Where(f => f.Matter > span.After && f.Matter <= span.UpTo).AsAsyncEnumerable())
        {
            var opening = new Opening(
                "stored_file", file.Seq, file.Path, file.Matter, file.Salt is null ? null : Commitment.OfFile(file.Salt, file.Path, file.Sha256));
            yield return files && file.Salt is not null ? opening with { Fault = await Fault(file), Kind = RebuildFault.File } : opening;
        }
    }

    private async Task<string?> Fault(StoredFile file)
    {
        if (file.Wrapped is null)
        {
            return "wrapped";
        }

        if (!vault().Keys.Holds(file.KeyId))
        {
            return "key_id";
        }

        try
        {
            var plain = await vault().Read(file);
            return plain.Length != file.Size ? "size" : SHA256.HashData(plain).AsSpan().SequenceEqual(file.Sha256) ? null : "sha256";
        }
        catch (IOException)
        {
            return "name";
        }
        catch (CryptographicException)
        {
            return "wrapped";
        }
    }
}
