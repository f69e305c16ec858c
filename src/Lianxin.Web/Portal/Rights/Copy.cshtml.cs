using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Lianxin.Web.Portal;

/// <summary>Hands out the copy of one's own data; the handing out is recorded.</summary>
public sealed class CopyDataPage(
    TrackingDoor door, RightsDoor rights, LianxinDatabase database, Rules rules, MatterTimeline timeline, MatterRights desk, ContactLooks looks, OwnCopy copies, PageWords words)
    : RightsPage(door, rights, database, rules)
{
    private readonly LianxinDatabase _database = database;

    /// <summary>Gives the file; without the identity check, the question.</summary>
    public async Task<IActionResult> OnGet(CancellationToken stop)
    {
        if (!IsKnown)
        {
            return ToQuestion();
        }

        var contact = await desk.Look(Number, MatterRights.OwnCopy, Person);
        await using var db = _database.Read();
        var own = OwnCopy.Of(await timeline.Read(db, Book, Number, words.Culture.Name));
        var seen = (await looks.Of(db, Number)).Select(l => (ShanghaiTime.DayOf(l.At), UnitName(l.Unit), l.Reason ?? words["portal.looks.for." + l.Purpose]));
        var zip = await copies.Make(db, new CopyOf(Digits, contact, own, [.. seen]), words.Culture, stop);
        return File(zip, "application/zip", $"lianxin-{Digits}.zip");
    }
}
