using System.Globalization;
using Lianxin.Database;
using Lianxin.Matters;
using Lianxin.People;
using Lianxin.Units;
using Lianxin.Web.Demo;
using Lianxin.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Web.Bench;

/// <summary>The pages a bench asks of one set, each as a real officer or person asks for it; the number makes the turn.</summary>
internal sealed class PageSet
{
    private PageSet(Dictionary<string, Func<int, byte[]>> pages) => Pages = pages;

    /// <summary>By name, in order: what to send for the turn.</summary>
    internal IReadOnlyDictionary<string, Func<int, byte[]>> Pages { get; }

    internal static async Task<PageSet> Of(DataPlace place, int count)
    {
        await using var town = BenchTown.Open(place, TimeProvider.System.GetUtcNow().UtcDateTime);
        var rules = await town.Rules();
        await using var db = town.Services.GetRequiredService<LianxinDatabase>().Read();
        var unit = await db.Matters.Where(m => m.State == MatterState.Handling).GroupBy(m => m.Unit).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => g.Key).FirstAsync();
        var handler = await db.Matters.Where(m => m.Unit == unit && m.State == MatterState.Handling).Select(m => m.Officer).FirstAsync();
        var coordinator = await town.SignIn(rules.Officers.Coordinator(rules.Today)!);
        var lead = await town.SignIn(rules.Officers.LeadsOf(unit, rules.Today)[0]);
        var own = await town.SignIn(rules.Officers.Officer(handler)!);
        var numbers = await db.Matters.OrderBy(m => m.Number).Select(m => m.Number).ToListAsync();
        var words = new BulkWords(town.Book);
        var streets = rules.Units.Places.All(rules.Today).Where(p => p.Level == PlaceLevel.Street).Select(p => p.Code).ToList();
        var tops = rules.Lists.Categories.Where(c => c.Parent is null).Select(c => c.Code).ToList();
        byte[] List(string query, string session) => RawConnection.Get("/console/matters" + query, session);
        int At(int turn) => (int)((turn * 7_919L + 13) % (count * 9L / 10));
        return new PageSet(new()
        {
            ["queue, my day"] = _ => RawConnection.Get("/console", own),
            ["queue, the unit's overdue"] = _ => RawConnection.Get("/console?view=overdue&whose=unit", lead),
            ["queue, own unit"] = _ => List("", lead),
            ["queue, the district by deadline"] = _ => List("", coordinator),
            ["queue, the district's newest"] = _ => List("?State=all&Order=newest", coordinator),
            ["queue, closed"] = _ => List("?State=closed", coordinator),
            ["queue, answered"] = _ => List("?State=answered", coordinator),
            ["queue, overdue"] = _ => List("?Overdue=true", coordinator),
            ["queue, a street"] = i => List($"?Place={streets[i % streets.Count]}", coordinator),
            ["queue, a street's all"] = i => List($"?State=all&Place={streets[i % streets.Count]}", coordinator),
            ["queue, a group of categories"] = i => List($"?Category={tops[i % tops.Count]}", coordinator),
            ["queue, a unit's all"] = _ => List($"?State=all&Unit={unit}", coordinator),
            ["queue, an officer's closed"] = _ => List($"?State=closed&Officer={handler}", lead),
            ["queue, a channel's newest"] = _ => List("?State=all&Channel=window&Order=newest", coordinator),
            ["queue, a kind"] = _ => List("?Kind=promised", coordinator),
            ["queue, due in a week"] = _ => List($"?From={rules.Today:yyyy-MM-dd}&To={rules.Today.AddDays(7):yyyy-MM-dd}", coordinator),
            ["matter page"] = i => RawConnection.Get($"/console/matters/{numbers[At(i)].ToString("D12", CultureInfo.InvariantCulture)}", coordinator),
            ["tracking page"] = i => RawConnection.Get("/r/" + BulkWords.Link(At(i))),
            ["search, two characters"] = i => List("?Q=" + Uri.EscapeDataString(words.Rare(i * 3)), coordinator),
            ["search, three characters"] = i => List("?Q=" + Uri.EscapeDataString(words.Rare((i * 3) + 1)), coordinator),
            ["search, four characters"] = i => List("?Q=" + Uri.EscapeDataString(words.Rare((i * 3) + 2)), coordinator),
            ["search, two characters in the own unit"] = i => List("?Q=" + Uri.EscapeDataString(words.Rare(i * 3)), lead),
            ["common word"] = i => List("?Q=" + Uri.EscapeDataString(town.Book.Estates[i % town.Book.Estates.Count].Name[..2]), coordinator),
            ["common word in the own unit"] = i => List("?Q=" + Uri.EscapeDataString(town.Book.Estates[i % town.Book.Estates.Count].Name[..2]), lead),
        });
    }
}
