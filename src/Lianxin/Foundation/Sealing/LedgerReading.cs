using System.Globalization;
using Lianxin.Database;
using Lianxin.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Foundation;

/// <summary>Reads checkpoints and proofs. Nodes never change, so a checkpoint read first can always be proved afterwards.</summary>
public static class LedgerReading
{
    extension(LianxinDb db)
    {
        /// <summary>Nodes of the trees.</summary>
        public DbSet<LedgerNode> LedgerNodes => db.Set<LedgerNode>();

        /// <summary>Signed states of the logs.</summary>
        public DbSet<LedgerCheckpoint> LedgerCheckpoints => db.Set<LedgerCheckpoint>();

        /// <summary>What witnesses confirmed.</summary>
        public DbSet<LedgerCosignature> LedgerCosignatures => db.Set<LedgerCosignature>();

        /// <summary>The log's newest checkpoint; null before the first commit.</summary>
        public async Task<SignedCheckpoint?> NewestCheckpoint(LedgerLog log) =>
            await db.LedgerCheckpoints.Where(c => c.Log == log.Id).OrderByDescending(c => c.Size).Select(c => c.Note).FirstOrDefaultAsync() is { } note
                ? SignedCheckpoint.Parse(System.Text.Encoding.UTF8.GetBytes(note))
                : null;

        /// <summary>
        /// The checkpoint for a receipt of an entry: the newest that witnesses confirmed, with their lines, where one covers it, or else the newest.
        /// </summary>
        public async Task<SignedCheckpoint?> CheckpointFor(LedgerLog log, long seq)
        {
            var size = await db.LedgerCosignatures.Where(c => c.Log == log.Id && c.Size > seq).OrderByDescending(c => c.Size).Select(c => (long?)c.Size).FirstOrDefaultAsync();
            return size is { } confirmed && await db.CosignedCheckpoint(log, confirmed) is { } found ? found : await db.NewestCheckpoint(log);
        }

        /// <summary>A checkpoint with each witness's newest line under it; null for a size without one.</summary>
        public async Task<SignedCheckpoint?> CosignedCheckpoint(LedgerLog log, long size)
        {
            if (await db.LedgerCheckpoints.Where(c => c.Log == log.Id && c.Size == size).Select(c => c.Note).SingleOrDefaultAsync() is not { } note)
            {
                return null;
            }

            var lines = await db.LedgerCosignatures.Where(c => c.Log == log.Id && c.Size == size).OrderByDescending(c => c.CosignedAt).Take(SignedNote.MaximumSignatures).ToListAsync();
            var signed = SignedCheckpoint.Parse(System.Text.Encoding.UTF8.GetBytes(note));
            return lines.DistinctBy(line => line.Witness).OrderBy(line => line.Witness, StringComparer.Ordinal)
                .Aggregate(signed, (all, line) => all.With(NoteSignature.Parse(line.Line)));
        }

        /// <summary>Loads the nodes at once; the reader throws <see cref="KeyNotFoundException"/> for one that the log does not have.</summary>
        public async Task<NodeReader> LoadNodes(LedgerLog log, IReadOnlyList<NodeId> nodes)
        {
            var found = new Dictionary<NodeId, byte[]>();
            var leaves = nodes.Where(node => node.Level == 0).Select(node => node.Index).ToList();
            if (leaves.Count > 0)
            {
                foreach (var (seq, leaf) in await db.Leaves(log, leaves))
                {
                    found[new NodeId(0, seq)] = leaf;
                }
            }

            var inner = nodes.Where(node => node.Level > 0).Distinct().ToList();
            if (inner.Count > 0)
            {
                var pairs = string.Join(", ", inner.Select(node => string.Create(CultureInfo.InvariantCulture, $"({node.Level}, {node.Index})")));
                var sql = $"select * from ledger_node where log = {log.Id} and (level, idx) in (values {pairs})";
                foreach (var node in await db.LedgerNodes.FromSqlRaw(sql).AsNoTracking().ToListAsync())
                {
                    found[new NodeId(node.Level, node.Idx)] = node.Hash;
                }
            }

            return asked => [.. asked.Select(node => found[node])];
        }

        /// <summary>The proof that the tree of <paramref name="size"/> only added to that of <paramref name="old"/>.</summary>
        public async Task<IReadOnlyList<byte[]>> ConsistencyProof(LedgerLog log, long old, long size) =>
            MerkleTree.Consistency(old, size, await db.LoadNodes(log, MerkleTree.NodesOfConsistency(old, size)));

        private async Task<List<(long Seq, byte[] Leaf)>> Leaves(LedgerLog log, List<long> seqs)
        {
            var rows = log == LedgerLog.Facts
                ? await db.FactEntries.Where(e => seqs.Contains(e.Seq)).Select(e => new { e.Seq, e.Leaf }).ToListAsync()
                : await db.AccessEntries.Where(e => seqs.Contains(e.Seq)).Select(e => new { e.Seq, e.Leaf }).ToListAsync();
            return rows.ConvertAll(row => (row.Seq, row.Leaf));
        }
    }

    /// <summary>Finished receipts of entries of the journal of facts, all against one checkpoint; openings by entry, where the reader may have them.</summary>
    public static async Task<IReadOnlyList<Receipt>> Receipts(LianxinDb db, SignedCheckpoint checkpoint, IReadOnlyList<FactEntry> entries, ILookup<long, ReceiptOpening> openings)
    {
        var size = checkpoint.Checkpoint.Size;
        var needed = entries.SelectMany(entry => MerkleTree.NodesOfInclusion(entry.Seq, size)).Distinct().ToList();
        var reader = await db.LoadNodes(LedgerLog.Facts, needed);
        return [.. entries.Select(entry => new Receipt(entry.Bytes, [.. openings[entry.Seq]], entry.Seq, MerkleTree.Inclusion(entry.Seq, size, reader), checkpoint))];
    }
}
