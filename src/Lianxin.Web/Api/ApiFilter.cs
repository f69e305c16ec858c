using System.Globalization;
using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Search;

namespace Lianxin.Web.Api;

/// <summary>The list's query as a filter, and its cursor as the address writes it.</summary>
internal static class ApiFilter
{
    internal static MatterFilter Of(ApiInput asked, Rulebook book) => new()
    {
        State = Conventions.TryParse<MatterState>(asked.Text("state"), out var state) ? state : null,
        Everything = true,
        Kind = Conventions.TryParse<MatterKind>(asked.Text("kind"), out var kind) ? kind : null,
        Unit = asked.Text("unit") is { } unit ? book.Units.ByCode(unit)?.Id ?? throw Unknown("unit") : null,
        Place = Known("place", asked, code => book.Units.Place(code) is not null),
        Category = Known("category", asked, code => book.Lists.Categories.Any(c => c.Code == code)),
        Channel = Known("channel", asked, code => book.Lists.Channels.Any(c => c.Code == code)),
        ReceivedFrom = asked.Day("receivedFrom"),
        ReceivedTo = asked.Day("receivedTo"),
        DueFrom = asked.Day("dueFrom"),
        DueTo = asked.Day("dueTo"),
        Overdue = asked.Flag("overdue") ?? false,
        Words = SearchQuery.Parse(asked.Text("q")),
        Order = asked.Text("order") == "deadline" ? QueueOrder.Deadline : QueueOrder.Newest,
    };

    /// <summary>Where the page begins; refused when it was not given by this list in this order.</summary>
    internal static QueueCursor? Cursor(string? text, QueueOrder order)
    {
        if (text is null)
        {
            return null;
        }

        var parts = text.Split('.');
        var day = DateOnly.TryParseExact(parts.ElementAtOrDefault(2), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var due) ? due : (DateOnly?)null;
        return parts.Length is 2 or 3 && parts[0] == Letter(order) && MatterNumber.TryParse(parts[1], out var number) && (parts.Length == 2 || day is not null)
            ? new QueueCursor(number.Value, day)
            : throw ApiProblemException.Query("cursor", "query.cursor");
    }

    internal static string? Write(QueueCursor? at, QueueOrder order) => at is { } next
        ? $"{Letter(order)}.{new MatterNumber(next.Number).Digits}{(order == QueueOrder.Deadline ? next.DueOn?.ToString("'.'yyyyMMdd", CultureInfo.InvariantCulture) : "")}"
        : null;

    private static string Letter(QueueOrder order) => order == QueueOrder.Deadline ? "d" : "n";

    private static string? Known(string name, ApiInput asked, Func<string, bool> exists) =>
        asked.Text(name) is { } code ? exists(code) ? code : throw Unknown(name) : null;

    private static ApiProblemException Unknown(string name) => ApiProblemException.Query(name, "query.no_such", name);
}
