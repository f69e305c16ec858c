using System.Security.Cryptography;
using System.Text;
using Lianxin.Foundation;
using Lianxin.Ledger;

namespace Lianxin.Vault;

/// <summary>A file that is already durable in the file folder and waits for the entry that names it.</summary>
public sealed record KeptFile(string Name, string MediaType, long Size, byte[] Sha256, string KeyId, byte[] Wrapped);

/// <summary>Photos and papers, encrypted under random names in the file folder; durable before the commit that names them.</summary>
public sealed class FileVault(KeyRing keys, string folder)
{
    internal KeyRing Keys => keys;

    /// <summary>Encrypts and stores the bytes; returns when they and their folder are on the disk.</summary>
    public async Task<KeptFile> Keep(byte[] plain, string mediaType)
    {
        var name = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var (key, wrapped) = keys.NewDataKey(Bind(name));
        var file = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await using (var stream = new FileStream(file, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        }))
        {
            await stream.WriteAsync(SealedBytes.Seal(key, plain, Bind(name)));
            stream.Flush(flushToDisk: true);
        }

        DurableFolder.Flush(Path.GetDirectoryName(file)!);
        return new KeptFile(name, mediaType, plain.Length, SHA256.HashData(plain), keys.Current, wrapped);
    }

    /// <summary>The commitment to a kept file, for the fact that names it.</summary>
    public static Committed Commit(string path, KeptFile file) => new CommittedFile(path, file);

    /// <summary>The plain bytes; throws when the stored file was changed.</summary>
    public async Task<byte[]> Read(StoredFile file)
    {
        var wrapped = file.Wrapped ?? throw new InvalidOperationException("The file was erased.");
        var key = keys.Unwrap(file.KeyId, wrapped, Bind(file.Name));
        return SealedBytes.Open(key, await File.ReadAllBytesAsync(PathOf(file.Name)), Bind(file.Name));
    }

    /// <summary>Takes a file away that no entry names: of a draft that was never sent.</summary>
    public void Remove(string name) => File.Delete(PathOf(name));

    /// <summary>True when the file lies in the folder.</summary>
    public bool IsThere(string name) => File.Exists(PathOf(name));

    private string PathOf(string name) => Path.Combine(folder, name[..2], name);

    private static byte[] Bind(string name) => Encoding.UTF8.GetBytes($"file|{name}");

    private sealed record CommittedFile(string Path, KeptFile File) : Committed(Path)
    {
        public override byte[] Commit(byte[] salt) => Commitment.OfFile(salt, Path, File.Sha256);

        public override void Keep(Work work, Stamp stamp, byte[] salt) => work.Add(new StoredFile
        {
            Seq = stamp.Seq,
            Path = Path,
            Matter = stamp.Matter ?? throw new InvalidOperationException("A file belongs to a matter."),
            Name = File.Name,
            MediaType = File.MediaType,
            Size = File.Size,
            Sha256 = File.Sha256,
            Salt = salt,
            KeyId = File.KeyId,
            Wrapped = File.Wrapped,
        });
    }
}
