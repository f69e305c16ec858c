using Lianxin.Database;

namespace Lianxin.Foundation;

/// <summary>How a check is run.</summary>
public sealed record RebuildSettings
{
    /// <summary>Opens the stored files too, which reads all of them.</summary>
    public bool Files { get; init; }

    /// <summary>Entries folded at a time by each of the workers; only memory and speed depend on it.</summary>
    public int SpanEntries { get; init; } = 4000;

    /// <summary>Spans folded side by side.</summary>
    public int Workers { get; init; } = Math.Clamp(Environment.ProcessorCount, 1, 4);
}

/// <summary>The database cannot be checked by this release: its schema is another one.</summary>
public sealed class SchemaDiffersException() : Exception("The database's schema is not this release's.");

/// <summary>
/// Folds both journals again and compares every derived column with what is stored; opens every commitment. Reads only, from one moment
/// of the database, while a server may run. Needs memory for a few spans and for the rows of no matter, however long the journals are.
/// </summary>
public sealed class Rebuild(LianxinDatabase database, FactCatalogue catalogue, IEnumerable<IOpenCommitments> openings, TimeProvider time)
{
    private readonly IOpenCommitments[] _openings = [.. openings];

    /// <summary>Checks everything. Throws <see cref="SchemaDiffersException"/> before a release's own schema was applied.</summary>
    public async Task<RebuildReport> Check(RebuildSettings settings, CancellationToken stop = default)
    {
        var started = time.GetTimestamp();
        var snapshots = await RebuildSnapshot.OpenSame(database, settings.Workers);
        try
        {
            await RefuseOtherSchema(snapshots[0], stop);
            var run = await Run(settings, snapshots, stop);
            return run with { Took = time.GetElapsedTime(started) };
        }
        finally
        {
            foreach (var snapshot in snapshots)
            {
                await snapshot.DisposeAsync();
            }
        }
    }

    private async Task<RebuildReport> Run(RebuildSettings settings, IReadOnlyList<RebuildSnapshot> snapshots, CancellationToken stop)
    {
        var first = snapshots[0];
        var frame = new RebuildFrame(
            catalogue,
            _openings,
            FoldedTable.All(first.Db, database.Source.Kind),
            new SeenNumbers(await Size(first, "fact_entry", first.Head?.Facts)),
            new SeenNumbers(await Size(first, "access_entry", first.Head?.Looks)),
            settings.Files);
        var district = new RebuildSpan(frame, first, MatterSpan.None);
        await district.Fold(stop);
        frame.Erased.UnionWith(district.Erased);

        using var sum = new RebuildSum();
        using var spans = new RebuildSpans(settings.SpanEntries, sum);
        await Task.WhenAll(snapshots.Select(snapshot => Task.Run(() => spans.Work(frame, snapshot, stop), stop)));

        district.Take(sum.Unbound);
        var rows = district.Canonical();
        var comparison = new RebuildComparison(frame, first, MatterSpan.None, district);
        await comparison.Run(stop);
        sum.Add(district, comparison);
        RebuildHead.Check(first.Head, sum, frame);
        return sum.Report(rows);
    }

    /// <summary>Room for every number there may be: the greater of head and journal, but a forged head or number gets no room without end.</summary>
    private static async Task<long> Size(RebuildSnapshot snapshot, string table, long? head)
    {
        var next = (await snapshot.Number($"select max(seq) from {table}") ?? -1) + 1;
        var count = Math.Min(head ?? 0, next);
        return Math.Clamp(Math.Max(head ?? 0, next), 0, count + 1_000_000);
    }

    private async Task RefuseOtherSchema(RebuildSnapshot snapshot, CancellationToken stop)
    {
        var applied = new List<(int, string)>();
        await using var command = snapshot.Command("select number, sha256 from schema_version order by number");
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            applied.Add((reader.GetInt32(0), reader.GetString(1)));
        }

        if (!applied.SequenceEqual(SchemaRunner.Scripts(database.Source.Kind).Select(s => (s.Number, s.Sha256))))
        {
            throw new SchemaDiffersException();
        }
    }
}
