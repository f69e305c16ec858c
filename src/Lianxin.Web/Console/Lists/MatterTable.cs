using Lianxin.Foundation;
using Lianxin.Matters;

namespace Lianxin.Web.Console;

/// <summary>A table of matters as the list pages share it: the rows, their names, the list they are of, and the one that is chosen.</summary>
public sealed record MatterTable(string Caption, MatterRows List, MatterNames Names, Actor Actor, ListAddress Address)
{
    /// <summary>The columns shown.</summary>
    public required IReadOnlySet<string> Columns { get; init; }

    /// <summary>The page's own cursor, so that choosing a row keeps the page.</summary>
    public required QueryString Cursor { get; init; }

    /// <summary>The matter whose brief stands beside the list; null for none.</summary>
    public MatterBrief? Chosen { get; init; }

    /// <summary>The page before, or null.</summary>
    public string? Previous => List.Previous is { } at ? Address.Page(at) : null;

    /// <summary>The page after, or null.</summary>
    public string? Next => List.Next is { } at ? Address.Page(at) : null;

    /// <summary>The list with a row chosen.</summary>
    public string Choose(long number) => Address.Page(chosen: number, cursor: Cursor);

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

    /// <summary>The steps on many rows that this row would be part of, at a glance; the bar says how many are passed over.</summary>
    public IEnumerable<string> Can(MatterRow row)
    {
        var open = row.State is MatterState.Registered or MatterState.Dispatched or MatterState.Handling && row.Master is null;
        return BulkPage.ActsOf(Actor).Where(act =>
            act == MatterLifecycle.Accept.Key ? row.State == MatterState.Dispatched && row.OfferedTo == Actor.Unit
            : act == MatterLifecycle.Assign.Key ? row.State != MatterState.Closed && row.Unit == Actor.Unit && row.Master is null
            : act != MatterLifecycle.Remind.Key || open);
    }
}
