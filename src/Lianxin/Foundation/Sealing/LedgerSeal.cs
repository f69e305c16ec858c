using System.Buffers.Binary;
using Lianxin.Database;
using Lianxin.Ledger;

namespace Lianxin.Foundation;

/// <summary>
/// Seals a commit: adds its entries to the trees and signs one checkpoint for each log that grew, in the same transaction (P2). A database
/// of an older release, or one filled beside the writer, is caught up with at its first commit.
/// </summary>
public sealed class LedgerSeal(LedgerKeys keys) : ISealCommits
{
    private const int Chunk = 10_000;

    /// <inheritdoc/>
    public async Task Seal(OpenCommit commit)
    {
        foreach (var log in LedgerLog.All)
        {
            await Seal(commit, log);
        }
    }

    /// <summary>A frontier as the head row holds it: its size in eight bytes, then its hashes. Throws <see cref="FormatException"/>.</summary>
    internal static Frontier Read(byte[] stored) => stored.Length switch
    {
        0 => new Frontier(),
        < sizeof(long) => throw new FormatException("The frontier has no size."),
        _ => Frontier.FromBytes(BinaryPrimitives.ReadInt64BigEndian(stored), stored.AsSpan(sizeof(long))),
    };

    /// <summary>The form that <see cref="Read"/> reads.</summary>
    internal static byte[] Write(Frontier frontier)
    {
        var size = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(size, frontier.Size);
        return [.. size, .. frontier.ToBytes()];
    }

    private async Task Seal(OpenCommit commit, LedgerLog log)
    {
        var (before, after) = (log.SizeIn(commit.Before), log.SizeIn(commit.After));
        var frontier = Read(log.FrontierIn(commit.Before));
        if (frontier.Size == after)
        {
            return;
        }

        if (!keys.IsOpen)
        {
            keys.Open(mayCreate: !await Signed(commit));
        }

        await CatchUp(commit, log, frontier, before);
        var (nodes, at) = (new List<StoredNode>(), default(DateTime?));
        foreach (var leaf in commit.Leaves.Where(leaf => leaf.Log == log.Id))
        {
            Append(frontier, leaf.Seq, leaf.Hash, nodes);
            at = leaf.At;
        }

        if (frontier.Size != after)
        {
            throw new InvalidOperationException($"The head counts {after} entries of {log.Path}, the tree {frontier.Size}.");
        }

        await Insert(commit, log, nodes);
        var note = keys.Sign(log, after, frontier.Root());
        await commit.Run(
            "insert into ledger_checkpoint (log, size, signed_at, note) values ($1, $2, $3, $4)",
            log.Id,
            after,
            at ?? await InstantOf(commit, log, after - 1),
            note.ToString());
        log.SetFrontier(commit.After, Write(frontier));
    }

    private static async Task CatchUp(OpenCommit commit, LedgerLog log, Frontier frontier, long size)
    {
        while (frontier.Size < size)
        {
            var nodes = new List<StoredNode>();
            await using (var command = commit.Command(
                $"select seq, leaf from {log.Table} where seq >= {frontier.Size} and seq < {Math.Min(size, frontier.Size + Chunk)} order by seq"))
            {
                await using var reader = await command.ExecuteReaderAsync();
                while (await reader.ReadAsync())
                {
                    Append(frontier, reader.GetInt64(0), (byte[])reader.GetValue(1), nodes);
                }
            }

            if (nodes.Count == 0)
            {
                throw new InvalidOperationException($"Entry {frontier.Size} of {log.Path} is missing.");
            }

            await Insert(commit, log, nodes);
        }
    }

    private static void Append(Frontier frontier, long seq, byte[] leaf, List<StoredNode> nodes)
    {
        if (seq != frontier.Size)
        {
            throw new InvalidOperationException($"Entry {seq} came where {frontier.Size} belongs.");
        }

        nodes.AddRange(frontier.Append(leaf).Where(node => node.Id.Level > 0));
    }

    private static async Task Insert(OpenCommit commit, LedgerLog log, List<StoredNode> nodes)
    {
        if (commit.Kind == DatabaseKind.Postgres)
        {
            await commit.Run(
                "insert into ledger_node (log, level, idx, hash) select $1, * from unnest($2, $3, $4)",
                log.Id,
                nodes.Select(node => node.Id.Level).ToArray(),
                nodes.Select(node => node.Id.Index).ToArray(),
                nodes.Select(node => node.Hash).ToArray());
            return;
        }

        foreach (var node in nodes)
        {
            await commit.Run("insert into ledger_node (log, level, idx, hash) values ($1, $2, $3, $4)", log.Id, node.Id.Level, node.Id.Index, node.Hash);
        }
    }

    private static async Task<bool> Signed(OpenCommit commit)
    {
        await using var command = commit.Command("select size from ledger_checkpoint limit 1");
        return await command.ExecuteScalarAsync() is not null;
    }

    private static async Task<DateTime> InstantOf(OpenCommit commit, LedgerLog log, long seq)
    {
        await using var command = commit.Command($"select bytes from {log.Table} where seq = {seq}");
        return EntryReader.Read((byte[])(await command.ExecuteScalarAsync())!).Entry.At;
    }
}
