using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Lianxin.Ledger;

/// <summary>
/// A private key of a log or a witness, in a file outside the database (PKCS#8 in PEM, readable by its owner alone).
/// For one thread at a time.
/// </summary>
public sealed class SigningKey : IDisposable
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly ECDsa _key;

    private SigningKey(ECDsa key)
    {
        _key = key;
        PublicKey = key.ExportSubjectPublicKeyInfo();
    }

    /// <summary>The public half: SPKI in DER.</summary>
    public byte[] PublicKey { get; }

    /// <summary>Makes a key and writes its file, mode 0600; throws <see cref="IOException"/> when the file exists.</summary>
    public static SigningKey Create(string path)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = Owner };
        using (var file = new FileStream(path, options))
        {
            file.Write(Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem() + "\n"));
            file.Flush(flushToDisk: true);
        }

        return new SigningKey(key);
    }

    /// <summary>Reads a key's file; throws <see cref="CryptographicException"/> when others may read it or it holds no P-256 key.</summary>
    public static SigningKey Load(string path)
    {
        if ((File.GetUnixFileMode(path) & ~Owner & ~UnixFileMode.UserExecute) != UnixFileMode.None)
        {
            throw new CryptographicException("The signing key's file can be read by others: chmod 600 it.");
        }

        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(path));
            var signing = new SigningKey(key);
            return EcdsaP256.IsSpki(signing.PublicKey) ? signing : throw new CryptographicException("The signing key is not on P-256.");
        }
        catch (Exception fault) when (fault is ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw fault as CryptographicException ?? new CryptographicException("The signing key's file holds no key.", fault);
        }
    }

    /// <summary>This key as that of a log; the name is the log's origin.</summary>
    public VerifierKey AsLog(string name) => new(name, new EcdsaP256(), PublicKey);

    /// <summary>This key as that of a witness.</summary>
    public VerifierKey AsWitness(string name) => new(name, new EcdsaP256Cosignature(), PublicKey);

    /// <summary>Signs a note's text as a log.</summary>
    public NoteSignature Sign(string name, string text) => new(name, AsLog(name).KeyId, Der(Encoding.UTF8.GetBytes(text)));

    /// <summary>Signs a checkpoint's text as a witness at an instant, UTC; parts of a second are dropped.</summary>
    public NoteSignature Cosign(string name, string text, DateTime at)
    {
        var seconds = new DateTimeOffset(at).ToUnixTimeSeconds();
        var time = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(time, seconds);
        return new NoteSignature(name, AsWitness(name).KeyId, [.. time, .. Der(EcdsaP256Cosignature.Message(text, seconds))]);
    }

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();

    private byte[] Der(byte[] message) => _key.SignData(message, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
}
