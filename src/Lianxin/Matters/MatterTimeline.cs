using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Ledger;
using Lianxin.Vault;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Matters;

/// <summary>The thread of a matter: its entries in order, each as an item a page can write. Nothing but the journal and the texts beside it is read.</summary>
public sealed class MatterTimeline(FactCatalogue catalogue)
{
    /// <summary>The whole thread, oldest first: three queries, whatever its length.</summary>
    public async Task<IReadOnlyList<TimelineItem>> Read(LianxinDb db, Rulebook rules, long number, string language)
    {
        var entries = await db.FactEntries.Where(e => e.Matter == number).OrderBy(e => e.Cn).Select(e => e.Bytes).ToListAsync();
        var words = (await db.Wordings.Where(w => w.Matter == number).Select(w => new { w.Seq, w.Path, w.Value }).ToListAsync())
            .ToLookup(w => w.Seq, w => (w.Path, w.Value));
        var files = (await db.Set<StoredFile>().Where(f => f.Matter == number && f.Wrapped != null).Select(f => new { f.Seq, f.Path }).ToListAsync())
            .ToLookup(f => f.Seq, f => f.Path);
        return [.. entries.Select(bytes => EntryReader.Read(bytes)).Select(e => Item(e, rules, language, [.. words[e.Entry.Seq]], [.. files[e.Entry.Seq].Order(StringComparer.Ordinal)]))];
    }

    /// <summary>The thread as the person reads it: in words of its own, and only what is meant for the person.</summary>
    public static IReadOnlyList<TimelineItem> ForThePerson(IEnumerable<TimelineItem> thread) =>
    [
        .. thread.Where(i => !i.StaffOnly).Select(i => i with
        {
            Key = i.PersonKey!,
            Arguments = i.PersonArguments,
            Officer = "",
            Words = [.. i.Words.Where(w => w.Open)],
            Photos = [.. i.Photos.Where(p => p.StartsWith("photo_", StringComparison.Ordinal))],
        }),
    ];

    /// <summary>What officers read of a thread: everything but the rating.</summary>
    public static IReadOnlyList<TimelineItem> ForStaff(IEnumerable<TimelineItem> thread) => [.. thread.Where(i => !i.PersonOnly)];

    private TimelineItem Item(ReadEntry read, Rulebook rules, string language, (string Path, string? Value)[] words, string[] photos)
    {
        var entry = read.Entry;
        var fact = catalogue.Read(read);
        var day = ShanghaiTime.DayOf(entry.At);
        var told = new TimelineTelling(rules, day, language, entry.Actor);
        var said = told.Of(fact);
        var person = new TimelineForPerson(told.Unit, entry.Actor, ShanghaiTime.DayOf(entry.Claim ?? entry.At)).Of(fact);
        return new TimelineItem
        {
            Seq = entry.Seq,
            Cn = entry.Cn,
            At = entry.At,
            ClaimAt = entry.Claim,
            Type = entry.Type,
            Key = said.Key,
            Arguments = said.Arguments,
            PersonKey = person?.Key,
            PersonArguments = person?.Arguments ?? [],
            PersonOnly = said.PersonOnly,
            Tone = said.Tone,
            By = entry.Actor.Kind,
            Unit = told.Unit(entry.Actor.Unit),
            Officer = entry.Actor is { Kind: "staff", Id: { } id } && Guid.TryParse(id, out var officer) ? rules.Officers.NameOf(officer) : "",
            Words = [.. words.Where(w => w.Path != "title").Select(w => new TimelineWords(w.Path, w.Value, person?.Words.Contains(w.Path) == true)), .. said.Extra],
            Photos = photos,
        };
    }
}
