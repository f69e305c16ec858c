using System.ComponentModel.DataAnnotations;
using Lianxin.Foundation;

namespace Lianxin.People;

/// <summary>A new key: what it is called, for which unit and scopes, until when, and how often a minute.</summary>
public sealed record IssueKey
{
    /// <summary>What the program is called.</summary>
    [Required, MaxLength(60), Display(Name = "keys.name")]
    public string Name { get; init; } = "";

    /// <summary>The unit it acts for.</summary>
    [Required, Display(Name = "keys.unit")]
    public Guid? Unit { get; init; }

    /// <summary>Scope codes.</summary>
    // A list, since the form binder fills the one it finds.
    [Required, MinLength(1), Display(Name = "keys.scopes")]
    public IReadOnlyList<string> Scopes { get; init; } = new List<string>();

    /// <summary>The last day.</summary>
    [Display(Name = "keys.last_on")]
    public DateOnly LastOn { get; init; }

    /// <summary>Requests a minute at most.</summary>
    [Range(1, ApiKeyDesk.MostPerMinute), Display(Name = "keys.per_minute")]
    public int PerMinute { get; init; } = ApiKeyDesk.UsualPerMinute;
}

/// <summary>Issues and revokes keys. The secret leaves once, at the issue; only its SHA-256 is kept.</summary>
public sealed class ApiKeyDesk(Journal journal, OfficerBook people)
{
    /// <summary>Every secret begins so, that a leaked one can be recognised.</summary>
    public const string Start = "lxk_";

    /// <summary>Requests a minute of a key, unless another number is chosen.</summary>
    public const int UsualPerMinute = 600;

    /// <summary>The greatest number of requests a minute.</summary>
    public const int MostPerMinute = 1_000_000;

    /// <summary>A key lives this many days at most.</summary>
    public const int MostDays = 366;

    /// <summary>Issues the key; gives its id and its secret.</summary>
    public Task<(Guid Key, string Secret)> Issue(IssueKey input, Actor actor)
    {
        var secret = Start + SessionToken.Session();
        return journal.Write(actor, async work =>
        {
            var today = ShanghaiTime.DayOf(work.Now);
            var staff = await people.Read(work);
            if (input.Unit is not { } unit || !staff.Units.IsOpen(unit, today) || (staff.TriageOfficerOf(unit, today) ?? staff.HeadOf(unit, today)) is null)
            {
                throw KeyRefusals.UnitCannot();
            }

            if (input.LastOn < today || input.LastOn > today.AddDays(MostDays))
            {
                throw KeyRefusals.WrongEnd(MostDays);
            }

            var scopes = KeyScopes.All.Where(input.Scopes.Contains).ToList();
            var name = PlainText.Line(input.Name, 60);
            if (scopes.Count == 0 || scopes.Count != input.Scopes.Distinct().Count() || name.IsEmpty || name.IsTooLong)
            {
                throw scopes.Count == 0 || scopes.Count != input.Scopes.Distinct().Count() ? KeyRefusals.WrongScope() : KeyRefusals.WrongName();
            }

            var id = work.NewId();
            await work.Save(
                new KeyIssued(id, unit, scopes, input.LastOn, Math.Clamp(input.PerMinute, 1, MostPerMinute)),
                commits: Committed.Texts(("name", name.Text), ("hash", Convert.ToHexStringLower(SessionToken.Hash(secret)))));
            work.SettingsChanged();
            return (id, secret);
        });
    }

    /// <summary>Revokes the key; it opens nothing from the next request on.</summary>
    public Task Revoke(Guid id, Actor actor) => journal.Write(actor, async work =>
    {
        var key = await work.Find<ApiKey>(id) ?? throw KeyRefusals.Unknown();
        if (key.RevokedAt is not null)
        {
            throw KeyRefusals.RevokedBefore();
        }

        await work.Save(new KeyRevoked(id, "administrator"));
        work.SettingsChanged();
    });
}
