using System.Security.Cryptography;
using System.Text.Json;
using Lianxin.Ledger;

namespace Lianxin.Tests.Ledger;

public sealed class SigningKeyTests : IDisposable
{
    private const string Origin = "lianxin.example.gov.cn/ledger/1";
    private static readonly DateTime At = new(2026, 11, 22, 8, 0, 0, DateTimeKind.Utc);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lianxin-keys-");

    public void Dispose() => _folder.Delete(recursive: true);

    private string File(string name) => Path.Combine(_folder.FullName, name);

    private SigningKey Key(string name) => SigningKey.Create(File(name));

    private static LedgerPolicy Policy(SigningKey key) => new([new PolicyLog(key.AsLog(Origin), 0, null, null)], [], [], LedgerPolicy.None);

    [Fact]
    public void A_key_is_a_file_of_its_owner_alone_and_is_never_written_over()
    {
        using var made = Key("log.pem");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File("log.pem")));
        Assert.StartsWith("-----BEGIN PRIVATE KEY-----", System.IO.File.ReadAllText(File("log.pem")), StringComparison.Ordinal);
        Assert.Throws<IOException>(() => Key("log.pem"));
        using var loaded = SigningKey.Load(File("log.pem"));
        Assert.Equal(made.PublicKey, loaded.PublicKey);
        System.IO.File.SetUnixFileMode(File("log.pem"), UnixFileMode.UserRead | UnixFileMode.GroupRead);
        Assert.Throws<CryptographicException>(() => SigningKey.Load(File("log.pem")));
    }

    [Fact]
    public void A_file_that_holds_no_P_256_key_is_refused()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        foreach (var (name, text) in new[] { ("p384.pem", other.ExportPkcs8PrivateKeyPem()), ("none.pem", "no key"), ("public.pem", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----") })
        {
            System.IO.File.WriteAllText(File(name), text);
            System.IO.File.SetUnixFileMode(File(name), UnixFileMode.UserRead | UnixFileMode.UserWrite);
            Assert.Throws<CryptographicException>(() => SigningKey.Load(File(name)));
        }
    }

    [Fact]
    public void What_a_key_signs_its_verifier_key_confirms_and_nothing_else()
    {
        using var key = Key("log.pem");
        using var witness = Key("witness.pem");
        var signed = SignedCheckpoint.Sign(new Checkpoint(Origin, 0, MerkleTree.EmptyRoot), key);
        var read = SignedCheckpoint.Parse(System.Text.Encoding.UTF8.GetBytes(signed.With(witness.Cosign("w.example", signed.Note.Text, At)).ToString()));
        Assert.Equal(signed.Checkpoint.Text, read.Checkpoint.Text);
        var log = VerifierKey.Parse(key.AsLog(Origin).ToString());
        var seen = VerifierKey.Parse(witness.AsWitness("w.example").ToString());
        Assert.NotNull(log.Check(read.Note.Text, read.Note.Signatures[0]));
        Assert.Equal(At, seen.Check(read.Note.Text, read.Note.Signatures[1])!.At);
        Assert.Null(log.Check(read.Note.Text + "x\n", read.Note.Signatures[0]));
        Assert.Null(seen.Check(read.Note.Text, witness.Cosign("w.example", "other\n", At)));
        Assert.False(log.Made(read.Note.Signatures[1]));
    }

    [Fact]
    public void The_key_id_of_a_log_is_the_hash_of_its_public_key_and_that_of_a_witness_holds_its_name()
    {
        using var key = Key("log.pem");
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(key.PublicKey)[..4]), key.AsLog(Origin).ToString().Split('+')[1]);
        Assert.Equal(key.AsLog("a").KeyId, key.AsLog("b").KeyId);
        Assert.NotEqual(key.AsWitness("a").KeyId, key.AsWitness("b").KeyId);
    }

    [Fact]
    public void A_new_key_enters_the_policy_by_the_old_one_and_the_old_one_leaves_by_the_new()
    {
        using var old = Key("old.pem");
        using var next = Key("next.pem");
        var added = Again(KeyStatement.Add(Origin, next, 100, old));
        var both = added.Extend(Policy(old));
        Assert.NotNull(both);
        var after = Again(KeyStatement.Retire(old.AsLog(Origin), 150, next)).Extend(both);
        Assert.NotNull(after);
        Assert.Equal(LedgerPolicy.Parse(after.ToString()).ToString(), after.ToString());
        Trust Of(long size, params SigningKey[] keys) =>
            PolicyJudgement.Of(after, SignedCheckpoint.Sign(new Checkpoint(Origin, size, MerkleTree.EmptyRoot), keys)).Trust;
        Assert.Equal(Trust.KeyNotValidThen, Of(99, next));
        Assert.Equal(Trust.Signed, Of(99, old, next));
        Assert.Equal(Trust.Signed, Of(120, old));
        Assert.Equal(Trust.Signed, Of(120, next));
        Assert.Equal(Trust.KeyNotValidThen, Of(151, old));
        Assert.Equal(Trust.Signed, Of(151, next));
    }

    [Fact]
    public void A_key_without_authority_changes_no_policy()
    {
        using var old = Key("old.pem");
        using var next = Key("next.pem");
        using var stranger = Key("stranger.pem");
        var policy = Policy(old);
        var added = KeyStatement.Add(Origin, next, 100, old);
        Assert.Null(KeyStatement.Add(Origin, next, 100, stranger).Extend(policy));
        Assert.Null((added with { Signatures = [added.Signatures[0]] }).Extend(policy));
        Assert.Null((added with { Signatures = [added.Signatures[1]] }).Extend(policy));
        Assert.Null((added with { Size = 90 }).Extend(policy));
        Assert.Null((added with { Change = KeyChange.Retired }).Extend(policy));
        Assert.Null(added.Extend(added.Extend(policy)!));
        Assert.Null(KeyStatement.Retire(old.AsLog(Origin), 150, old).Extend(policy));
        Assert.Null(KeyStatement.Add("other.example/ledger/1", next, 100, old).Extend(policy));
        Assert.Null(added.Extend(policy with { Logs = [policy.Logs[0] with { Until = 50 }] }));
    }

    /// <summary>Through the bytes of an entry and back.</summary>
    private static KeyStatement Again(KeyStatement statement)
    {
        var json = new CanonicalJson();
        statement.Write(json);
        return KeyStatement.Read(statement.Change, CanonicalReader.Read(json.ToArray()));
    }
}
