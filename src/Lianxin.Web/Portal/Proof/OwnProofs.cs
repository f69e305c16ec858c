using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Ledger;
using Lianxin.Matters;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Web.Portal;

/// <summary>One entry of the own matter: when, what in the person's words (null for a step between offices), its code, and whether the log proves it now.</summary>
public sealed record OwnEntry(long Seq, int Cn, DateTime At, string? Title, SpokenCode Code, bool Proven, bool Own);

/// <summary>The matter's entries against the log's newest checkpoint, and the receipt of the registration.</summary>
public sealed record OwnProof(SignedCheckpoint Newest, DateTime SignedAt, IReadOnlyList<OwnEntry> Entries, Lianxin.Ledger.Receipt First);

/// <summary>
/// Finished receipts for a matter's own person (LZ-23, P3): only of the registration and of what the person did, and opening only the
/// person's own words. Of the offices' entries it gives time, code and proof, never bytes.
/// </summary>
public static class OwnProofs
{
    /// <summary>Entries shown at most; a matter has a few dozen.</summary>
    public const int Most = 500;

    private static readonly string[] Registered = ["title", "body"];

    /// <summary>All entries with their proofs; null before the first commit was sealed.</summary>
    public static async Task<OwnProof?> Read(LianxinDb db, MatterTimeline timeline, Rulebook book, long number, System.Globalization.CultureInfo language)
    {
        if (await db.NewestCheckpoint(LedgerLog.Facts) is not { } newest)
        {
            return null;
        }

        var size = newest.Checkpoint.Size;
        var signed = await db.LedgerCheckpoints.Where(c => c.Log == LedgerLog.Facts.Id && c.Size == size).Select(c => c.SignedAt).SingleAsync();
        var rows = await db.FactEntries.Where(e => e.Matter == number && e.Seq < size).OrderBy(e => e.Cn).Take(Most).ToListAsync();
        var titles = MatterTimeline.ForThePerson(await timeline.Read(db, book, number, language.Name)).ToDictionary(item => item.Seq, item => item.Title(language));
        var first = await Openings(db, rows[0]);
        var receipts = await LedgerReading.Receipts(db, newest, rows, first.ToLookup(_ => rows[0].Seq));
        var entries = receipts.Select((receipt, i) => Entry(rows[i], receipt, titles.GetValueOrDefault(rows[i].Seq)));
        return new OwnProof(newest, signed, [.. entries], receipts[0]);
    }

    /// <summary>The receipt of one entry of the matter, by default of its registration; null for an entry that is not the person's own.</summary>
    public static async Task<Lianxin.Ledger.Receipt?> Find(LianxinDb db, long number, long? seq)
    {
        var row = await db.FactEntries.SingleOrDefaultAsync(e => e.Matter == number && (seq == null ? e.Cn == 1 : e.Seq == seq));
        if (row is null || !IsOwn(row) || await db.CheckpointFor(LedgerLog.Facts, row.Seq) is not { } newest || newest.Checkpoint.Size <= row.Seq)
        {
            return null;
        }

        var openings = await Openings(db, row);
        return (await LedgerReading.Receipts(db, newest, [row], openings.ToLookup(_ => row.Seq)))[0];
    }

    /// <summary>The code of the registration and, once its commit is sealed, what its QR code pins.</summary>
    public static async Task<(SpokenCode? Code, ReceiptQr? Qr)> Pinned(LianxinDb db, long number)
    {
        var row = await db.FactEntries.Where(e => e.Matter == number && e.Cn == 1).Select(e => new { e.Seq, e.Leaf }).SingleOrDefaultAsync();
        if (row is null)
        {
            return (null, null);
        }

        var newest = await db.CheckpointFor(LedgerLog.Facts, row.Seq);
        return (SpokenCode.Of(row.Leaf), newest is null || newest.Checkpoint.Size <= row.Seq ? null : ReceiptQr.Of(row.Seq, row.Leaf, newest));
    }

    private static OwnEntry Entry(FactEntry row, Lianxin.Ledger.Receipt receipt, string? title)
    {
        var checkpoint = receipt.Checkpoint.Checkpoint;
        var proven = ProofCheck.Includes(checkpoint.Root, receipt.Leaf, receipt.Index, checkpoint.Size, receipt.Proof);
        return new OwnEntry(row.Seq, row.Cn, EntryReader.Read(row.Bytes).Entry.At, title, receipt.Code, proven, IsOwn(row));
    }

    private static bool IsOwn(FactEntry row) => row.Cn == 1 || EntryReader.Read(row.Bytes).Entry.Actor.Kind == Conventions.Text(ActorKind.Resident);

    private static async Task<List<ReceiptOpening>> Openings(LianxinDb db, FactEntry row)
    {
        var words = await db.Wordings.Where(w => w.Seq == row.Seq && w.Value != null && w.Salt != null).ToListAsync();
        return [.. words.Where(w => row.Cn > 1 || Registered.Contains(w.Path)).Select(w => ReceiptOpening.OfText(w.Path, w.Salt!, w.Value!))];
    }
}
