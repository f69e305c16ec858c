using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Profiles;
using Lianxin.Settings;
using Lianxin.Texts;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Web.Console;

/// <summary>One time a row was set: from which day, when, by whom, why, and what it then said.</summary>
public sealed record SettingChange(DateOnly FromOn, bool Removed, bool FromProfile, DateTime At, Guid? By, string? Reason, string? Json);

/// <summary>One row of one list as a form, effective from a day, with a reason and its whole history.</summary>
public abstract class SettingRowPage(CurrentActor current, TimeProvider time, PageWords words, LianxinDatabase database, SettingBook settings, SettingDesk desk)
    : ConsolePage(current, time), IReload
{
    /// <summary>The list.</summary>
    [BindProperty(SupportsGet = true)]
    public string List { get; set; } = "";

    /// <summary>The fields as they are typed.</summary>
    [BindProperty]
    public List<SettingField> Fields { get; set; } = [];

    /// <summary>In force from this day.</summary>
    [BindProperty, Required, Display(Name = "settings.from")]
    public DateOnly? From { get; set; }

    /// <summary>Why.</summary>
    [BindProperty, Required, Display(Name = "settings.reason")]
    public string? Reason { get; set; }

    /// <summary>The entry of the newest row the form was made from.</summary>
    [BindProperty]
    public long? Shown { get; set; }

    /// <summary>The history, newest first.</summary>
    public IReadOnlyList<SettingChange> History { get; private set; } = [];

    /// <summary>The lists of today, for choices.</summary>
    public Profile Lists { get; private set; } = null!;

    /// <summary>True when the actor may change it.</summary>
    public bool MayChange => AccessMatrix.Find("/console/settings/{list}/{code}", HttpMethods.Post)!.Allows(Actor);

    /// <summary>True when every field sent is one of the list's; a form that was altered is answered 400.</summary>
    protected bool KnowsFields => Fields.All(f => SettingShape.Of(List).Any(s => s.Path == f.Path));

    /// <summary>The row's newest JSON.</summary>
    protected string? Json { get; private set; }

    /// <summary>How a field is typed.</summary>
    public SettingFieldKind KindOf(string path) => SettingShape.Of(List).First(f => f.Path == path).Kind;

    /// <summary>The choices of a field.</summary>
    public IEnumerable<SelectListItem> ChoicesOf(string path) => SettingShape.Choices(List, path, Lists).Select(c => new SelectListItem(LabelOf(path, c), c));

    /// <summary>The words of a field: its name, and its language where it has one.</summary>
    public string NameOf(string path)
    {
        var parts = path.Split('.');
        var name = words["settings.field." + parts[0]];
        return parts.Length == 1 ? name : words["settings.field_in", name, parts[0] == "lead" ? words["settings.lead." + parts[1]] : words["intake.language." + parts[1]]];
    }

    /// <inheritdoc/>
    public Task Reload() => Load(Code);

    /// <summary>The row's code.</summary>
    protected abstract string Code { get; }

    /// <summary>Loads lists, newest row and history; false for a list there is not.</summary>
    protected async Task<bool> Load(string code)
    {
        if (!SettingShape.Lists.Contains(List))
        {
            return false;
        }

        await using var db = database.Read();
        var picture = await settings.Read(db);
        Lists = picture.On(Today);
        var kept = picture.History(List, code);
        Json = kept.LastOrDefault(k => !k.Item.Removed)?.Json;
        Newest = kept.Count > 0 ? kept[^1].Item.Seq : null;
        var seqs = kept.Select(k => k.Item.Seq).ToList();
        var entries = await db.FactEntries.Where(e => seqs.Contains(e.Seq)).ToDictionaryAsync(e => e.Seq, e => Lianxin.Ledger.EntryReader.Read(e.Bytes).Entry);
        var reasons = await db.Wordings.Where(w => seqs.Contains(w.Seq) && w.Path == "reason").ToDictionaryAsync(w => w.Seq, w => w.Value);
        History = [.. kept.Reverse().Select(k => new SettingChange(
            k.Item.FromOn, k.Item.Removed, k.Item.FromProfile, entries[k.Item.Seq].At,
            Guid.TryParse(entries[k.Item.Seq].Actor.Id, out var by) ? by : null, reasons.GetValueOrDefault(k.Item.Seq), k.Json))];
        return true;
    }

    /// <summary>The entry of the newest row.</summary>
    protected long? Newest { get; private set; }

    /// <summary>Saves what was typed.</summary>
    protected async Task<IActionResult> Save(string code)
    {
        var json = SettingShape.Write(List, code, Json, Fields, path => ModelState.AddModelError(
            $"Fields[{Fields.FindIndex(f => f.Path == path).ToString(CultureInfo.InvariantCulture)}].Value", words["error.field.number", NameOf(path)]));
        if (!ModelState.IsValid)
        {
            return Wrong();
        }

        await desk.Set(new ProfileListRow(List, code, json), From!.Value, Reason, Actor, Shown);
        return Go($"/console/settings/{List}", "saved");
    }

    /// <summary>Takes the row out.</summary>
    protected async Task<IActionResult> TakeOut(string code)
    {
        if (!ModelState.IsValid)
        {
            return Wrong();
        }

        await desk.Remove(List, code, From!.Value, Reason, Actor, Shown);
        return Go($"/console/settings/{List}", "removed");
    }

    private string LabelOf(string path, string code) => path switch
    {
        "parent" or "category" => DeskChoices.Category(Lists, code),
        "authority" or "level" => Lists.Authority.FirstOrDefault(a => a.Code == code)?.Label.In(words.Culture.Name) ?? code,
        "ownerTopic" => Lists.Topics.First(t => t.Code == code).Label.In(words.Culture.Name),
        _ when path.StartsWith("lead.", StringComparison.Ordinal) && code.StartsWith("topic:", StringComparison.Ordinal) =>
            Lists.Topics.First(t => t.Code == code[6..]).Label.In(words.Culture.Name),
        _ => Words.Get("settings.word." + code, words.Culture),
    };
}

