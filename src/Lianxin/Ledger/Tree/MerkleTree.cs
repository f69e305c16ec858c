using System.Numerics;

namespace Lianxin.Ledger;

/// <summary>
/// Roots and proofs of a tree of any size, older ones too, from its stored nodes (RFC 6962 §2.1). What each needs is told first
/// (<c>NodesOf…</c>), so that a store can load it at once; the proofs then ask their reader for exactly that list, once.
/// </summary>
public static class MerkleTree
{
    /// <summary>The root of the empty tree: SHA-256 of nothing.</summary>
    public static byte[] EmptyRoot { get; } = System.Security.Cryptography.SHA256.HashData([]);

    /// <summary>The nodes that make the root of the first <paramref name="size"/> leaves.</summary>
    public static IReadOnlyList<NodeId> NodesOfRoot(long size) => Nodes([(0, Checked(size))]);

    /// <summary>The nodes that make the inclusion proof of a leaf in the tree of that size.</summary>
    public static IReadOnlyList<NodeId> NodesOfInclusion(long index, long size) => Nodes(InclusionRanges(index, size));

    /// <summary>The nodes that make the consistency proof between two sizes.</summary>
    public static IReadOnlyList<NodeId> NodesOfConsistency(long old, long size) => Nodes(ConsistencyRanges(old, size));

    /// <summary>The root of the first <paramref name="size"/> leaves.</summary>
    public static byte[] Root(long size, NodeReader reader) => Checked(size) == 0 ? EmptyRoot : Read([(0, size)], reader)[0];

    /// <summary>The inclusion proof, the leaf's sibling first (RFC 6962 §2.1.1).</summary>
    public static IReadOnlyList<byte[]> Inclusion(long index, long size, NodeReader reader) => Read(InclusionRanges(index, size), reader);

    /// <summary>The proof that the tree of <paramref name="size"/> only added to that of <paramref name="old"/> (RFC 6962 §2.1.2); empty from 0.</summary>
    public static IReadOnlyList<byte[]> Consistency(long old, long size, NodeReader reader) => Read(ConsistencyRanges(old, size), reader);

    /// <summary>The hash over perfect subtrees that stand side by side, the largest first.</summary>
    internal static byte[] Join(IReadOnlyList<byte[]> hashes)
    {
        if (hashes.Count == 0)
        {
            return EmptyRoot;
        }

        var root = hashes[^1];
        for (var i = hashes.Count - 2; i >= 0; i--)
        {
            root = TreeHash.Node(hashes[i], root);
        }

        return root;
    }

    private static long Checked(long size) => size >= 0 ? size : throw new ArgumentOutOfRangeException(nameof(size));

    /// <summary>The largest power of two below a size of at least two: where RFC 6962 splits.</summary>
    private static long Split(long size) => 1L << BitOperations.Log2((ulong)(size - 1));

    private static List<(long Start, long End)> InclusionRanges(long index, long size)
    {
        if (index < 0 || index >= size)
        {
            throw new ArgumentOutOfRangeException(nameof(index));
        }

        var ranges = new List<(long, long)>();
        var (start, end) = (0L, size);
        while (end - start > 1)
        {
            var middle = start + Split(end - start);
            ranges.Add(index < middle ? (middle, end) : (start, middle));
            (start, end) = index < middle ? (start, middle) : (middle, end);
        }

        ranges.Reverse();
        return ranges;
    }

    private static List<(long Start, long End)> ConsistencyRanges(long old, long size)
    {
        if (old < 0 || old > size)
        {
            throw new ArgumentOutOfRangeException(nameof(old));
        }

        var ranges = new List<(long, long)>();
        var (start, end) = (0L, size);
        while (old != 0 && old != end)
        {
            var middle = start + Split(end - start);
            ranges.Add(old <= middle ? (middle, end) : (start, middle));
            (start, end) = old <= middle ? (start, middle) : (middle, end);
        }

        if (start > 0)
        {
            ranges.Add((start, end));
        }

        ranges.Reverse();
        return ranges;
    }

    private static List<NodeId> Nodes(IEnumerable<(long Start, long End)> ranges) =>
        [.. ranges.SelectMany(range => Perfect(range.Start, range.End))];

    private static List<byte[]> Read(List<(long Start, long End)> ranges, NodeReader reader)
    {
        var needed = ranges.ConvertAll(range => Perfect(range.Start, range.End));
        var hashes = reader([.. needed.SelectMany(nodes => nodes)]);
        var joined = new List<byte[]>();
        var at = 0;
        foreach (var nodes in needed)
        {
            joined.Add(Join([.. hashes.Skip(at).Take(nodes.Count)]));
            at += nodes.Count;
        }

        return joined;
    }

    /// <summary>The perfect subtrees of a range that begins where RFC 6962 splits, the largest first.</summary>
    private static List<NodeId> Perfect(long start, long end)
    {
        var nodes = new List<NodeId>();
        while (start < end)
        {
            var level = BitOperations.Log2((ulong)(end - start));
            nodes.Add(new NodeId(level, start >> level));
            start += 1L << level;
        }

        return nodes;
    }
}
