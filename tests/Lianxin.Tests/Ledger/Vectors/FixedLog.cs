using System.Security.Cryptography;
using System.Text;
using Lianxin.Ledger;

namespace Lianxin.Tests.Ledger.Vectors;

/// <summary>A small log made of words, the same each time: its entries, any receipt of it, any checkpoint, its keys and witnesses.</summary>
public sealed class FixedLog
{
    public const string Origin = "lianxin.example.gov.cn/ledger/1";
    public const string FirstWitness = "jiwei.example.gov.cn/witness";
    public const string SecondWitness = "city.example.gov.cn/witness";

    public static readonly DateTime Start = new(2026, 11, 22, 8, 5, 11, 123, DateTimeKind.Utc);
    public static readonly DateTime Seen = new(2026, 11, 22, 9, 0, 0, DateTimeKind.Utc);

    private readonly Dictionary<NodeId, byte[]> _nodes = [];

    public FixedLog(int size = 23, Func<int, byte[]>? entry = null)
    {
        var frontier = new Frontier();
        for (var i = 0; i < size; i++)
        {
            Entries.Add(entry?.Invoke(i) ?? Entry(i).Encode(json => json.Open().Key("step").Number(i).Close()));
            foreach (var node in frontier.Append(TreeHash.Leaf(Entries[i])))
            {
                _nodes[node.Id] = node.Hash;
            }
        }
    }

    public static FixedKey Key { get; } = new("log key");

    public static FixedKey NextKey { get; } = new("next log key");

    public static FixedKey First { get; } = new("first witness");

    public static FixedKey Second { get; } = new("second witness");

    public List<byte[]> Entries { get; } = [];

    public IReadOnlyList<byte[]> Read(IReadOnlyList<NodeId> nodes) => [.. nodes.Select(node => _nodes[node])];

    public byte[] Root(long size) => MerkleTree.Root(size, Read);

    public static byte[] Bytes(string word, int length = 32) => SHA256.HashData(Encoding.UTF8.GetBytes(word))[..length];

    /// <summary>The openings of every entry: words with an accent in two parts, a name, a picture.</summary>
    public static IReadOnlyList<ReceiptOpening> Openings(int index) =>
    [
        ReceiptOpening.OfText("body", Bytes($"body {index}"), $"楼下路灯不亮,已经三天。Cafe\u0301 门口最暗 😀 第{index}条"),
        ReceiptOpening.OfText("name", Bytes($"name {index}"), "测试居民甲"),
        ReceiptOpening.OfFile("photo", Bytes($"photo {index}"), Bytes($"picture {index}")),
    ];

    public static Entry Entry(int index) => new()
    {
        Seq = index,
        At = Start.AddMinutes(index),
        Type = "matter.received",
        Actor = new EntryActor("resident", null, null, "web"),
        Matter = $"2026{index + 1:D8}",
        Cn = 1,
        Commitments = [.. Openings(index).Select(opening => new EntryCommitment(opening.Path, opening.Sha256 is { } file
            ? Commitment.OfFile(opening.Salt, opening.Path, file)
            : Commitment.OfText(opening.Salt, opening.Path, opening.Text!)))],
        Nonce = Bytes($"nonce {index}", 16),
    };

    public SignedCheckpoint Checkpoint(long size, params FixedKey[] keys) => Signed(new Checkpoint(Origin, size, Root(size)), keys);

    public static SignedCheckpoint Signed(Checkpoint checkpoint, params FixedKey[] keys) => new(
        checkpoint,
        new SignedNote(checkpoint.Text, [.. (keys.Length == 0 ? [Key] : keys).Select(key => key.Sign(checkpoint.Origin, checkpoint.Text))]));

    public static SignedCheckpoint Witnessed(SignedCheckpoint signed, DateTime? at = null) => signed
        .With(First.Cosign(FirstWitness, signed.Note.Text, at ?? Seen))
        .With(Second.Cosign(SecondWitness, signed.Note.Text, (at ?? Seen).AddSeconds(7)));

    public Receipt Receipt(int index, long size, SignedCheckpoint? checkpoint = null) => new(
        Entries[index], Openings(index), index, MerkleTree.Inclusion(index, size, Read), checkpoint ?? Witnessed(Checkpoint(size)));

    public ConsistencyFile Consistency(long old, SignedCheckpoint newer) =>
        new(old, MerkleTree.Consistency(old, newer.Checkpoint.Size, Read), newer);

    /// <summary>The usual policy: one key, both witnesses needed.</summary>
    public static string Policy(string? logs = null, string quorum = "both") =>
        $"# 连心\n{logs ?? $"log {Key.AsLog(Origin)}\n"}"
        + $"witness jiwei {First.AsWitness(FirstWitness)}\nwitness city {Second.AsWitness(SecondWitness)} https://city.example.gov.cn/\n"
        + $"group both all jiwei city\nquorum {quorum}\n";
}
