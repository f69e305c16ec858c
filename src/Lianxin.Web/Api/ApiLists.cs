using System.Globalization;
using System.Text;
using Lianxin.Database;
using Lianxin.Deadlines;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Reports;
using Lianxin.Units;
using Lianxin.Web.Portal;

namespace Lianxin.Web.Api;

/// <summary>What a program needs to fill fields, to reckon with, and to count: the lists in force, the calculator, the figures.</summary>
public sealed class ApiLists(LianxinDatabase database, Rules rules, FigureDesk figures)
{
    /// <summary><c>GET /api/v1/categories</c>.</summary>
    public Task Categories(HttpContext context) => Write(context, (book, language) => new ApiCategories(
        [.. book.Lists.Categories.Select(c => new ApiCategory(c.Code, c.Parent, c.Label.In(language), c.Office.In(language), KindOf(c.Kind), c.WorkingDays))]),
        ApiJson.Form.ApiCategories);

    /// <summary><c>GET /api/v1/places</c>.</summary>
    public Task Places(HttpContext context) => Write(context, (book, _) => new ApiPlaces(
        [.. book.Units.Places.All(book.Today).Select(p => new ApiPlace(
            p.Code, book.Units.PlaceName(p.Code, book.Today), Conventions.Text(p.Level), book.Units.Places.ParentOf(p.Code, book.Today)))]),
        ApiJson.Form.ApiPlaces);

    /// <summary><c>GET /api/v1/units</c>.</summary>
    public Task Units(HttpContext context)
    {
        var own = ApiReading.ActorOf(context).Unit;
        return Write(context, (book, language) => new ApiUnits([.. book.Units.Units(book.Today).Select(u => Unit(u, book, language, own))]), ApiJson.Form.ApiUnits);
    }

    /// <summary><c>GET /api/v1/channels</c>.</summary>
    public Task Channels(HttpContext context) => Write(context, (book, language) => new ApiChannels(
        [.. book.Lists.Channels.Select(c => new ApiChannel(c.Code, c.Label.In(language), c.Kind, c.Origin))]),
        ApiJson.Form.ApiChannels);

    /// <summary><c>GET /api/v1/calculator</c>: the same reckoning as the public page.</summary>
    public async Task Calculator(HttpContext context)
    {
        var asked = ApiQuery.Read(context.Request, ApiInputs.Calculator);
        var from = asked.Day("from")!.Value;
        if (!CalculatorPage.Reaches(from))
        {
            throw ApiProblemException.Query("from", "query.out_of_calendar", "from");
        }

        await using var db = database.Read();
        var book = await rules.Read(db);
        var rule = CalculatorPage.RuleOf(asked.Text("rule"), asked.Whole("days"), book)!;
        await ApiBody.Write(context, ApiExplained.Of(DeadlineClock.Start(rule, from, book.Calendar), book), ApiJson.Form.ApiLimit);
    }

    /// <summary><c>GET /api/v1/figures</c>: the bytes of <c>lianxin figures --json</c>.</summary>
    public async Task Figures(HttpContext context)
    {
        var asked = ApiQuery.Read(context.Request, ApiInputs.Figures);
        if (CutOff.Parse(asked.Words("asOf")) is not { } at)
        {
            throw ApiProblemException.Query("asOf", "query.bad_as_of");
        }

        try
        {
            var counted = await figures.Count(new FigureQuestion(at, asked.Text("channel"), asked.Text("unit")), context.RequestAborted);
            await ApiBody.Write(context, Encoding.UTF8.GetBytes(counted.ToJson() + "\n"));
        }
        catch (RefusedException no) when (no.Field is { } field)
        {
            throw ApiProblemException.Query(field, "query.no_such", field);
        }
    }

    private async Task Write<T>(HttpContext context, Func<Rulebook, string, T> make, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> form)
    {
        ApiQuery.Read(context.Request, ApiInputs.None);
        await using var db = database.Read();
        await ApiBody.Write(context, make(await rules.Read(db), CultureInfo.CurrentUICulture.Name), form);
    }

    private static ApiUnit Unit(Unit unit, Rulebook book, string language, Guid? own) => new(
        unit.Code,
        book.Units.NameOf(unit.Id, book.Today, language),
        unit.Kind,
        book.Units.ParentOf(unit.Id, book.Today) is { } parent ? book.Units.Unit(parent)?.Code : null,
        book.Units.PlaceOf(unit.Id, book.Today),
        unit.Id == own);

    private static string? KindOf(string? word) => Rulebook.KindOf(word) is { } kind ? Conventions.Text(kind) : null;
}
