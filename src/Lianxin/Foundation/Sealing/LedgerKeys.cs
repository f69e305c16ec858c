using System.Security.Cryptography;
using Lianxin.Ledger;

namespace Lianxin.Foundation;

/// <summary>
/// The keys that sign the district's logs, each in a file of mode 0600 beside the vault's key file, and the policy that says which key is
/// in force and which witnesses are asked. Made at the first commit of a new district; every node of the district has the same files.
/// </summary>
public sealed class LedgerKeys(string folder, string? district = null) : IDisposable
{
    private readonly Lock _gate = new();
    private Held? _held;

    /// <summary>The first signing key of a log; each log has its own.</summary>
    public string KeyFile(LedgerLog log) => Path.Combine(folder, $"{log.Name}.pem");

    /// <summary>The policy: public, and what the notice board shows.</summary>
    public string PolicyFile => Path.Combine(folder, "ledger.policy");

    /// <summary>Every file: the keys of both logs and the policy.</summary>
    public IReadOnlyList<string> Files => File.Exists(PolicyFile) ? [PolicyFile, .. KeyFiles()] : [];

    /// <summary>True when no file of the beginning is missing.</summary>
    public bool Exist => File.Exists(PolicyFile) && LedgerLog.All.All(log => File.Exists(KeyFile(log)));

    /// <summary>The policy as it stands in its file; null when there is none yet. Throws <see cref="FormatException"/> when it is none.</summary>
    public LedgerPolicy? ReadPolicy() => File.Exists(PolicyFile) ? LedgerPolicy.Parse(File.ReadAllBytes(PolicyFile)) : null;

    /// <summary>True when the private keys are read already.</summary>
    internal bool IsOpen => _held is not null;

    /// <summary>Reads the keys; makes them when <paramref name="mayCreate"/> says that nothing was ever signed.</summary>
    public void Open(bool mayCreate)
    {
        lock (_gate)
        {
            if (!File.Exists(PolicyFile) && mayCreate)
            {
                Create();
            }

            if (!Exist)
            {
                throw new InvalidOperationException($"The ledger's keys or its policy {PolicyFile} are missing, and the logs were signed with them. Put them back.");
            }

            _held?.Dispose();
            _held = new Held(ReadPolicy()!, [.. KeyFiles().Select(SigningKey.Load)]);
        }
    }

    /// <summary>Signs a log's state with every key in force at that size. For the writer alone.</summary>
    internal SignedCheckpoint Sign(LedgerLog log, long size, byte[] root)
    {
        var held = _held ?? throw new InvalidOperationException("The ledger's keys are not open.");
        var logs = held.Policy.Logs.Where(one => log.IsOrigin(one.Key.Name) && one.Holds(size)).ToList();
        var keys = held.Keys.Where(key => logs.Exists(one => one.Key.PublicKey.AsSpan().SequenceEqual(key.PublicKey))).ToList();
        return keys.Count > 0
            ? SignedCheckpoint.Sign(new Checkpoint(logs[0].Key.Name, size, root), keys)
            : throw new InvalidOperationException($"No key in {folder} is in force for {log.Path} at size {size}.");
    }

    /// <inheritdoc/>
    public void Dispose() => _held?.Dispose();

    // A key without its policy is left when the first start broke off between the two.
    private void Create()
    {
        Directory.CreateDirectory(folder);
        var keys = LedgerLog.All.Select(log => (Log: log, Key: File.Exists(KeyFile(log)) ? SigningKey.Load(KeyFile(log)) : SigningKey.Create(KeyFile(log)))).ToList();
        var name = district ?? "lianxin-" + Convert.ToHexStringLower(SHA256.HashData(keys[0].Key.PublicKey).AsSpan(0, 4));
        Write(new LedgerPolicy([.. keys.Select(made => new PolicyLog(made.Key.AsLog($"{name}/{made.Log.Path}"), 0, null, null))], [], [], LedgerPolicy.None));
        keys.ForEach(made => made.Key.Dispose());
    }

    private IEnumerable<string> KeyFiles() =>
        LedgerLog.All.SelectMany(log => Directory.EnumerateFiles(folder, log.Name + "*.pem")).Order(StringComparer.Ordinal);

    private void Write(LedgerPolicy policy)
    {
        var text = policy.ToString();
        _ = LedgerPolicy.Parse(text);
        var fresh = PolicyFile + ".new";
        File.WriteAllText(fresh, text);
        File.Move(fresh, PolicyFile, overwrite: true);
    }

    private sealed record Held(LedgerPolicy Policy, IReadOnlyList<SigningKey> Keys) : IDisposable
    {
        public void Dispose()
        {
            foreach (var key in Keys)
            {
                key.Dispose();
            }
        }
    }
}
