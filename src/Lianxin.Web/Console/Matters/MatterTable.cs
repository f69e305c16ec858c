using Lianxin.Foundation;
using Lianxin.Matters;

namespace Lianxin.Web.Console;

/// <summary>A table of matters as the list pages share it: the rows, their names, and where the neighbouring pages are.</summary>
public sealed record MatterTable(string Caption, MatterRows List, MatterNames Names, Actor Actor, Func<QueueCursor, string> Link)
{
    /// <summary>The page before, or null.</summary>
    public string? Previous => List.Previous is { } at ? Link(at) : null;

    /// <summary>The page after, or null.</summary>
    public string? Next => List.Next is { } at ? Link(at) : null;

    /// <summary>The steps a row's letters press: only what its state and unit allow at a glance; the page itself asks the life table.</summary>
    public IEnumerable<Step> Letters(MatterRow row)
    {
        if (row.State == MatterState.Dispatched && row.OfferedTo == Actor.Unit)
        {
            yield return MatterLifecycle.Accept;
            yield return MatterLifecycle.Return;
        }

        if (row.State == MatterState.Handling && row.Unit == Actor.Unit)
        {
            yield return MatterLifecycle.Answer;
            yield return MatterLifecycle.Dispatch;
            yield return MatterLifecycle.Extend;
        }

        if (MatterLifecycle.Remind.Roles.Any(Actor.Is))
        {
            yield return MatterLifecycle.Remind;
        }
    }

    /// <summary>A cursor as the address writes it.</summary>
    public static string Write(QueueCursor at) =>
        $"{(at.Back ? "before" : "after")}={new MatterNumber(at.Number).Digits}{at.DueOn?.ToString("'_'yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture)}";

    /// <summary>A cursor from the address; null for none or nonsense.</summary>
    public static QueueCursor? Read(string? after, string? before)
    {
        var parts = (before ?? after)?.Split('_');
        if (parts is not { Length: 1 or 2 } || !long.TryParse(parts[0], System.Globalization.CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        DateOnly? due = parts.Length == 2 && DateOnly.TryParseExact(parts[1], "yyyyMMdd", out var day) ? day : null;
        return new QueueCursor(number, due, before is not null);
    }
}
