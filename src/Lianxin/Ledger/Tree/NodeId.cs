namespace Lianxin.Ledger;

/// <summary>The place of a perfect subtree: its height (0 = a leaf) and its number among those of that height, from 0.</summary>
public readonly record struct NodeId(int Level, long Index);

/// <summary>A perfect subtree's hash as it is stored, once and for ever.</summary>
public readonly record struct StoredNode(NodeId Id, byte[] Hash);

/// <summary>Answers the hashes of the nodes asked for, in the order asked, in one go; it throws when one is missing.</summary>
public delegate IReadOnlyList<byte[]> NodeReader(IReadOnlyList<NodeId> nodes);
