using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Vault;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Web.Console;

/// <summary>A matter: who has it and what comes next, the masked contact, the thread, everything beside it, and the row of open steps.</summary>
public sealed class ShowMatterPage(CurrentActor current, TimeProvider time, MatterReading reading, ContactVault vault, MatterQueues queues)
    : MatterPage(current, time, reading)
{
    /// <summary>Longer threads show their ends; the middle opens by a link.</summary>
    public const int Unfolded = 14;

    private IReadOnlyList<TimelineItem> _thread = [];

    /// <summary>Shows the middle of a long thread too.</summary>
    [BindProperty(SupportsGet = true, Name = "all")]
    public bool All { get; set; }

    /// <summary>Shows only what the person reads.</summary>
    [BindProperty(SupportsGet = true, Name = "open")]
    public bool OpenOnly { get; set; }

    /// <summary>What the person said; null once erased.</summary>
    public string? Body => _thread.SelectMany(i => i.Words).FirstOrDefault(w => w.Path == "body")?.Text;

    /// <summary>The items shown; null stands for the folded middle.</summary>
    public IReadOnlyList<TimelineItem?> Items { get; private set; } = [];

    /// <summary>How many items are folded.</summary>
    public int Folded { get; private set; }

    /// <summary>The masked contact in its order.</summary>
    public IReadOnlyList<string> Contact { get; private set; } = [];

    /// <summary>The photos of the first report.</summary>
    public IReadOnlyList<string> Photos => _thread.Count == 0 ? [] : [.. _thread[0].Photos.Select(p => $"{Path}/files/{_thread[0].Seq}/{p}")];

    /// <summary>Clocks, helpers, hindrance and related matters.</summary>
    public MatterBeside Beside { get; private set; } = null!;

    /// <summary>The page of the matter before in the list it came from; null for none.</summary>
    public string? PreviousOf { get; private set; }

    /// <summary>The page of the matter after.</summary>
    public string? NextOf { get; private set; }

    /// <summary>The list with this matter chosen: where Esc goes back to.</summary>
    public string? BackTo => List?.Page(chosen: Matter.Number);

    /// <summary>The number it bears where it came from (WQ-45).</summary>
    public string? SourceNumber => First("source_number");

    /// <summary>The event it was said at.</summary>
    public string? Event => First("event");

    /// <summary>True when a called-in unit let its own day pass.</summary>
    public bool IsLate(MatterCoHandler helper) => helper.AnsweredAt is null && helper.DueOn < Today;

    /// <summary>The steps open to the officer, what the matter waits for first.</summary>
    public IReadOnlyList<Step> Steps => StepLinks.Sorted(MatterLifecycle.OpenTo(Matter, Actor, Standing));

    /// <summary>True when the officer may ask to see the contact.</summary>
    public bool MayLook => Contact.Count > 0 && MatterContact.MayLook(Actor, Standing);

    /// <summary>When it happened and whose hand it was.</summary>
    public string NoteOf(TimelineItem item)
    {
        var who = item.By == "staff" ? $"{item.Unit} {item.Officer}".Trim() : Texts["timeline.by." + item.By];
        var when = Texts.Instant(item.At);
        return item.ClaimAt is { } claim && claim != item.At ? $"{when} · {who} · {Texts["timeline.claim", Texts.Instant(claim)]}" : $"{when} · {who}";
    }

    /// <summary>Shows it.</summary>
    public void OnGet()
    {
    }

    /// <inheritdoc/>
    protected override async Task Prepare()
    {
        await using var db = Reading.Open();
        _thread = await Reading.Thread(db, Rules, Matter.Number);
        var read = OpenOnly ? MatterTimeline.ForThePerson(_thread) : _thread;
        Folded = All || read.Count <= Unfolded ? 0 : read.Count - Unfolded + 1;
        Items = Folded == 0 ? [.. read] : (TimelineItem?[])[.. read.Take(3), null, .. read.Skip(3 + Folded)];
        Contact = Matter.ContactWithdrawnAt is not null ? [] : Masked(await vault.Masked(db, Matter.Number, ContactMask.Of));
        Beside = await MatterBeside.Of(db, Matter, Rules, Actor);
        if (List is { } list)
        {
            var (previous, next) = await queues.Beside(db, list.Ask, Rules, Actor, Matter);
            (PreviousOf, NextOf) = (previous is { } before ? list.Matter(before) : null, next is { } after ? list.Matter(after) : null);
        }
    }

    private string? First(string path) => _thread.Count == 0 ? null : _thread[0].Words.FirstOrDefault(w => w.Path == path)?.Text;

    private IReadOnlyList<string> Masked(IReadOnlyDictionary<string, string> contact) =>
        [.. ContactMask.Order.Where(contact.ContainsKey).Select(path => $"{Texts["contact." + path]} {contact[path]}")];
}
