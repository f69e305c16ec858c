using System.ComponentModel.DataAnnotations;
using Lianxin.Matters;
using Lianxin.Vault;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Lianxin.Web.Console;

/// <summary>The person's contact in plain: asks why, records the look, then shows it on this answer only (CR-09).</summary>
public sealed class ContactPage(CurrentActor current, TimeProvider time, MatterReading reading, MatterContact desk, ContactVault vault)
    : MatterPage(current, time, reading)
{
    /// <summary>Why it is looked at.</summary>
    [BindProperty, Required, MaxLength(200), Display(Name = "field.look_reason")]
    public string? Reason { get; set; }

    /// <summary>The masked fields: path and masked value.</summary>
    public IReadOnlyList<(string Path, string Value)> Masked { get; private set; } = [];

    /// <summary>The plain fields after the look; they leave the server on this one answer.</summary>
    public IReadOnlyList<(string Path, string Value)> Plain { get; private set; } = [];

    /// <summary>Who reads and when, across what is shown: a photo of the screen names its reader.</summary>
    public string Watermark => $"{Rules.Officers.NameOf(Me.Id)} {Texts.Instant(Reading.Now)}";

    /// <summary>Asks for the reason; who has nothing to do with the person finds no such page.</summary>
    public IActionResult OnGet() => MatterContact.MayLook(Actor, Standing) ? Page() : NotFound();

    /// <summary>Records the look and shows the contact. Not redirected: what it shows must stand in no address and no session.</summary>
    public async Task<IActionResult> OnPost()
    {
        Plain = InOrder(await desk.Look(Matter.Number, Reason, Actor));
        return Page();
    }

    /// <inheritdoc/>
    protected override async Task Prepare()
    {
        await using var db = Reading.Open();
        Masked = Matter.ContactWithdrawnAt is not null ? [] : InOrder(await vault.Masked(db, Matter.Number, ContactMask.Of));
    }

    private static IReadOnlyList<(string Path, string Value)> InOrder(IReadOnlyDictionary<string, string> contact) =>
        [.. ContactMask.Order.Where(contact.ContainsKey).Select(path => (path, contact[path]))];
}