/// <summary>A row that is there.</summary>
public sealed class SettingChangePage(CurrentActor current, TimeProvider time, PageWords words, LianxinDatabase database, SettingBook settings, SettingDesk desk)
    : SettingRowPage(current, time, words, database, settings, desk)
{
    /// <inheritdoc/>
    protected override string Code => RouteData.Values["code"] as string ?? "";

    /// <summary>The code, for the page.</summary>
    public string RowCode => Code;

    /// <summary>Loads the row, or answers as if it were not there.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var found = await Load(Code) && Newest is not null;
        if (!found || !KnowsFields)
        {
            context.Result = found ? BadRequest() : NotFound();
            return;
        }

        await next();
    }

    /// <summary>Shows it.</summary>
    public void OnGet() => (Fields, From, Shown) = (SettingShape.Read(List, Json), Today, Newest);

    /// <summary>Saves it.</summary>
    public Task<IActionResult> OnPostSave() => Save(Code);

    /// <summary>Takes it out.</summary>
    public Task<IActionResult> OnPostRemove() => TakeOut(Code);
}

/// <summary>A row that is to come.</summary>
public sealed class SettingAddPage(CurrentActor current, TimeProvider time, PageWords words, LianxinDatabase database, SettingBook settings, SettingDesk desk)
    : SettingRowPage(current, time, words, database, settings, desk)
{
    /// <summary>The code of the new row.</summary>
    [BindProperty, Required, RegularExpression("[a-z0-9][a-z0-9-]{0,59}"), Display(Name = "settings.code")]
    public string? NewCode { get; set; }

    /// <inheritdoc/>
    protected override string Code => NewCode ?? "";

    /// <summary>Loads the lists, or answers as if they were not there.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var found = await Load(Code);
        if (!found || !KnowsFields)
        {
            context.Result = found ? BadRequest() : NotFound();
            return;
        }

        await next();
    }

    /// <summary>An empty form.</summary>
    public void OnGet() => (Fields, From) = (SettingShape.Read(List, null), Today);

    /// <summary>Saves it; a code that is in use is refused.</summary>
    public async Task<IActionResult> OnPostSave() => Newest is null
        ? await Save(Code)
        : throw new RefusedException("setting.code_taken", Code) { Field = nameof(NewCode) };
}
