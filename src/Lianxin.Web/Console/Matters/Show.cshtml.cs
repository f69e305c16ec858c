using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Vault;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Web.Console;

/// <summary>A matter: who has it and what comes next, the masked contact, the thread, everything beside it, and the row of open steps.</summary>
public sealed class ShowMatterPage(CurrentActor current, TimeProvider time, MatterReading reading, ContactVault vault)
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

    /// <summary>Matters that were merged into this one.</summary>
    public IReadOnlyList<MatterMember> Members { get; private set; } = [];

    /// <summary>Helping units.</summary>
    public IReadOnlyList<MatterCoHandler> Helpers { get; private set; } = [];

    /// <summary>Questions to the person that are open.</summary>
    public int OpenQuestions { get; private set; }

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
        Contact = Masked(await vault.Masked(db, Matter.Number, ContactMask.Of));
        Members = await db.Matters.Where(m => m.Master == Matter.Number).OrderBy(m => m.Number)
            .Select(m => new MatterMember(m.Number, m.State)).Take(50).ToListAsync();
        Helpers = await db.CoHandlers.Where(h => h.Matter == Matter.Number).OrderBy(h => h.AskedAt).ToListAsync();
        OpenQuestions = await db.Questions.CountAsync(q => q.Matter == Matter.Number && q.RepliedAt == null);
    }

    private IReadOnlyList<string> Masked(IReadOnlyDictionary<string, string> contact) =>
        [.. ContactMask.Order.Where(contact.ContainsKey).Select(path => $"{Texts["contact." + path]} {contact[path]}")];
}

/// <summary>A matter that was merged into another.</summary>
public sealed record MatterMember(long Number, MatterState State);
