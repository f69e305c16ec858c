using System.Numerics;
using System.Security.Cryptography;

namespace Lianxin.Ledger;

/// <summary>
/// The right edge of a tree: the hashes of its largest perfect subtrees, left to right, one for each bit of its size. All that an
/// appender needs to know of the past; at most 64 hashes, so that it stands in the head row.
/// </summary>
public sealed class Frontier
{
    private readonly List<byte[]> _hashes;

    private Frontier(long size, List<byte[]> hashes)
    {
        Size = size;
        _hashes = hashes;
    }

    /// <summary>The edge of the empty tree.</summary>
    public Frontier()
        : this(0, [])
    {
    }

    /// <summary>Leaves in the tree.</summary>
    public long Size { get; private set; }

    /// <summary>Reads what <see cref="ToBytes"/> wrote; throws <see cref="FormatException"/> when size and length disagree.</summary>
    public static Frontier FromBytes(long size, ReadOnlySpan<byte> bytes)
    {
        if (size < 0 || bytes.Length != BitOperations.PopCount((ulong)size) * SHA256.HashSizeInBytes)
        {
            throw new FormatException("The frontier does not fit the size of its tree.");
        }

        var hashes = new List<byte[]>();
        for (var at = 0; at < bytes.Length; at += SHA256.HashSizeInBytes)
        {
            hashes.Add(bytes.Slice(at, SHA256.HashSizeInBytes).ToArray());
        }

        return new Frontier(size, hashes);
    }

    /// <summary>The hashes one after the other, 32 bytes each.</summary>
    public byte[] ToBytes() => [.. _hashes.SelectMany(hash => hash)];

    /// <summary>An edge that grows by itself, so that an operation that is refused leaves nothing behind.</summary>
    public Frontier Copy() => new(Size, [.. _hashes]);

    /// <summary>Adds a leaf; answers the nodes to store, the leaf first, then each subtree it completes (about two a leaf).</summary>
    public IReadOnlyList<StoredNode> Append(byte[] leaf)
    {
        var node = new StoredNode(new NodeId(0, Size), leaf);
        var stored = new List<StoredNode> { node };
        for (var rest = Size; (rest & 1) == 1; rest >>= 1)
        {
            var left = _hashes[^1];
            _hashes.RemoveAt(_hashes.Count - 1);
            node = new StoredNode(new NodeId(node.Id.Level + 1, node.Id.Index >> 1), TreeHash.Node(left, node.Hash));
            stored.Add(node);
        }

        _hashes.Add(node.Hash);
        Size++;
        return stored;
    }

    /// <summary>The root of the tree so far.</summary>
    public byte[] Root() => MerkleTree.Join(_hashes);
}
