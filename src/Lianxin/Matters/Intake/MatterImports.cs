using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Search;
using Lianxin.Vault;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Matters;

/// <summary>
/// Records rows of other systems, several in one operation, and takes them back. A row that came once does not come again, whoever
/// imports it; what was said and answered long ago keeps its own time apart from the time of recording.
/// </summary>
public sealed class MatterImports(Journal journal, ContactVault vault, MatterIndex index, Rules rules, LianxinDatabase database)
{
    /// <summary>How long an untouched row may be undone.</summary>
    public static TimeSpan UndoFor { get; } = TimeSpan.FromHours(24);

    /// <summary>What makes a row one row: its channel and the number it bears there.</summary>
    public byte[] KeyOf(string channel, string sourceNumber) => KeyOf(vault, channel, sourceNumber);

    internal static byte[] KeyOf(ContactVault vault, string channel, string sourceNumber) => vault.IndexOf("source", $"{channel}|{sourceNumber}");

    /// <summary>Without a number there: its channel and everything that was said.</summary>
    public byte[] KeyOf(string channel, string title, string body, DateTime? at) => vault.IndexOf("source-words", $"{channel}|{at:O}|{title}|{body}");

    /// <summary>Which of the keys are there already.</summary>
    public async Task<IReadOnlySet<string>> Known(IReadOnlyCollection<byte[]> keys)
    {
        await using var db = database.Read();
        return await Known(db, keys);
    }

    /// <summary>The form in which <see cref="Known(IReadOnlyCollection{byte[]})"/> gives keys.</summary>
    public static string Text(byte[] key) => Convert.ToHexString(key);

    /// <summary>Records the rows in one operation; <paramref name="also"/> stands or falls with it.</summary>
    public Task<ImportedRows> Add(Guid import, IReadOnlyList<ImportMatter> rows, ImportOwner owner, Actor actor, Func<Work, ImportedRows, Task>? also = null) =>
        journal.Write(actor, async work =>
        {
            var book = await rules.Read(work);
            var known = (await Known(await work.Db(), [.. rows.Select(r => r.Key)])).ToHashSet();
            var numbers = new List<long?>(rows.Count);
            foreach (var row in rows)
            {
                numbers.Add(known.Add(Text(row.Key)) ? await Record(work, book, import, row, owner) : null);
            }

            var done = new ImportedRows(numbers);
            await (also?.Invoke(work, done) ?? Task.CompletedTask);
            foreach (var (row, number) in rows.Zip(numbers))
            {
                if (number is { } added)
                {
                    index.Add(work, added, row.Title + "\n" + row.Body);
                }
            }

            return done;
        });

    /// <summary>
    /// Takes back up to <paramref name="most"/> rows of an import beyond a number: those recorded within 24 hours that nobody touched
    /// since end as entered in error, their numbers kept; the others stay. Gives the last number looked at, null at the end.
    /// </summary>
    public Task<(long? Last, int Undone, int Kept)> Undo(Guid import, long after, int most, Actor actor, Func<Work, int, int, Task>? also = null) =>
        journal.Write(actor, async work =>
        {
            var db = await work.Db();
            var rows = await db.Matters.Where(m => m.Import == import && m.Number > after).OrderBy(m => m.Number).Take(most).ToListAsync();
            var numbers = rows.ConvertAll(m => m.Number);
            var touched = await db.FactEntries.Where(e => e.Matter != null && numbers.Contains(e.Matter.Value) && e.Cn > 1).Select(e => e.Matter!.Value).Distinct().ToListAsync();
            var undone = rows.Where(m => m.State != MatterState.Closed && m.ReceivedAt > work.Now - UndoFor).Select(m => m.Number).Except(touched).ToList();
            foreach (var number in undone)
            {
                await work.Save(new MatterEnteredInError(import), number);
            }

            await work.Remove(db.SourceKeys.Where(k => undone.Contains(k.Matter)));
            await (also?.Invoke(work, undone.Count, rows.Count - undone.Count) ?? Task.CompletedTask);
            foreach (var number in undone)
            {
                index.Replace(work, number, "");
            }

            return (rows.Count < most ? (long?)null : numbers[^1], undone.Count, rows.Count - undone.Count);
        });

    private static async Task<IReadOnlySet<string>> Known(LianxinDb db, IReadOnlyCollection<byte[]> keys) =>
        (await db.SourceKeys.Where(k => keys.Contains(k.Hash)).Select(k => k.Hash).ToListAsync()).Select(Text).ToHashSet();

    private async Task<long> Record(Work work, Rulebook book, Guid import, ImportMatter row, ImportOwner owner)
    {
        var fact = Fact(book, import, row, owner);
        var number = work.NextNumber();
        work.StartChain(number);
        var (code, link) = MatterIntake.Secrets();
        var contact = row.Contact;
        var commits = new List<Committed>(Committed.Texts(
            ("title", row.Title), ("body", row.Body), ("source_number", row.SourceNumber), ("answer", row.RepliedAt is null ? null : row.Reply)));
        commits.AddRange(vault.SealNew(
            work, number, [("name", contact.Name), ("phone", contact.Phone), ("identity", contact.Identity), ("door", contact.Door), ("code", code)]));
        if (contact.Phone is { } phone)
        {
            vault.Index(work, number, "phone", phone);
        }

        await work.Save(fact, number, commits, row.ArrivedAt);
        work.Add(new TrackingKey { Matter = number, Link = vault.IndexOf("link", link), Code = vault.IndexOf("code", $"{number}|{code}") });
        work.Add(new SourceKey { Hash = row.Key, Matter = number });
        return number;
    }

    private static MatterImported Fact(Rulebook book, Guid import, ImportMatter row, ImportOwner owner)
    {
        if (book.Lists.Channels.All(c => c.Code != row.Channel))
        {
            throw MatterRefusals.NoSuchChannel();
        }

        if (!book.Units.IsOpen(owner.Unit, book.Today))
        {
            throw MatterRefusals.NoSuchUnit();
        }

        // An import may run while people come and go: somebody of the unit always answers.
        var officer = owner.Officer is { } named && book.Officers.IsPresent(named, book.Today) && book.Officers.UnitOf(named, book.Today) == owner.Unit
            ? named
            : book.AnswersFor(owner.Unit).Id;
        return new MatterImported(
            import,
            MatterForm.Demand,
            row.Channel,
            owner.Unit,
            officer,
            string.IsNullOrEmpty(row.Reply) ? null : row.RepliedAt ?? throw MatterRefusals.Missing("repliedAt"),
            row.Category is { } category && book.Lists.Leaves.Any(c => c.Code == category) ? category : null,
            row.Place is { } place && book.Units.Place(place) is not null ? place : null,
            row.Contact.Phone is null ? null : true);
    }
}
