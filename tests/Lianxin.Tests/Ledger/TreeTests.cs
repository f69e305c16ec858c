using System.Numerics;
using Lianxin.Ledger;
using Lianxin.Tests.Ledger.Vectors;

namespace Lianxin.Tests.Ledger;

public sealed class TreeTests
{
    private const int Largest = 200;
    private static readonly FixedLog Log = new(Largest, i => FixedLog.Bytes($"leaf {i}"));
    private static readonly byte[][] Leaves = [.. Log.Entries.Select(entry => TreeHash.Leaf(entry))];

    /// <summary>The roots of the reference tests of RFC 6962 over its eight leaves.</summary>
    [Fact]
    public void Roots_are_those_of_RFC_6962()
    {
        string[] roots =
        [
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
        ];
        var log = new FixedLog(8, i => Convert.FromHexString(TreeVectors.Leaves[i]));
        Assert.Equal(roots, Enumerable.Range(0, 9).Select(size => Convert.ToHexStringLower(log.Root(size))));
    }

    [Fact]
    public void Every_root_and_inclusion_proof_up_to_200_leaves_is_that_of_the_definition()
    {
        for (var size = 0; size <= Largest; size++)
        {
            var root = NaiveTree.Root(Leaves.AsSpan(0, size));
            Assert.Equal(root, Log.Root(size));
            for (var index = 0; index < size; index++)
            {
                var proof = MerkleTree.Inclusion(index, size, Log.Read);
                Assert.Equal(NaiveTree.Path(index, Leaves.AsSpan(0, size)), proof);
                Assert.True(ProofCheck.Includes(root, Leaves[index], index, size, proof));
                Assert.False(size > 1 && ProofCheck.Includes(root, Leaves[(index + 1) % size], index, size, proof));
            }
        }
    }

    [Fact]
    public void Every_consistency_proof_up_to_200_leaves_is_that_of_the_definition()
    {
        for (var size = 0; size <= Largest; size++)
        {
            var root = Log.Root(size);
            for (var old = 0; old <= size; old++)
            {
                var proof = MerkleTree.Consistency(old, size, Log.Read);
                Assert.Equal(NaiveTree.Proof(old, Leaves.AsSpan(0, size)), proof);
                Assert.True(ProofCheck.Extends(old, Log.Root(old), size, root, proof));
                Assert.False(ProofCheck.Extends(old, Leaves[0], size, root, proof) && old > 1);
                Assert.False(ProofCheck.Extends(old, Log.Root(old), size, FixedLog.Bytes("forged"), proof) && old > 0);
            }
        }
    }

    [Fact]
    public void A_proof_asks_its_reader_once_for_exactly_the_nodes_it_named()
    {
        var asked = new List<IReadOnlyList<NodeId>>();
        IReadOnlyList<byte[]> Reader(IReadOnlyList<NodeId> nodes)
        {
            asked.Add(nodes);
            return Log.Read(nodes);
        }

        _ = MerkleTree.Root(187, Reader);
        _ = MerkleTree.Inclusion(77, 187, Reader);
        _ = MerkleTree.Consistency(77, 187, Reader);
        Assert.Equal([MerkleTree.NodesOfRoot(187), MerkleTree.NodesOfInclusion(77, 187), MerkleTree.NodesOfConsistency(77, 187)], asked);
    }

    [Fact]
    public void An_appender_stores_each_perfect_subtree_once_and_its_edge_survives_storage()
    {
        var frontier = new Frontier();
        var stored = new HashSet<NodeId>();
        for (var size = 1; size <= Largest; size++)
        {
            frontier = Frontier.FromBytes(frontier.Size, frontier.ToBytes());
            var dropped = frontier.Copy();
            dropped.Append(FixedLog.Bytes("refused"));
            var nodes = frontier.Append(Leaves[size - 1]);
            Assert.True(nodes.All(node => stored.Add(node.Id) && (node.Id.Index + 1) << node.Id.Level == size));
            Assert.Equal(BitOperations.TrailingZeroCount(size) + 1, nodes.Count);
            Assert.Equal(Log.Root(size), frontier.Root());
        }

        Assert.Throws<FormatException>(() => Frontier.FromBytes(3, new byte[32]));
    }

    [Fact]
    public void Places_outside_the_tree_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleTree.Inclusion(5, 5, Log.Read));
        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleTree.Consistency(6, 5, Log.Read));
        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleTree.Root(-1, Log.Read));
        Assert.False(ProofCheck.Extends(6, Log.Root(6), 5, Log.Root(5), []));
        Assert.Null(ProofCheck.RootOf(Leaves[0], -1, 5, []));
    }
}
