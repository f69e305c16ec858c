using System.Text.Json.Nodes;
using Lianxin.Ledger;

namespace Lianxin.Tests.Ledger.Vectors;

/// <summary>The empty tree, the trees of 1 to 9 leaves with every proof, and proofs that must not hold. The first eight leaves are those of the RFC 6962 reference tests.</summary>
public static class TreeVectors
{
    public static readonly string[] Leaves = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f", "ff"];

    public static JsonObject Make()
    {
        var log = new FixedLog(Leaves.Length, i => Convert.FromHexString(Leaves[i]));
        var inclusions = new JsonArray();
        var consistencies = new JsonArray();
        for (long size = 1; size <= Leaves.Length; size++)
        {
            for (var index = 0; index < size; index++)
            {
                AddInclusion(inclusions, log, index, size);
            }

            for (long old = 0; old <= size; old++)
            {
                AddConsistency(consistencies, log, old, size);
            }
        }

        return new JsonObject
        {
            ["empty_root"] = Text(MerkleTree.EmptyRoot),
            ["leaves_hex"] = new JsonArray([.. Leaves.Select(leaf => (JsonNode)leaf)]),
            ["roots"] = new JsonArray([.. Enumerable.Range(1, Leaves.Length).Select(size => (JsonNode)Text(log.Root(size)))]),
            ["inclusion"] = inclusions,
            ["consistency"] = consistencies,
        };
    }

    private static void AddInclusion(JsonArray into, FixedLog log, int index, long size)
    {
        var (root, leaf) = (log.Root(size), TreeHash.Leaf(log.Entries[index]));
        var proof = MerkleTree.Inclusion(index, size, log.Read);
        foreach (var (wrong, at, steps) in Wrongs(proof).Append((true, index + 1, proof)).Append((true, (int)size, proof)).Prepend((false, index, proof)))
        {
            var place = at < 0 ? index : at;
            into.Add(new JsonObject
            {
                ["root"] = Text(root),
                ["leaf"] = Text(leaf),
                ["index"] = place,
                ["size"] = size,
                ["proof"] = Texts(steps),
                ["holds"] = !wrong,
            });
        }
    }

    private static void AddConsistency(JsonArray into, FixedLog log, long old, long size)
    {
        var (first, second) = (log.Root(old), log.Root(size));
        var proof = MerkleTree.Consistency(old, size, log.Read);
        var cases = Wrongs(proof).Select(one => (one.Wrong, first, second, one.Steps)).Prepend((false, first, second, proof));
        cases = cases.Append((true, FixedLog.Bytes("other root"), second, proof)).Append((true, first, FixedLog.Bytes("other root"), proof));
        foreach (var (wrong, oldRoot, root, steps) in cases)
        {
            // From the empty tree every root follows: there is nothing in it to contradict.
            var holds = !wrong || (old == 0 && size > 0 && steps.Count == 0 && oldRoot == first);
            into.Add(new JsonObject
            {
                ["old_size"] = old,
                ["old_root"] = Text(oldRoot),
                ["size"] = size,
                ["root"] = Text(root),
                ["proof"] = Texts(steps),
                ["holds"] = holds,
            });
        }
    }

    private static IEnumerable<(bool Wrong, int At, IReadOnlyList<byte[]> Steps)> Wrongs(IReadOnlyList<byte[]> proof)
    {
        yield return (true, -1, [.. proof, FixedLog.Bytes("one too many")]);
        if (proof.Count > 0)
        {
            yield return (true, -1, [.. proof.Skip(1)]);
            yield return (true, -1, [.. proof.Take(proof.Count - 1), FixedLog.Bytes("another")]);
        }

        if (proof.Count > 1)
        {
            yield return (true, -1, [.. proof.Reverse()]);
        }
    }

    private static string Text(byte[] hash) => Convert.ToBase64String(hash);

    private static JsonArray Texts(IEnumerable<byte[]> hashes) => [.. hashes.Select(hash => (JsonNode)Text(hash))];
}
