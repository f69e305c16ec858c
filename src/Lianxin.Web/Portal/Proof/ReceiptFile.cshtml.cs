using System.Text;
using Lianxin.Database;
using Lianxin.Matters;
using Microsoft.AspNetCore.Mvc;

namespace Lianxin.Web.Portal;

/// <summary>The finished receipt as a file (<c>….tlog-proof</c>): of the registration, or of another act of the person.</summary>
public sealed class ReceiptFilePage(TrackingDoor door, LianxinDatabase database, Rules rules) : OwnMatterPage(door, database, rules)
{
    private readonly LianxinDatabase _database = database;

    /// <summary>Gives the file; 404 for an entry that is not the person's own.</summary>
    public async Task<IActionResult> OnGet(long? seq)
    {
        await using var db = _database.Read();
        return await OwnProofs.Find(db, Number, seq) is { } receipt
            ? File(Encoding.UTF8.GetBytes(receipt.ToString()), "application/octet-stream", seq is null ? $"{Digits}.tlog-proof" : $"{Digits}-{seq}.tlog-proof")
            : NotFound();
    }
}
