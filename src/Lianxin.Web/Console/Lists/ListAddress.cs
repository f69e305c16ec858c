using System.Globalization;
using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.People;
using Lianxin.Search;

namespace Lianxin.Web.Console;

/// <summary>A list of matters as its address says it: a view of the day, or the filters of all matters. Pages that come from a list carry it on.</summary>
public sealed class ListAddress
{
    /// <summary>The parts of an address that narrow the list of all matters.</summary>
    public static readonly IReadOnlyList<string> Filters = ["Q", "State", "Unit", "Place", "Category", "Kind", "Officer", "Channel", "From", "To", "Overdue", "Order"];

    // Beside another page's own parts a list's parts bear a mark: a form that lacks a field must not find it in the address.
    private const string Prefix = "l.";

    private readonly string _path;
    private readonly string _name;
    private readonly IReadOnlyList<KeyValuePair<string, string?>> _kept;

    private ListAddress(string path, string name, IReadOnlyList<KeyValuePair<string, string?>> kept, MatterAsk ask) =>
        (_path, _name, _kept, Ask) = (path, name, kept, ask);

    /// <summary>What the list holds.</summary>
    public MatterAsk Ask { get; }

    /// <summary>The list itself, from its first row.</summary>
    public string Itself => Page();

    /// <summary>A view of the day.</summary>
    public static ListAddress Day(QueueView view, bool own) => new(
        "/console",
        "day",
        [new("view", Conventions.Text(view)), new("whose", own ? "me" : "unit")],
        new MatterAsk { View = view, Own = own });

    /// <summary>All matters by the filters of the address.</summary>
    public static ListAddress All(IQueryCollection query) => new(
        "/console/matters",
        "all",
        [.. Filters.Select(f => KeyValuePair.Create(f, Some(query[f]))).Where(p => p.Value is not null)],
        new MatterAsk { Filter = Asked(query) });

    /// <summary>What imports brought and nobody took up, newest recording first.</summary>
    public static ListAddress Backlog() => new(
        "/console/backlog", "backlog", [], new MatterAsk { Filter = new MatterFilter { Backlog = true, Everything = true, Order = QueueOrder.Newest } });

    /// <summary>The list that a page was opened from; null when it was none.</summary>
    public static ListAddress? From(IQueryCollection query, Actor actor)
    {
        var kept = new QueryCollection(query.Where(p => p.Key.StartsWith(Prefix, StringComparison.Ordinal)).ToDictionary(p => p.Key[Prefix.Length..], p => p.Value));
        return query["list"].ToString() switch
        {
            "all" => All(kept),
            "backlog" => Backlog(),
            "day" when Conventions.TryParse<QueueView>(kept["view"], out var view) => Day(view, IsOwn(kept["whose"], actor)),
            _ => null,
        };
    }

    /// <summary>True when a list of the day holds the officer's own matters: by choice, otherwise for all but the unit's lead.</summary>
    public static bool IsOwn(string? whose, Actor actor) => string.IsNullOrEmpty(whose) ? !actor.Is(Roles.UnitLead) : whose == "me";

    /// <summary>The list from a cursor on, or with a matter chosen.</summary>
    public string Page(QueueCursor? from = null, long? chosen = null, QueryString cursor = default)
    {
        var query = QueryString.Create(_kept);
        query = from is { } at ? query.Add(QueryString.FromUriComponent("?" + Cursor(at))) : query.Add(cursor);
        return _path + (chosen is { } number ? query.Add("at", new MatterNumber(number).Digits) : query);
    }

    /// <summary>The page of a matter that knows this list.</summary>
    public string Matter(long number) => On($"/console/matters/{new MatterNumber(number).Digits}");

    /// <summary>Another page with this list behind it.</summary>
    public string On(string path) => path + QueryString.Create(Fields);

    /// <summary>The hidden fields of a form that goes on with this list.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Fields => [new("list", _name), .. _kept.Select(p => KeyValuePair.Create(Prefix + p.Key, p.Value))];

    /// <summary>What narrows the list, by name; for the head of a printed list.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Narrowed => _kept;

    /// <summary>A cursor as the address writes it.</summary>
    public static string Cursor(QueueCursor at) =>
        $"{(at.Back ? "before" : "after")}={new MatterNumber(at.Number).Digits}{at.DueOn?.ToString("'_'yyyyMMdd", CultureInfo.InvariantCulture)}";

    /// <summary>The cursor of an address; null for none or nonsense.</summary>
    public static QueueCursor? Cursor(IQueryCollection query)
    {
        var (after, before) = (Some(query["after"]), Some(query["before"]));
        var parts = (before ?? after)?.Split('_');
        if (parts is not { Length: 1 or 2 } || !long.TryParse(parts[0], CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        DateOnly? due = parts.Length == 2 && DateOnly.TryParseExact(parts[1], "yyyyMMdd", out var day) ? day : null;
        return new QueueCursor(number, due, before is not null);
    }

    /// <summary>The cursor of an address as it stands there.</summary>
    public static QueryString CursorOf(IQueryCollection query) => Cursor(query) is { } at ? QueryString.FromUriComponent("?" + Cursor(at)) : default;

    private static MatterFilter Asked(IQueryCollection query) => new()
    {
        State = Conventions.TryParse<MatterState>(query["State"], out var state) ? state : null,
        Everything = query["State"] == "all" || !SearchQuery.Parse(query["Q"]).IsEmpty,
        Kind = Conventions.TryParse<MatterKind>(query["Kind"], out var kind) ? kind : null,
        Unit = Id(query["Unit"]),
        Officer = Id(query["Officer"]),
        Place = Some(query["Place"]),
        Category = Some(query["Category"]),
        Channel = Some(query["Channel"]),
        DueFrom = Day(query["From"]),
        DueTo = Day(query["To"]),
        Overdue = query["Overdue"].ToString().StartsWith("true", StringComparison.OrdinalIgnoreCase),
        Words = SearchQuery.Parse(query["Q"]),
        Order = query["Order"] == "newest" ? QueueOrder.Newest : QueueOrder.Deadline,
    };

    private static Guid? Id(string? text) => Guid.TryParse(text, out var id) ? id : null;

    private static DateOnly? Day(string? text) => DateOnly.TryParse(text, CultureInfo.InvariantCulture, out var day) ? day : null;

    private static string? Some(Microsoft.Extensions.Primitives.StringValues values) =>
        values.FirstOrDefault() is { } text && !string.IsNullOrWhiteSpace(text) && text != "false" ? text : null;
}
