using System.ComponentModel.DataAnnotations;
using Lianxin.Foundation;
using Lianxin.Reports;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lianxin.Web.Console;

/// <summary>What the pages of figures share: the cut-off (the last full minute, or the end of a day), channel and unit, all in the address.</summary>
public abstract class FigureBoard(CurrentActor current, TimeProvider time, PageWords words, FigureSheets sheets) : ConsolePage(current, time)
{
    /// <summary>The day whose end is the cut-off.</summary>
    [BindProperty(SupportsGet = true), Display(Name = "figures.on")]
    public DateOnly? On { get; set; }

    /// <summary>A cut-off to the minute, as links carry it.</summary>
    [BindProperty(SupportsGet = true)]
    public string? AsOf { get; set; }

    /// <summary>Only this channel.</summary>
    [BindProperty(SupportsGet = true), Display(Name = "column.channel")]
    public string? Channel { get; set; }

    /// <summary>Only this unit and those below it, by code.</summary>
    [BindProperty(SupportsGet = true), Display(Name = "figures.unit")]
    public string? Unit { get; set; }

    /// <summary>A version of the definitions other than the one in force then.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Definitions { get; set; }

    /// <summary>The texts.</summary>
    protected PageWords Words { get; } = words;

    /// <summary>The matters of the cut-off.</summary>
    public FigureSheet Sheet { get; private set; } = null!;

    /// <summary>What narrows the page.</summary>
    public virtual FigureFilter Filter => new(Channel, Unit);

    /// <summary>The page's own path.</summary>
    public abstract string Path { get; }

    /// <summary>The lists recorded by the cut-off.</summary>
    public FigureBasis Basis => Sheet.Basis;

    /// <summary>The cut-off in words: a day to its end, or an instant.</summary>
    public string CutOffWords => CutOff.IsEndOfDay(Basis.AsOf) ? Words["figures.end_of", Words.Day(ShanghaiTime.DayOf(Basis.AsOf))] : Words.Instant(Basis.AsOf);

    /// <summary>The channels of the cut-off.</summary>
    public IEnumerable<SelectListItem> Channels => Basis.Lists is { } lists ? DeskChoices.Channels(lists) : [];

    /// <summary>The units of the cut-off, by the names of its day.</summary>
    public IEnumerable<SelectListItem> Units => Basis.Units.Units(Basis.Day).Select(u => new SelectListItem(UnitName(u.Id), u.Code));

    /// <summary>A unit's name on the day of the cut-off.</summary>
    public string UnitName(Guid unit) => Basis.Units.NameOf(unit, Basis.Day, Words.Culture.Name);

    /// <summary>A channel's name.</summary>
    public string ChannelName(string code) => Basis.Lists is { } lists ? DeskChoices.Channel(lists, code) : code;

    /// <summary>A category's name.</summary>
    public string CategoryName(string code) =>
        code == FigureFilter.NoCategory ? Words["figures.no_category"] : Basis.Lists is { } lists ? DeskChoices.Category(lists, code) : code;

    /// <summary>Whether the page was asked for something it can answer.</summary>
    protected bool IsWrong => !ModelState.IsValid;

    /// <summary>The address of a page of figures with the same cut-off and filter, and more.</summary>
    public string Link(string path, params ReadOnlySpan<(string Key, string? Value)> more)
    {
        (string Key, string? Value)[] all =
        [
            ("asOf", CutOff.Write(Basis.AsOf)), ("channel", Channel), ("unit", Unit),
            ("definitions", Definitions?.ToString(System.Globalization.CultureInfo.InvariantCulture)), .. more,
        ];
        return path + "?" + string.Join('&', all.Where(a => !string.IsNullOrEmpty(a.Value)).Select(a => $"{a.Key}={Uri.EscapeDataString(a.Value!)}"));
    }

    /// <summary>The address of the records behind a figure.</summary>
    public string Records(Figure figure, params ReadOnlySpan<(string Key, string? Value)> more) => Link("/console/figures/" + Lianxin.Database.Conventions.Text(figure), more);

    /// <summary>Loads the sheet; what cannot be asked for is said beside its field, and the present is shown.</summary>
    protected async Task Load()
    {
        var now = new DateTime(Now.Ticks - (Now.Ticks % TimeSpan.TicksPerMinute), DateTimeKind.Utc);
        var asked = Asked(now);
        if (asked > now)
        {
            ModelState.AddModelError(nameof(On), Words["figures.future"]);
        }

        var known = Definitions is null || FigureDefinitions.Find(Definitions.Value) is not null;
        if (!known)
        {
            ModelState.AddModelError("", Words["refusal.figures.no_such_definitions", Definitions]);
        }

        Sheet = await sheets.Of(IsWrong ? now : asked, known ? Definitions : null, HttpContext.RequestAborted);
        Check();
    }

    private void Check()
    {
        if (Unit is { Length: > 0 } unit && Basis.Units.ByCode(unit) is null)
        {
            ModelState.AddModelError(nameof(Unit), Words["refusal.figures.no_such_unit", unit]);
            Unit = null;
        }

        if (Channel is { Length: > 0 } channel && Basis.Lists?.Channels.Any(c => c.Code == channel) != true)
        {
            ModelState.AddModelError(nameof(Channel), Words["refusal.figures.no_such_channel", channel]);
            Channel = null;
        }

        (Unit, Channel) = (string.IsNullOrEmpty(Unit) ? null : Unit, string.IsNullOrEmpty(Channel) ? null : Channel);
        if (IsWrong)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }

    // A day that is not over means so far: its end could still change.
    private DateTime Asked(DateTime now)
    {
        if (On is { } day)
        {
            return day == Today ? now : CutOff.OfDay(day);
        }

        if (string.IsNullOrEmpty(AsOf))
        {
            return now;
        }

        if (CutOff.Parse(AsOf) is not { } at)
        {
            ModelState.AddModelError(nameof(On), Words["refusal.figures.bad_cut_off", AsOf]);
            return now;
        }

        On = CutOff.IsEndOfDay(at) ? ShanghaiTime.DayOf(at) : null;
        return at;
    }
}
