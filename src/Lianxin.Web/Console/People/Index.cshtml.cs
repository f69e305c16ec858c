using System.ComponentModel.DataAnnotations;
using Lianxin.People;
using Lianxin.Search;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lianxin.Web.Console;

/// <summary>The people, by unit or by name and its letters in pinyin.</summary>
public sealed class PeoplePage(CurrentActor current, TimeProvider time, PageWords words) : OfficerWordsPage(current, time, words)
{
    /// <summary>What is searched.</summary>
    [BindProperty(SupportsGet = true), MaxLength(60), Display(Name = "places.search")]
    public string? Q { get; set; }

    /// <summary>One unit only.</summary>
    [BindProperty(SupportsGet = true), Display(Name = "people.unit")]
    public Guid? Unit { get; set; }

    /// <summary>The units to choose from.</summary>
    public IEnumerable<SelectListItem> Units => UnitChoices.Units(Tree, Today);

    /// <summary>The people shown: accounts that are off are shown only when searched for.</summary>
    public IEnumerable<Officer> Rows => Staff.All.Where(o => Unit is not { } unit || Staff.UnitOf(o.Id, Today) == unit)
        .Where(o => string.IsNullOrWhiteSpace(Q) ? Staff.IsActive(o.Id, Today) : o.Code == Q || PinyinMatch.Matches(Staff.NameOf(o.Id), Q));
}
