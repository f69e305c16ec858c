using System.ComponentModel.DataAnnotations;
using Lianxin.Units;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lianxin.Web.Console;

/// <summary>One place: its names and parents by day, and what may be changed.</summary>
public sealed class PlacePage(CurrentActor current, TimeProvider time, UnitDesk desk) : ConsolePage(current, time)
{
    /// <summary>Its code.</summary>
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>The version the form was shown with, or the present one.</summary>
    public int Shown { get; private set; }

    /// <summary>The place.</summary>
    public Place Place { get; private set; } = new();

    /// <summary>Another name.</summary>
    public RenamePlace Rename { get; private set; } = new();

    /// <summary>Another place above.</summary>
    public MovePlace Move { get; private set; } = new();

    /// <summary>Another word.</summary>
    public NewAlias Alias { get; } = new();

    /// <summary>True when the forms are shown.</summary>
    public bool MayChange => AccessMatrix.Find("/console/places/{code}", HttpMethods.Post)!.Allows(Actor);

    /// <summary>The places directly below.</summary>
    public IReadOnlyList<Place> Children => [.. Tree.Places.All(Today).Where(p => Tree.Places.ParentOf(p.Code, Today) == Code)];

    /// <summary>The place above where that has a list of its own, otherwise the tree.</summary>
    public string Back => Tree.Places.ParentOf(Code, Today) is { } parent && PlaceRules.Rank(Tree.Place(parent)!.Level) >= PlaceRules.Rank(PlaceLevel.Street)
        ? "/console/places/" + parent
        : "/console/places";

    /// <summary>Places to stand below.</summary>
    public IEnumerable<SelectListItem> Parents => UnitChoices.Places(Tree, Today, PlaceLevel.Grid).Where(p => p.Value != Code);

    /// <inheritdoc/>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (Tree.Place(Code) is not { } place)
        {
            context.Result = NotFound();
            return;
        }

        Place = place;
        Shown = Request.HasFormContentType && int.TryParse(Request.Form["version"], out var version) ? version : place.Version;
        Rename = new RenamePlace { Name = Tree.PlaceName(Code, Today), On = Today };
        Move = new MovePlace { Parent = Tree.Places.ParentOf(Code, Today) ?? "", On = Today };
        await next();
    }

    /// <summary>Renames.</summary>
    public Task<IActionResult> OnPostRename() => Act(Rename, nameof(Rename), () => desk.RenamePlace(Code, Shown, Rename.Name, Rename.On, Actor), "renamed");

    /// <summary>Moves.</summary>
    public Task<IActionResult> OnPostMove() => Act(Move, nameof(Move), () => desk.MovePlace(Code, Shown, Move.Parent, Move.On, Actor), "moved");

    /// <summary>Adds a word.</summary>
    public Task<IActionResult> OnPostAlias() => Act(Alias, nameof(Alias), () => desk.AddAlias(Code, Alias.Alias, Actor), "alias");

    private async Task<IActionResult> Act<T>(T input, string prefix, Func<Task> operation, string done)
        where T : class
    {
        if (!await Reads(input, prefix))
        {
            return Wrong();
        }

        await operation();
        return Go($"/console/places/{Code}", done);
    }

    /// <summary>A name from a day on.</summary>
    public sealed class RenamePlace
    {
        /// <summary>The name.</summary>
        [Required, MaxLength(60), Display(Name = "places.name")]
        public string Name { get; set; } = "";

        /// <summary>The first day.</summary>
        [Display(Name = "units.on")]
        public DateOnly On { get; set; }
    }

    /// <summary>A place above from a day on.</summary>
    public sealed class MovePlace
    {
        /// <summary>Its code.</summary>
        [Required, MaxLength(20), Display(Name = "places.parent")]
        public string Parent { get; set; } = "";

        /// <summary>The first day.</summary>
        [Display(Name = "units.on")]
        public DateOnly On { get; set; }
    }

    /// <summary>Another word for the place.</summary>
    public sealed class NewAlias
    {
        /// <summary>The word.</summary>
        [Required, MaxLength(60), Display(Name = "places.alias_word")]
        public string Alias { get; set; } = "";
    }
}
