using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Web.Hosting;

namespace Lianxin.Web.Console;

/// <summary>A page that lists matters: the page of rows asked for, or the one that holds the chosen matter, with its brief beside it.</summary>
public abstract class MatterListPage(CurrentActor current, TimeProvider time, MatterReading reading, MatterQueues queues) : ConsolePage(current, time)
{
    /// <summary>What the page reads from.</summary>
    protected MatterReading Reading => reading;

    /// <summary>The table of a list; <c>at</c> in the address chooses a matter.</summary>
    protected async Task<MatterTable> Read(ListAddress address, string caption, Rulebook rules)
    {
        await using var db = reading.Open();
        var from = ListAddress.Cursor(Request.Query);
        var chosen = MatterNumber.TryParse(Request.Query["at"], out var at) ? await MatterBrief.Of(reading, at.Value, Actor, address) : null;
        var rows = await queues.List(db, address.Ask, rules, Actor, from);
        var cursor = ListAddress.CursorOf(Request.Query);
        if (chosen is not null && rows.Rows.All(r => r.Number != chosen.Matter.Number))
        {
            (rows, cursor) = (await queues.ListAt(db, address.Ask, rules, Actor, chosen.Matter.Number), default);
        }

        return new MatterTable(caption, rows, new MatterNames(rules, reading.Words), Actor, address)
        {
            Columns = ListColumns.Of(HttpContext),
            Cursor = cursor,
            Chosen = chosen,
        };
    }
}
