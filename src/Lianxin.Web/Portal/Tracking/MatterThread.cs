using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Ledger;
using Lianxin.Matters;
using Lianxin.Vault;
using Lianxin.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Web.Portal;

/// <summary>One hand of the thread as the person reads it: what, when, in whose words, with which photos.</summary>
public sealed record ThreadHand(Fact Fact, string Title, DateTime At, IReadOnlyList<string> Words, IReadOnlyList<ThreadPhoto> Photos);

/// <summary>A photo of an entry, by its place in it.</summary>
public sealed record ThreadPhoto(long Seq, int Place);

/// <summary>连心线 for the person: a matter's entries in the resident's words. Internal notes and the office's own words never leave here.</summary>
public sealed class MatterThread(FactCatalogue catalogue)
{
    /// <summary>The hands so far, first to last.</summary>
    public async Task<IReadOnlyList<ThreadHand>> Read(LianxinDb db, Matter matter, Rulebook book, PageWords words)
    {
        var number = matter.Number;
        var entries = await db.FactEntries.Where(e => e.Matter == number).OrderBy(e => e.Cn).Select(e => e.Bytes).ToListAsync();
        var texts = (await db.Wordings.Where(w => w.Matter == number && w.Value != null).ToListAsync()).ToLookup(w => w.Seq);
        var photos = (await db.Set<StoredFile>().Where(f => f.Matter == number && f.Wrapped != null).Select(f => new { f.Seq, f.Path }).ToListAsync()).ToLookup(f => f.Seq, f => f.Path);
        var said = new ThreadWords(book, words);
        var hands = new List<ThreadHand>();
        foreach (var bytes in entries)
        {
            var entry = EntryReader.Read(bytes);
            var fact = catalogue.Read(entry);
            if (said.Of(fact, entry.Entry) is { } line)
            {
                var shown = line.Paths.Select(path => texts[entry.Entry.Seq].FirstOrDefault(t => t.Path == path)?.Value).OfType<string>();
                hands.Add(new ThreadHand(fact, line.Title, entry.Entry.At, [.. shown], [.. photos[entry.Entry.Seq].Select(p => PhotoOf(entry.Entry.Seq, p)).OfType<ThreadPhoto>().OrderBy(p => p.Place)]));
            }
        }

        return hands;
    }

    private static ThreadPhoto? PhotoOf(long seq, string path) =>
        path.StartsWith("photo_", StringComparison.Ordinal) && int.TryParse(path.AsSpan(6), out var place) ? new ThreadPhoto(seq, place) : null;
}
