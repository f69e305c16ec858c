using Lianxin.Database;
using Lianxin.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Reports;

/// <summary>
/// The sheets that pages show. Counted from the rows of today as far as they serve, kept in memory, and in the database when the cut-off is
/// the end of a day that is over; the size of the journal is part of the key, so a kept sheet is never another cut-off's.
/// </summary>
public sealed class FigureSheets(LianxinDatabase database, Journal journal, Replay replay, FigureSource source) : IDisposable
{
    // A million matters are some 90 MB of rows; a few sheets of a town are a hundredth of that.
    private const int RowsKept = 1_200_000;

    // A year of daily cut-offs and some.
    private const int SheetsKept = 400;

    private readonly SemaphoreSlim _counting = new(1, 1);
    private readonly LinkedList<FigureSheet> _kept = new();

    /// <summary>The sheet of a cut-off by the definitions in force then, or by a named version.</summary>
    public async Task<FigureSheet> Of(DateTime asOf, int? definitions = null, CancellationToken stop = default)
    {
        var size = await replay.SizeAt(asOf, stop);
        await using var db = database.Read();
        var version = definitions ?? await FigureBasis.Adopted(db, size);
        if (Held(asOf, size, version) is { } held)
        {
            return held;
        }

        // One counts at a time: whoever asks for the same waits for it instead of counting beside it.
        await _counting.WaitAsync(stop);
        try
        {
            return Held(asOf, size, version) ?? Hold(await Fetch(db, asOf, size, version, stop));
        }
        finally
        {
            _counting.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _counting.Dispose();

    private async Task<FigureSheet> Fetch(LianxinDb db, DateTime asOf, long size, int version, CancellationToken stop)
    {
        var basis = await FigureBasis.Load(db, asOf, ShanghaiTime.DayOf(asOf), size, version);
        if (await Stored(db, basis, stop) is { } stored)
        {
            return stored;
        }

        var sheet = await FigureMaker.Make(basis, source.FromRows(asOf, size, stop));
        if (IsOver(asOf, await db.Set<Head>().Select(h => h.LastAt).SingleAsync(stop)))
        {
            await journal.Write(Actor.System(), work => Store(work, sheet));
        }

        return sheet;
    }

    // Later operations have been recorded, so nothing can be added before them.
    private static bool IsOver(DateTime asOf, DateTime lastAt) => asOf < lastAt && CutOff.IsEndOfDay(asOf);

    private static async Task<FigureSheet?> Stored(LianxinDb db, FigureBasis basis, CancellationToken stop)
    {
        var (asOf, size, version) = (basis.AsOf, basis.Size, basis.Definitions.Version);
        var sheet = await db.Set<KeptSheet>()
            .SingleOrDefaultAsync(s => s.AsOf == asOf && s.Size == size && s.Definitions == version && s.Form == FigureSheetBytes.Form, stop);
        if (sheet is null)
        {
            return null;
        }

        var parts = await db.Set<KeptSheetPart>().Where(p => p.Sheet == sheet.Id).OrderBy(p => p.Part).Select(p => p.Bytes).ToListAsync(stop);
        return parts.Count == sheet.Parts ? FigureSheetBytes.Read(basis, parts) : null;
    }

    private static async Task Store(Work work, FigureSheet sheet)
    {
        var db = await work.Db();
        var (asOf, size, version) = (sheet.Basis.AsOf, sheet.Basis.Size, sheet.Basis.Definitions.Version);
        if (await db.Set<KeptSheet>().AnyAsync(s => s.AsOf == asOf && s.Size == size && s.Definitions == version && s.Form == FigureSheetBytes.Form))
        {
            return;
        }

        var oldest = await db.Set<KeptSheet>().OrderByDescending(s => s.MadeAt).Skip(SheetsKept - 1).Select(s => s.Id).Take(1).ToListAsync();
        foreach (var id in oldest)
        {
            await work.Remove(db.Set<KeptSheetPart>().Where(p => p.Sheet == id));
            await work.Remove(db.Set<KeptSheet>().Where(s => s.Id == id));
        }

        var parts = FigureSheetBytes.Write(sheet).ToList();
        var kept = new KeptSheet
        {
            Id = work.NewId(), AsOf = asOf, Size = size, Definitions = version, Form = FigureSheetBytes.Form, MadeAt = work.Now, Parts = parts.Count,
        };
        work.Add(kept);
        for (var i = 0; i < parts.Count; i++)
        {
            work.Add(new KeptSheetPart { Sheet = kept.Id, Part = i, Bytes = parts[i] });
        }
    }

    private FigureSheet? Held(DateTime asOf, long size, int version)
    {
        lock (_kept)
        {
            return _kept.FirstOrDefault(s => s.Basis.AsOf == asOf && s.Basis.Size == size && s.Basis.Definitions.Version == version);
        }
    }

    private FigureSheet Hold(FigureSheet sheet)
    {
        lock (_kept)
        {
            _kept.AddFirst(sheet);
            while (_kept.Count > 1 && _kept.Sum(s => s.Rows.Count) > RowsKept || _kept.Count > 40)
            {
                _kept.RemoveLast();
            }
        }

        return sheet;
    }
}
