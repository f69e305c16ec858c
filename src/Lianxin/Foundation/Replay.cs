using System.Runtime.CompilerServices;
using Lianxin.Database;
using Lianxin.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Foundation;

/// <summary>The rows one matter's facts make when folded again from nothing, up to a cut-off.</summary>
public sealed class ReplayedRows : IFoldRows
{
    private readonly Dictionary<(Type, object), object> _rows = [];

    /// <inheritdoc/>
    public T Get<T>(object key)
        where T : class => (T)_rows[(typeof(T), key)];

    /// <inheritdoc/>
    public void Add<T>(T row, object key)
        where T : class => _rows[(typeof(T), key)] = row;

    /// <summary>True when no entry made a row.</summary>
    public bool IsEmpty => _rows.Count == 0;

    /// <summary>All rows of a kind.</summary>
    public IEnumerable<T> All<T>()
        where T : class => _rows.Values.OfType<T>();
}

/// <summary>Reads the journal again as it stood before an entry, matter by matter, in bounded memory. What it gives never changes (INV-12).</summary>
public sealed class Replay(LianxinDatabase database, FactCatalogue catalogue)
{
    private const int Chunk = 500;

    /// <summary>How many entries the journal had at the end of that instant.</summary>
    public async Task<long> SizeAt(DateTime at, CancellationToken stop = default)
    {
        await using var db = database.Read();
        var size = await db.Set<Head>().Select(h => h.FactSize).SingleAsync(stop);
        long low = 0, high = size;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            var bytes = await db.FactEntries.Where(e => e.Seq == middle).Select(e => e.Bytes).SingleAsync(stop);
            if (EntryReader.Read(bytes).Entry.At <= at)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>The rows of every matter as of that size of the journal, by number.</summary>
    public IAsyncEnumerable<ReplayedRows> Matters(long size, CancellationToken stop = default) => Matters(size, static (_, _) => true, stop);

    /// <summary>The same, of the entries before that size that are wanted; a matter none of whose entries is wanted gives no rows.</summary>
    public async IAsyncEnumerable<ReplayedRows> Matters(
        long size, Func<Fact, Stamp, bool> wanted, [EnumeratorCancellation] CancellationToken stop = default)
    {
        await using var db = database.Read();
        long after = 0;
        while (true)
        {
            var numbers = await db.FactEntries.Where(e => e.Matter > after && e.Cn == 1 && e.Seq < size)
                .OrderBy(e => e.Matter).Select(e => e.Matter!.Value).Take(Chunk).ToListAsync(stop);
            if (numbers.Count == 0)
            {
                yield break;
            }

            var last = numbers[^1];
            var entries = await db.FactEntries.Where(e => e.Matter > after && e.Matter <= last && e.Seq < size)
                .OrderBy(e => e.Matter).ThenBy(e => e.Cn).Select(e => new MatterBytes(e.Matter!.Value, e.Bytes)).ToListAsync(stop);
            foreach (var rows in FoldAll(entries, wanted))
            {
                yield return rows;
            }

            after = last;
        }
    }

    /// <summary>The rows of these matters as of that size, by number; one that was not recorded yet gives none.</summary>
    public async Task<IReadOnlyList<ReplayedRows>> Matters(LianxinDb db, IReadOnlyCollection<long> numbers, long size, CancellationToken stop = default)
    {
        var entries = await db.FactEntries.Where(e => numbers.Contains(e.Matter!.Value) && e.Seq < size)
            .OrderBy(e => e.Matter).ThenBy(e => e.Cn).Select(e => new MatterBytes(e.Matter!.Value, e.Bytes)).ToListAsync(stop);
        return [.. FoldAll(entries, static (_, _) => true)];
    }

    private IEnumerable<ReplayedRows> FoldAll(List<MatterBytes> entries, Func<Fact, Stamp, bool> wanted)
    {
        foreach (var matter in entries.GroupBy(e => e.Matter))
        {
            var rows = new ReplayedRows();
            foreach (var entry in matter)
            {
                Fold(entry.Bytes, rows, wanted);
            }

            if (!rows.IsEmpty)
            {
                yield return rows;
            }
        }
    }

    private sealed record MatterBytes(long Matter, byte[] Bytes);

    private void Fold(byte[] bytes, ReplayedRows rows, Func<Fact, Stamp, bool> wanted)
    {
        var read = EntryReader.Read(bytes);
        var matter = read.Entry.Matter is { } digits ? long.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) : (long?)null;
        var fact = catalogue.Read(read);
        var stamp = new Stamp(read.Entry.Seq, read.Entry.At, matter, read.Entry.Cn, read.Entry.Actor, read.Entry.Claim);
        if (wanted(fact, stamp))
        {
            fact.Fold(rows, stamp);
        }
    }
}
