using System.ComponentModel.DataAnnotations;
using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Units;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lianxin.Web.Console;

/// <summary>All matters the officer may see, by filters that stand in the address; a whole number typed into the search opens its matter.</summary>
public sealed class MattersPage(CurrentActor current, TimeProvider time, MatterReading reading, MatterQueues queues) : MatterListPage(current, time, reading, queues)
{
    /// <summary>Words of title or text, or a number.</summary>
    [BindProperty(SupportsGet = true), Display(Name = "filter.words")]
    public string? Q { get; set; }

    /// <summary>A state's code, or all.</summary>
    [BindProperty(SupportsGet = true), Display(Name = "column.state")]
    public string? State { get; set; }

    /// <summary>The responsible unit.</summary>
    [BindProperty(SupportsGet = true), Display(Name = "column.unit")]
    public Guid? Unit { get; set; }

    /// <summary>A place and everything below it.</summary>
    [BindProperty(SupportsGet = true), Display(Name = "column.place")]
    public string? Place { get; set; }

    /// <summary>A category and everything below it.</summary>
    [BindProperty(SupportsGet = true), Display(Name = "column.category")]
    public string? Category { get; set; }

    /// <summary>A kind's code.</summary>
    [BindProperty(SupportsGet = true), Display(Name = "column.kind")]
    public string? Kind { get; set; }

    /// <summary>The responsible officer.</summary>
    [BindProperty(SupportsGet = true), Display(Name = "field.officer")]
    public Guid? Officer { get; set; }

    /// <summary>A channel.</summary>
    [BindProperty(SupportsGet = true), Display(Name = "column.channel")]
    public string? Channel { get; set; }

    /// <summary>Due on this day or later.</summary>
    [BindProperty(SupportsGet = true), Display(Name = "filter.due_from")]
    public DateOnly? From { get; set; }

    /// <summary>Due on this day or earlier.</summary>
    [BindProperty(SupportsGet = true), Display(Name = "filter.due_to")]
    public DateOnly? To { get; set; }

    /// <summary>Past its day only.</summary>
    [BindProperty(SupportsGet = true), Display(Name = "state.overdue")]
    public bool Overdue { get; set; }

    /// <summary>newest, or by deadline.</summary>
    [BindProperty(SupportsGet = true), Display(Name = "filter.order")]
    public string? Order { get; set; }

    /// <summary>What is asked for.</summary>
    public MatterFilter Filter => Table.Address.Ask.Filter;

    /// <summary>The table.</summary>
    public MatterTable Table { get; private set; } = null!;

    /// <summary>The lists in force.</summary>
    public Rulebook Rules => Table.Names.Rules;

    /// <summary>True when anything narrows the list.</summary>
    public bool IsFiltered => ListAddress.Filters.Any(f => Request.Query[f].ToString() is { Length: > 0 } value && value != "false");

    /// <summary>True when one of the less used filters is set, so that they stand open.</summary>
    public bool IsWide => Kind is not null || Officer is not null || Channel is not null || From is not null || To is not null || Overdue || Order is not null;

    /// <summary>The states, and all of them.</summary>
    public IEnumerable<SelectListItem> States =>
        [.. Enum.GetValues<MatterState>().Select(s => Conventions.Text(s)).Select(s => new SelectListItem(Reading.Words["state." + s], s)), new(Reading.Words["filter.state.all"], "all")];

    /// <summary>The kinds.</summary>
    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<MatterKind>().Select(k => Conventions.Text(k)).Select(k => new SelectListItem(Reading.Words["kind." + k], k));

    /// <summary>The units.</summary>
    public IEnumerable<SelectListItem> Units => UnitChoices.Units(Tree, Today);

    /// <summary>Streets, communities and villages.</summary>
    public IEnumerable<SelectListItem> Places => UnitChoices.Places(Tree, Today, PlaceLevel.Community);

    /// <summary>The tree of categories.</summary>
    public IEnumerable<SelectListItem> Categories => Below(null, 0);

    /// <summary>The officers of the chosen unit, or of the own.</summary>
    public IEnumerable<SelectListItem> Officers => (Unit ?? Actor.Unit) is { } unit
        ? Staff.Of(unit, Today).Select(o => new SelectListItem(Staff.NameOf(o.Id), o.Id.ToString()))
        : [];

    /// <summary>The channels.</summary>
    public IEnumerable<SelectListItem> Channels => Rules.Lists.Channels.Select(c => new SelectListItem(c.Label.In(Reading.Words.Culture.Name), c.Code));

    /// <summary>The orders.</summary>
    public IEnumerable<SelectListItem> Orders => [new(Reading.Words["filter.order.newest"], "newest")];

    /// <summary>Shows the page of rows; a whole number opens its matter.</summary>
    public async Task<IActionResult> OnGet()
    {
        if (MatterNumber.TryParse(Q, out var number) && await Reading.Find(number.Value, Actor) is not null)
        {
            return Redirect($"/console/matters/{number.Digits}");
        }

        await using var db = Reading.Open();
        Table = await Read(ListAddress.All(Request.Query), Reading.Words["console.rail.matters"], await Reading.Rules(db));
        return Page();
    }

    private IEnumerable<SelectListItem> Below(string? parent, int depth) => Rules.Lists.Categories.Where(c => c.Parent == parent)
        .SelectMany(c => (SelectListItem[])[new(new string('\u3000', depth) + c.Office.In(Reading.Words.Culture.Name), c.Code), .. Below(c.Code, depth + 1)]);
}
