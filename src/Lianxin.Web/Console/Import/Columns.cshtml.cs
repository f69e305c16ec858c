using System.ComponentModel.DataAnnotations;
using Lianxin.Database;
using Lianxin.Exchange;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lianxin.Web.Console;

/// <summary>What the columns of a table mean, who answers for its rows, and how its first rows would be understood.</summary>
public sealed class ImportColumnsPage(CurrentActor current, TimeProvider time, ImportDesk desk, LianxinDatabase database, Rules rules, PageWords words)
    : ConsolePage(current, time), IReload
{
    /// <summary>The meaning of each column, by its place.</summary>
    [BindProperty]
    public IList<string?> Meaning { get; set; } = [];

    /// <summary>The channel of rows that name none.</summary>
    [BindProperty, Required, Display(Name = "import.channel")]
    public string? Channel { get; set; }

    /// <summary>The unit that answers for the rows.</summary>
    [BindProperty, Required, Display(Name = "import.unit")]
    public Guid? Unit { get; set; }

    /// <summary>The officer who answers by name.</summary>
    [BindProperty, Display(Name = "import.officer")]
    public Guid? Officer { get; set; }

    /// <summary>What a day like 03/04/2019 means.</summary>
    [BindProperty, Display(Name = "import.day_order")]
    public string? DayOrder { get; set; }

    /// <summary>The run.</summary>
    public ImportRun Run { get; private set; } = null!;

    /// <summary>The table's head.</summary>
    public ImportHead Head { get; private set; } = null!;

    /// <summary>How the first rows would be understood.</summary>
    public IReadOnlyList<ReadRow> Rows { get; private set; } = [];

    /// <summary>The rulebook of today.</summary>
    public Rulebook Book { get; private set; } = null!;

    /// <summary>The meanings a column may have.</summary>
    public IEnumerable<SelectListItem> Meanings =>
        Enum.GetValues<MatterColumn>().Select(c => new SelectListItem(ImportWords.Column(c, words.Culture), Conventions.Text(c)));

    /// <summary>The channels.</summary>
    public IEnumerable<SelectListItem> Channels => Book.Lists.Channels.Select(c => new SelectListItem(c.Label.In(words.Culture.Name), c.Code));

    /// <summary>The units.</summary>
    public IEnumerable<SelectListItem> Units => UnitChoices.Units(Tree, Today);

    /// <summary>Everybody who is here today, with the unit.</summary>
    public IEnumerable<SelectListItem> Officers => Staff.All.Where(o => Staff.IsPresent(o.Id, Today) && Staff.UnitOf(o.Id, Today) is not null)
        .Select(o => new SelectListItem($"{Tree.NameOf(Staff.UnitOf(o.Id, Today)!.Value, Today, words.Culture.Name)} · {Staff.NameOf(o.Id)}", o.Id.ToString()))
        .OrderBy(item => item.Text, StringComparer.Ordinal);

    /// <summary>The orders of day and month.</summary>
    public IEnumerable<SelectListItem> DayOrders =>
        Enum.GetValues<DayOrder>().Select(Conventions.Text).Select(o => new SelectListItem(words["import.day_order." + o], o));

    /// <summary>The first value below a header, shortened.</summary>
    public string Sample(int column)
    {
        var text = PlainText.Line(Head.First.Select(row => row[column].Text).FirstOrDefault(t => !string.IsNullOrWhiteSpace(t)), 40).Text;
        return text.Length > 40 ? text[..40] + "…" : text;
    }

    /// <summary>Shows it as it was settled, or as guessed.</summary>
    public async Task<IActionResult> OnGet(Guid id)
    {
        if (!await Load(id))
        {
            return NotFound();
        }

        var mapping = StoredMapping.Read(Head.Headers, Run.Mapping);
        Meaning = [.. Enumerable.Range(0, Head.Headers.Count).Select(at => mapping.Columns.Where(c => c.Value == at).Select(c => Conventions.Text(c.Key)).FirstOrDefault())];
        (Channel, Unit, Officer, DayOrder) = (Run.Channel, Run.Unit, Run.Answerer, Run.DayOrder is { } order ? Conventions.Text(order) : null);
        return Page();
    }

    /// <summary>Settles it and shows the preview anew.</summary>
    public async Task<IActionResult> OnPostPreview(Guid id)
    {
        if (!await Load(id))
        {
            return NotFound();
        }

        if (Settled() is not { } input)
        {
            return Wrong();
        }

        await desk.Settle(id, input, Actor);
        return Redirect($"/console/import/{id}?done=settled#preview");
    }

    /// <summary>Settles it and looks at every row.</summary>
    public async Task<IActionResult> OnPostCheck(Guid id)
    {
        if (!await Load(id))
        {
            return NotFound();
        }

        if (Settled() is not { } input)
        {
            return Wrong();
        }

        await desk.Check(id, input, Actor);
        return Redirect($"/jobs/{id}");
    }

    /// <inheritdoc/>
    public Task Reload() => Load(Run.Id);

    private async Task<bool> Load(Guid id)
    {
        if (await desk.Find(id, Actor) is not { } run || run.Officer != Actor.Id)
        {
            return false;
        }

        Run = run;
        Head = await desk.Head(Run, Actor);
        Rows = await desk.Preview(Run, Head);
        await using var db = database.Read();
        Book = await rules.Read(db);
        return true;
    }

    private SettleImport? Settled()
    {
        var mapping = StoredMapping.Read(Head.Headers, "");
        for (var at = 0; at < Math.Min(Meaning.Count, Head.Headers.Count); at++)
        {
            if (!Conventions.TryParse<MatterColumn>(Meaning[at], out var column))
            {
                continue;
            }

            if (mapping.Columns.ContainsKey(column))
            {
                ModelState.AddModelError($"{nameof(Meaning)}[{at}]", words["import.meant_twice"]);
            }

            mapping = mapping.With(column, at);
        }

        DayOrder? order = Conventions.TryParse<DayOrder>(DayOrder, out var told) ? told : null;
        return ModelState.IsValid ? new SettleImport(mapping, Channel!, Unit!.Value, Officer, order) : null;
    }
}
