using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Ledger;
using Lianxin.Vault;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Matters;

/// <summary>One look at the person's contact as the person reads it: when, which unit, for what. Never the officer's name.</summary>
public sealed record ContactLook(DateTime At, Guid Unit, string Purpose, string? Reason);

/// <summary>谁看过我的信息: the looks at one matter's contact, from the journal of looks itself (CR-09).</summary>
public sealed class ContactLooks(FactCatalogue catalogue)
{
    /// <summary>What a page shows at most: the newest.</summary>
    public const int Most = 50;

    /// <summary>The looks by officers, newest first; what the product itself opens to write a message is nobody's look.</summary>
    public async Task<IReadOnlyList<ContactLook>> Of(LianxinDb db, long matter)
    {
        var rows = await (
            from entry in db.AccessEntries.Where(e => e.Matter == matter)
            join reason in db.AccessWordings.Where(w => w.Path == "reason") on entry.Seq equals reason.Seq into reasons
            from reason in reasons.DefaultIfEmpty()
            orderby entry.Seq descending
            select new { entry.Bytes, reason.Value }).Take(Most).ToListAsync();
        return [.. rows.Select(r => Look(EntryReader.Read(r.Bytes), r.Value)).OfType<ContactLook>()];
    }

    private ContactLook? Look(ReadEntry read, string? reason) =>
        Guid.TryParse(read.Entry.Actor.Unit, out var unit) && catalogue.Read(read) is ContactLooked looked
            ? new ContactLook(read.Entry.At, unit, looked.Purpose, looked.Purpose == "reveal" ? reason : null)
            : null;
}
