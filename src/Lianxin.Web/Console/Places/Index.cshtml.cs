using System.ComponentModel.DataAnnotations;
using Lianxin.Units;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Lianxin.Web.Console;

/// <summary>The tree of places down to the streets, or what a search finds by name, former name, other word, or letters in pinyin.</summary>
public sealed class PlacesPage(CurrentActor current, TimeProvider time) : ConsolePage(current, time)
{
    private ILookup<string, Place> _below = Enumerable.Empty<Place>().ToLookup(p => p.Code);

    /// <summary>What is searched.</summary>
    [BindProperty(SupportsGet = true), MaxLength(60), Display(Name = "places.search")]
    public string? Q { get; set; }

    /// <summary>The places shown.</summary>
    public IReadOnlyList<Place> Rows => string.IsNullOrWhiteSpace(Q) ? Walk("") : Tree.PlaceSearch(Q, Today, 50);

    /// <summary>How many places lie directly below; they stand on its page.</summary>
    public int Below(Place place) => _below[place.Code].Count();

    /// <summary>Shows the tree down to the streets, which lead on: a county has thousands of grids.</summary>
    public void OnGet() => _below = Tree.Places.All(Today).ToLookup(p => Tree.Places.ParentOf(p.Code, Today) ?? "", StringComparer.Ordinal);

    private List<Place> Walk(string parent)
    {
        var rows = new List<Place>();
        foreach (var place in _below[parent].Where(p => PlaceRules.Rank(p.Level) <= PlaceRules.Rank(PlaceLevel.Street)))
        {
            rows.Add(place);
            rows.AddRange(Walk(place.Code));
        }

        return rows;
    }
}
