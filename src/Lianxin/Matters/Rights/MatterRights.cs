using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Vault;

namespace Lianxin.Matters;

/// <summary>What a person corrects; an empty field stays as it is.</summary>
public sealed record CorrectContact(string? Name, string? Phone, string? Door);

/// <summary>The person's own hand on the own contact: see it, correct it, take the consent to be reached back (个人信息保护法 art. 15, 45, 46).</summary>
public sealed class MatterRights(Journal journal, Rules rules, ContactVault vault)
{
    /// <summary>The purpose a look at the own contact bears in the journal of looks.</summary>
    public const string OwnLook = "own";

    /// <summary>The purpose of a copy that was handed out (art. 45).</summary>
    public const string OwnCopy = "own_copy";

    private static readonly string[] Shown = ["name", "phone", "identity", "door"];

    /// <summary>Whether the number is the one on record; nothing is opened for it.</summary>
    public Task<bool> IsOnRecord(LianxinDb db, long matter, PhoneNumber phone) => vault.Fits(db, matter, "phone", phone.Digits);

    /// <summary>Shows the person the own contact; the look is recorded like any other.</summary>
    public Task<IReadOnlyDictionary<string, string>> Look(long number, string purpose, Actor actor) => journal.Write<IReadOnlyDictionary<string, string>>(actor, async work =>
    {
        var fields = await vault.Look(work, number, purpose, null);
        return fields.Where(f => Shown.Contains(f.Key)).ToDictionary();
    });

    /// <summary>Seals the corrected fields; the former ones stay sealed away and are shown nowhere. Who corrects the number wants to be reached again.</summary>
    public Task Correct(MatterRef at, CorrectContact input, Actor actor)
    {
        var phone = string.IsNullOrWhiteSpace(input.Phone) ? (PhoneNumber?)null : PhoneNumber.TryParse(input.Phone, out var read) ? read : throw MatterRefusals.NoPhone();
        (string Path, string? Value)[] fields = [("name", Line("name", input.Name, 60)), ("phone", phone?.Digits), ("door", Line("door", input.Door, 120))];
        if (fields.All(f => f.Value is null))
        {
            throw ErasureRefusals.NothingToCorrect();
        }

        return journal.Write(actor, async work =>
        {
            var hand = await MatterAtHand.Take(work, rules, at, MatterLifecycle.CorrectContact);
            var sealedFields = await vault.SealMore(work, at.Number, fields);
            await hand.Save(new ContactCorrected([.. sealedFields.Select(f => f.Path)]), sealedFields);
            if (phone is { } number)
            {
                await vault.IndexAgain(work, at.Number, "phone", number.Digits);
            }
        });
    }

    /// <summary>From here nobody is shown the contact and nothing is sent to it; the matter goes on.</summary>
    public Task WithdrawConsent(MatterRef at, Actor actor) => journal.Write(actor, async work =>
    {
        var hand = await MatterAtHand.Take(work, rules, at, MatterLifecycle.WithdrawConsent);
        await hand.Save(new ConsentWithdrawn());
    });

    private static string? Line(string field, string? typed, int most)
    {
        var clean = PlainText.Line(typed, most);
        return clean.IsTooLong ? throw MatterRefusals.TooLong(field, most) : clean.IsEmpty ? null : clean.Text;
    }
}
