using Lianxin.Units;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lianxin.Web.Console;

/// <summary>One unit: what it is, was, and what may be changed from which day on.</summary>
public sealed class UnitPage(CurrentActor current, TimeProvider time, UnitDesk desk, UnitLists lists) : ConsolePage(current, time)
{
    /// <summary>Its id.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The version the form was shown with, or the present one.</summary>
    public int Shown { get; private set; }

    /// <summary>The unit.</summary>
    public Unit Unit { get; private set; } = new();

    /// <summary>Its kind in words.</summary>
    public string KindName { get; private set; } = "";

    /// <summary>Another name.</summary>
    public RenameUnit Rename { get; private set; } = new();

    /// <summary>Another unit above or place.</summary>
    public MoveUnit Move { get; private set; } = new();

    /// <summary>Topics.</summary>
    public TopicsForm Topics { get; private set; } = new();

    /// <summary>The topics to choose from.</summary>
    public IReadOnlyList<SelectListItem> TopicChoices { get; private set; } = [];

    /// <summary>Its topics in words.</summary>
    public IEnumerable<string> TopicNames => TopicChoices.Where(c => Tree.TopicsOf(Id, Today).Contains(c.Value)).Select(c => c.Text);

    /// <summary>Address and phone.</summary>
    public ContactForm Contact { get; private set; } = new();

    /// <summary>The end.</summary>
    public CloseForm Close { get; private set; } = new();

    /// <summary>True when the forms are shown.</summary>
    public bool MayChange => Unit.ClosedOn is null && AccessMatrix.Find("/console/units/{id:guid}", HttpMethods.Post)!.Allows(Actor);

    /// <summary>Other units.</summary>
    public IEnumerable<SelectListItem> Parents => UnitChoices.Units(Tree, Today, Id);

    /// <summary>Places.</summary>
    public IEnumerable<SelectListItem> Places => UnitChoices.Places(Tree, Today, PlaceLevel.Village);

    /// <inheritdoc/>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (Tree.Unit(Id) is not { } unit)
        {
            context.Result = NotFound();
            return;
        }

        Unit = unit;
        Shown = Request.HasFormContentType && int.TryParse(Request.Form["version"], out var version) ? version : unit.Version;
        KindName = UnitLists.NameOf(await lists.Kinds(Today), Unit.Kind);
        Rename = new RenameUnit { Name = Tree.NameOf(Id, Today), English = EnglishName(), On = Today };
        Move = new MoveUnit { Parent = Tree.ParentOf(Id, Today), Place = Tree.PlaceOf(Id, Today), On = Today };
        var held = Tree.TopicsOf(Id, Today);
        TopicChoices = await lists.Topics(Today, held);
        Topics = new TopicsForm { Topics = [.. held], On = Today };
        Contact = new ContactForm { Address = Tree.AddressOf(Id), Phone = Tree.PhoneOf(Id) };
        Close = new CloseForm { On = Today };
        await next();
    }

    /// <summary>Renames.</summary>
    public Task<IActionResult> OnPostRename() => Act(Rename, nameof(Rename), () => desk.RenameUnit(Id, Shown, Rename, Actor), "renamed");

    /// <summary>Moves.</summary>
    public Task<IActionResult> OnPostMove() => Act(Move, nameof(Move), () => desk.MoveUnit(Id, Shown, Move, Actor), "moved");

    /// <summary>Sets topics.</summary>
    public Task<IActionResult> OnPostTopics() =>
        Act(Topics, nameof(Topics), () => desk.SetTopics(Id, Shown, [.. Topics.Topics.Where(t => TopicChoices.Any(c => c.Value == t))], Topics.On, Actor), "topics");

    /// <summary>Sets address and phone.</summary>
    public Task<IActionResult> OnPostContact() =>
        Act(Contact, nameof(Contact), () => desk.SetContact(Id, Shown, Contact.Address, Contact.Phone, Actor), "contact");

    /// <summary>Closes.</summary>
    public Task<IActionResult> OnPostClose() =>
        Act(Close, nameof(Close), () => desk.CloseUnit(Id, Shown, Close.Successor, Close.On, Actor), "closed");

    private async Task<IActionResult> Act<T>(T input, string prefix, Func<Task> operation, string done)
        where T : class
    {
        if (!await Reads(input, prefix))
        {
            return Wrong();
        }

        await operation();
        return Go($"/console/units/{Id}", done);
    }

    private string? EnglishName() => Tree.NameOf(Id, Today, "en") is var english && english != Tree.NameOf(Id, Today) ? english : null;
}
