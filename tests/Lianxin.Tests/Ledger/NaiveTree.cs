using Lianxin.Ledger;

namespace Lianxin.Tests.Ledger;

/// <summary>The definitions of RFC 6962 §2.1 word for word, without any stored node: slow, and plainly right.</summary>
public static class NaiveTree
{
    public static byte[] Root(ReadOnlySpan<byte[]> leaves) => leaves.Length switch
    {
        0 => MerkleTree.EmptyRoot,
        1 => leaves[0],
        var n => TreeHash.Node(Root(leaves[..Split(n)]), Root(leaves[Split(n)..])),
    };

    public static List<byte[]> Path(int m, ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length == 1)
        {
            return [];
        }

        var k = Split(leaves.Length);
        return m < k ? [.. Path(m, leaves[..k]), Root(leaves[k..])] : [.. Path(m - k, leaves[k..]), Root(leaves[..k])];
    }

    public static List<byte[]> Proof(int m, ReadOnlySpan<byte[]> leaves) => m == 0 ? [] : Subproof(m, leaves, true);

    private static List<byte[]> Subproof(int m, ReadOnlySpan<byte[]> leaves, bool known)
    {
        if (m == leaves.Length)
        {
            return known ? [] : [Root(leaves)];
        }

        var k = Split(leaves.Length);
        return m <= k
            ? [.. Subproof(m, leaves[..k], known), Root(leaves[k..])]
            : [.. Subproof(m - k, leaves[k..], false), Root(leaves[..k])];
    }

    private static int Split(int n)
    {
        var k = 1;
        while (k * 2 < n)
        {
            k *= 2;
        }

        return k;
    }
}
