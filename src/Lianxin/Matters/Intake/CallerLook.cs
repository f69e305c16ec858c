using Lianxin.Foundation;
using Lianxin.Vault;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Matters;

/// <summary>An open matter of the person who is on the line: nothing but number, category and state.</summary>
public sealed record CallerMatter(long Number, string? Category, MatterState State);

/// <summary>
/// While a contact lasts, the open matters of the exact full number. Closed ones and counts are never shown, and every look is an entry
/// in the journal of looks that names the contact it was made in (INV-15).
/// </summary>
public sealed class CallerLook(Journal journal, Rules rules, ContactVault vault)
{
    private const int Most = 10;

    /// <summary>Looks the number up; it must be a whole number, never a part of one.</summary>
    public Task<IReadOnlyList<CallerMatter>> OpenMatters(string phone, Guid contact, Actor actor)
    {
        if (!PhoneNumber.TryParse(phone, out var number))
        {
            throw MatterRefusals.NoPhone();
        }

        var hash = vault.IndexOf("phone", number.Digits);
        return journal.Write<IReadOnlyList<CallerMatter>>(actor, async work =>
        {
            var db = await work.Db();
            var seen = db.Matters.Where(MatterShield.OpenTo(actor, await rules.Read(work)));
            var open = await (
                from entry in db.Set<ContactIndex>()
                where entry.Hash == hash
                join matter in seen on entry.Matter equals matter.Number
                where matter.State != MatterState.Closed
                orderby matter.Number descending
                select new CallerMatter(matter.Number, matter.Category, matter.State)).Take(Most).ToListAsync();
            await work.Save(new ContactLookedUp(contact, [.. open.Select(m => m.Number)]));
            return open;
        });
    }
}

/// <summary>A clerk looked a caller's number up during a contact, and was shown these matters.</summary>
[FactType("contact.looked_up", Access = true)]
public sealed record ContactLookedUp(Guid Contact, IReadOnlyList<long> Matters) : Fact
{
    /// <inheritdoc/>
    public override void Fold(IFoldRows rows, Stamp stamp)
    {
        // A look changes nothing but the journal of looks.
    }
}
