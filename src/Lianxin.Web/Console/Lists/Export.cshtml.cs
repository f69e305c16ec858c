using Lianxin.Database;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Lianxin.Web.Console;

/// <summary>A list as an Excel file, at most 5,000 rows: a longer list says so before its first 5,000 are taken.</summary>
public sealed class ExportPage(CurrentActor current, TimeProvider time, MatterReading reading, MatterQueues queues) : ConsolePage(current, time)
{
    /// <summary>Rows of a file.</summary>
    public const int Most = 5000;

    private const int AtOnce = 1000;

    /// <summary>Takes the first rows of a list that is too long.</summary>
    [BindProperty(SupportsGet = true, Name = "first")]
    public bool First { get; set; }

    /// <summary>The list.</summary>
    public ListAddress Address { get; private set; } = null!;

    /// <summary>Gives the file, or says that the list is too long for it.</summary>
    public async Task<IActionResult> OnGet()
    {
        Address = ListAddress.From(Request.Query, Actor) ?? ListAddress.All(new QueryCollection());
        await using var db = reading.Open();
        var rules = await reading.Rules(db);
        var rows = await Rows(db, queues, Address, rules, Most + 1);
        return rows.Count > Most && !First
            ? Page()
            : MatterSheet.File([.. rows.Take(Most)], new MatterNames(rules, reading.Words), reading.Words, Today);
    }

    private async Task<List<MatterRow>> Rows(LianxinDb db, MatterQueues lists, ListAddress address, Rulebook rules, int most)
    {
        var rows = new List<MatterRow>();
        QueueCursor? from = null;
        do
        {
            var page = await lists.List(db, address.Ask, rules, Actor, from, Math.Min(AtOnce, most - rows.Count));
            rows.AddRange(page.Rows);
            from = page.Next;
        }
        while (from is not null && rows.Count < most);
        return rows;
    }
}
