using System.ComponentModel.DataAnnotations;
using Lianxin.Database;
using Lianxin.Matters;
using Lianxin.Units;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lianxin.Web.Portal;

/// <summary>Step 3: check, say how to be reached, send. Contact data goes from here to the vault and is kept in no draft.</summary>
public sealed class CheckPage(ReportDrafts drafts, LianxinDatabase database, Rules rules, PageWords words) : ReportPage(drafts, database, rules)
{
    /// <summary>What is asked here.</summary>
    [BindProperty]
    public CheckForm Input { get; set; } = new();

    /// <summary>The categories the words suggest, and 不确定.</summary>
    public IEnumerable<SelectListItem> Categories =>
        [.. Guesses.Categories(Draft!.Body, Book.Lists).Select(c => new SelectListItem(c.Label.In(Language), c.Code)), new SelectListItem(words["portal.report.unsure"], "unsure")];

    /// <summary>The forms of what a person brings.</summary>
    public IEnumerable<SelectListItem> Forms => Enum.GetValues<MatterForm>().Select(f => new SelectListItem(words["portal.report.form." + Conventions.Text(f)], Conventions.Text(f)));

    /// <summary>The unit that registers it.</summary>
    public string RegisteredBy => NameOf(Book.Units.UnitFor(Book.Lists.Channels.First(c => c.Code == "web").OwnerTopic, Draft!.Place, Book.Today)?.Id);

    /// <summary>The unit it will probably go to; empty when triage has to decide.</summary>
    public string GoesTo => NameOf(CategoryRouting.Find(Chosen, Draft!.Place, Book).Unit);

    /// <summary>The day of the answer, as it will be told.</summary>
    public DateOnly DueOn => KindClocks.Start(MatterClock.Promised, new ClockDays(Book.Today, Book.Today), Book.Limits, Book.Calendar).DueOn;

    private string? Chosen => Input.Category is null or "unsure" ? null : Input.Category;

    /// <summary>Shows the step with the best guess chosen.</summary>
    public void OnGet()
    {
        var guess = Guesses.Categories(Draft!.Body, Book.Lists).Select(c => c.Code).FirstOrDefault();
        Input = new CheckForm { Category = guess ?? "unsure", Form = Conventions.Text(Guesses.FormOf(guess, Book.Lists)) };
    }

    /// <summary>Sends the report; sent twice it gives the same receipt.</summary>
    public async Task<IActionResult> OnPost()
    {
        if (!ModelState.IsValid)
        {
            return Wrong();
        }

        if (Input.Notice is { } notice && PrivacyNotices.Find(notice) is null)
        {
            ModelState.AddModelError("", words["portal.privacy.unknown"]);
            return Wrong();
        }

        return ToReceipt(await Drafts.Send(Token!, Report()));
    }

    private SubmitMatter Report() => new()
    {
        Form = Conventions.TryParse<MatterForm>(Input.Form, out var form) ? form : MatterForm.Demand,
        Body = Draft!.Spot is { } spot ? Draft.Body + "\n" + words["portal.report.spot_line", spot] : Draft.Body,
        Channel = "web",
        Place = Draft.Place,
        Category = Chosen,
        Urgent = Input.Urgent,
        OnBehalf = Input.OnBehalf,
        Language = Language,
        Notice = Input.Notice,
        SameAs = Draft.SameAs,
        Photos = Photos,
        Contact = new SubmitContact { Phone = Input.Phone, Name = Input.Name, Door = Input.Door },
    };

    private string NameOf(Guid? unit) => unit is { } known ? Book.Units.NameOf(known, Book.Today, Language) : "";
}

/// <summary>How the person is reached, and what sort of matter it is.</summary>
public sealed record CheckForm
{
    /// <summary>Phone; may stay empty.</summary>
    [Display(Name = "portal.report.phone")]
    public string? Phone { get; init; }

    /// <summary>称呼; may stay empty.</summary>
    [Display(Name = "portal.report.name")]
    public string? Name { get; init; }

    /// <summary>The exact door, sealed with the contact.</summary>
    [Display(Name = "portal.report.door")]
    public string? Door { get; init; }

    /// <summary>Category code, or <c>unsure</c>.</summary>
    [Display(Name = "portal.report.category")]
    public string? Category { get; init; }

    /// <summary>Demand, opinion, suggestion or consultation.</summary>
    [Display(Name = "portal.report.form")]
    public string? Form { get; init; }

    /// <summary>The version of the privacy notice that the page showed.</summary>
    public int? Notice { get; init; }

    /// <summary>急难愁.</summary>
    [Display(Name = "portal.report.urgent")]
    public bool Urgent { get; init; }

    /// <summary>For another person.</summary>
    [Display(Name = "portal.report.on_behalf")]
    public bool OnBehalf { get; init; }
}
