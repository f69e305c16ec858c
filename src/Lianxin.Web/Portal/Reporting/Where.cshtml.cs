using System.ComponentModel.DataAnnotations;
using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Units;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Lianxin.Web.Portal;

/// <summary>Step 2: where. A tap on a street, then on a community; or words; or both. A tap goes straight on.</summary>
public sealed class WherePage(ReportDrafts drafts, LianxinDatabase database, Rules rules, PageWords words) : ReportPage(drafts, database, rules)
{
    /// <summary>Text elements of the words at most.</summary>
    public const int SpotLength = 120;

    /// <summary>Where exactly, in words.</summary>
    [BindProperty, Display(Name = "portal.report.spot")]
    public string? Spot { get; set; }

    /// <summary>The street whose communities are shown.</summary>
    [BindProperty(SupportsGet = true, Name = "in")]
    public string? Street { get; set; }

    /// <summary>What the words were looked up for.</summary>
    public IReadOnlyList<Place> Found { get; private set; } = [];

    /// <summary>Streets, or the communities of the chosen one.</summary>
    public IReadOnlyList<Place> Choices => Book.Units.Places.Children(Above, Book.Today);

    /// <summary>The street shown, if it is one.</summary>
    public Place? Shown => Street is null ? null : Book.Units.Place(Street);

    private string? Above => Shown?.Code ?? Book.Units.Places.Children(null, Book.Today).Select(p => p.Code).FirstOrDefault();

    /// <summary>The name of a place without its street.</summary>
    public string ShortName(Place place) => Book.Units.PlaceName(place.Code, Book.Today);

    /// <summary>Shows the step; places the words name come first.</summary>
    public void OnGet()
    {
        Spot = Draft!.Spot;
        Found = Guesses.Places(Draft.Body + "\n" + Spot, Book.Units, Book.Today);
    }

    /// <summary>Keeps the chosen place, opens a street, looks words up, or goes on without a place.</summary>
    public async Task<IActionResult> OnPost(string? place, string? act)
    {
        var spot = PlainText.Line(Spot, SpotLength);
        if (spot.IsTooLong)
        {
            return Again(MatterRefusals.TooLong("spot", SpotLength));
        }

        await Drafts.Change(Token!, draft => draft.Spot = spot.IsEmpty ? null : spot.Text);
        if (place is not null && Book.Units.Place(place) is { } chosen)
        {
            return chosen.Code != Street && Book.Units.Places.Children(chosen.Code, Book.Today).Any(p => p.Level != PlaceLevel.Grid)
                ? Redirect(Step("where") + "&in=" + chosen.Code)
                : await Choose(chosen.Code, "alike");
        }

        if (act == "skip")
        {
            return spot.IsEmpty ? Again(MatterRefusals.Missing("spot")) : await Choose(null, "check");
        }

        return LookUp(spot.Text);
    }

    private IActionResult LookUp(string typed)
    {
        if (typed.Length == 0)
        {
            return Again(MatterRefusals.Missing("spot"));
        }

        Found = [.. Guesses.Places(typed, Book.Units, Book.Today).Concat(Book.Units.PlaceSearch(typed, Book.Today, 8)).DistinctBy(p => p.Code)];
        if (Found.Count == 0)
        {
            ModelState.AddModelError(nameof(Spot), words["portal.report.spot_none"]);
            return Wrong();
        }

        return Page();
    }

    private async Task<IActionResult> Choose(string? place, string next)
    {
        await Drafts.Change(Token!, draft => (draft.Place, draft.SameAs) = (place, null));
        return Redirect(Step(next));
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Again(RefusedException no)
    {
        Found = Guesses.Places(Draft!.Body, Book.Units, Book.Today);
        return Wrong(nameof(Spot), no);
    }
}
