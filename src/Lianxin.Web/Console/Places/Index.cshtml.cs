using System.ComponentModel.DataAnnotations;
using Lianxin.Units;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Lianxin.Web.Console;

/// <summary>The tree of places, or what a search finds by name, former name, other word, or letters in pinyin.</summary>
public sealed class PlacesPage(CurrentActor current, TimeProvider time) : ConsolePage(current, time)
{
    /// <summary>What is searched.</summary>
    [BindProperty(SupportsGet = true), MaxLength(60), Display(Name = "places.search")]
    public string? Q { get; set; }

    /// <summary>The places shown.</summary>
    public IReadOnlyList<Place> Rows => string.IsNullOrWhiteSpace(Q) ? Walk(null) : Tree.PlaceSearch(Q, Today, 50);

    private List<Place> Walk(string? parent)
    {
        var below = Tree.Places.All(Today).ToLookup(p => Tree.Places.ParentOf(p.Code, Today) ?? "", StringComparer.Ordinal);
        var rows = new List<Place>();
        void Down(string code)
        {
            foreach (var place in below[code])
            {
                rows.Add(place);
                Down(place.Code);
            }
        }

        Down(parent ?? "");
        return rows;
    }
}
