using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Lianxin.Web.Console;

/// <summary>A page about one matter: loaded before any handler for one who may see it, otherwise 404.</summary>
public abstract class MatterPage(CurrentActor current, TimeProvider time, MatterReading reading) : ConsolePage(current, time), IReload
{
    private MatterSeen? _seen;

    /// <summary>The twelve digits of the address.</summary>
    public string Digits => Matter.Number.ToString("D12", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The matter.</summary>
    public Matter Matter => _seen!.Matter;

    /// <summary>Its title; a text in its place once it was erased.</summary>
    public string Title => _seen!.Title ?? Texts["matter.erased"];

    /// <summary>How the officer stands to it.</summary>
    public Standing Standing => _seen!.Standing;

    /// <summary>The rulebook of the day.</summary>
    public Rulebook Rules => _seen!.Rules;

    /// <summary>Names and marks.</summary>
    public MatterNames Names => field ??= new MatterNames(Rules, Texts);

    /// <summary>The day it was recorded.</summary>
    public DateOnly RegisteredOn => ShanghaiTime.DayOf(Matter.ReceivedAt);

    /// <summary>The page of the matter.</summary>
    public string Path => $"/console/matters/{Digits}";

    /// <summary>The list it was opened from, which every page of the matter carries on; null when it was none.</summary>
    public ListAddress? List => field ??= ListAddress.From(Request.Query, Actor);

    /// <summary>The page of the matter with its list.</summary>
    public string Address => List?.Matter(Matter.Number) ?? Path;

    /// <summary>Another page of the matter with its list.</summary>
    public string On(string path) => List?.On(path) ?? path;

    /// <summary>Who has it and what comes next.</summary>
    public MatterDigest Digest => MatterDigest.Of(Matter, Rules, Texts.Culture.Name);

    /// <summary>The state's code for its tag.</summary>
    public string State => MatterNames.StateOf(Matter.State, Matter.Master, Matter.Paused, Matter.Returns, Matter.Reopenings);

    /// <summary>The matter with the version that the form was shown.</summary>
    protected MatterRef At => new(Matter.Number, Posted("version") ?? Matter.Version);

    /// <summary>What pages read from.</summary>
    protected MatterReading Reading => reading;

    /// <summary>The texts of the request.</summary>
    protected PageWords Texts => reading.Words;

    /// <inheritdoc/>
    public sealed override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var digits = context.RouteData.Values["number"] as string;
        _seen = MatterNumber.TryParse(digits, out var number) ? await reading.Find(number.Value, Actor) : null;
        if (_seen is null)
        {
            context.Result = NotFound();
            return;
        }

        await Prepare();
        if (HttpMethods.IsPost(Request.Method) && !ModelState.IsValid && MindsForm(context.HandlerMethod?.Name))
        {
            context.Result = Wrong();
            return;
        }

        await next();
    }

    /// <inheritdoc/>
    public async Task Reload()
    {
        _seen = await reading.Find(Matter.Number, Actor) ?? _seen;
        await Prepare();
    }

    /// <summary>Loads what the page shows beside the matter; runs before every handler.</summary>
    protected virtual Task Prepare() => Task.CompletedTask;

    /// <summary>Whether a handler needs a form without mistakes.</summary>
    protected virtual bool MindsForm(string? handler) => true;

    /// <summary>A number the form carried.</summary>
    protected int? Posted(string name) =>
        Request.HasFormContentType && int.TryParse(Request.Form[name], System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>Goes to the matter, or to the own day when it has left the officer's sight, and says what was done.</summary>
    protected async Task<IActionResult> Finished(string done) =>
        await reading.Find(Matter.Number, Actor) is null
            ? Go("/console", done)
            : Redirect(Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(Address, "done", done));
}
