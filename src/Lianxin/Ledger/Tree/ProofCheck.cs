using System.Numerics;

namespace Lianxin.Ledger;

/// <summary>Checks proofs without the tree (RFC 9162 §2.1.3.2 and §2.1.4.2). A proof of a wrong length proves nothing.</summary>
public static class ProofCheck
{
    /// <summary>The root that leaf, place and proof lead to; null when the proof does not fit the size.</summary>
    public static byte[]? RootOf(byte[] leaf, long index, long size, IReadOnlyList<byte[]> proof)
    {
        if (index < 0 || index >= size)
        {
            return null;
        }

        var (node, last, root) = (index, size - 1, leaf);
        foreach (var sibling in proof)
        {
            if (last == 0)
            {
                return null;
            }

            root = IsRight(node, last) ? TreeHash.Node(sibling, root) : TreeHash.Node(root, sibling);
            (node, last) = Up(node, last);
        }

        return last == 0 ? root : null;
    }

    /// <summary>True when the leaf stands at that place of the tree with that root.</summary>
    public static bool Includes(byte[] root, byte[] leaf, long index, long size, IReadOnlyList<byte[]> proof) =>
        RootOf(leaf, index, size, proof) is { } led && led.AsSpan().SequenceEqual(root);

    /// <summary>True when the second tree begins with all leaves of the first; from size 0 and to the same size the proof is empty.</summary>
    public static bool Extends(long oldSize, byte[] oldRoot, long size, byte[] root, IReadOnlyList<byte[]> proof)
    {
        if (oldSize == size || oldSize == 0)
        {
            var expected = oldSize == size ? root : MerkleTree.EmptyRoot;
            return oldSize >= 0 && proof.Count == 0 && oldRoot.AsSpan().SequenceEqual(expected);
        }

        if (oldSize < 0 || oldSize > size || proof.Count == 0)
        {
            return false;
        }

        var steps = BitOperations.IsPow2(oldSize) ? [oldRoot, .. proof] : proof;
        return Walk(oldSize, size, steps) is var (first, second) && first.AsSpan().SequenceEqual(oldRoot) && second.AsSpan().SequenceEqual(root);
    }

    private static (byte[] First, byte[] Second)? Walk(long oldSize, long size, IReadOnlyList<byte[]> steps)
    {
        var level = BitOperations.TrailingZeroCount(oldSize);
        var (node, last) = ((oldSize - 1) >> level, (size - 1) >> level);
        var (first, second) = (steps[0], steps[0]);
        foreach (var step in steps.Skip(1))
        {
            if (last == 0)
            {
                return null;
            }

            if (IsRight(node, last))
            {
                first = TreeHash.Node(step, first);
                second = TreeHash.Node(step, second);
            }
            else
            {
                second = TreeHash.Node(second, step);
            }

            (node, last) = Up(node, last);
        }

        return last == 0 ? (first, second) : null;
    }

    private static bool IsRight(long node, long last) => (node & 1) == 1 || node == last;

    /// <summary>To the parent; from an only child on, to the first ancestor that is a right child.</summary>
    private static (long Node, long Last) Up(long node, long last)
    {
        if (IsRight(node, last))
        {
            while (node != 0 && (node & 1) == 0)
            {
                (node, last) = (node >> 1, last >> 1);
            }
        }

        return (node >> 1, last >> 1);
    }
}
