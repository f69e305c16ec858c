using Lianxin.Database;
using Lianxin.Matters;
using Lianxin.Vault;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Web.Portal;

/// <summary>A photo of the person's own matter, decrypted for this one answer.</summary>
public sealed class MatterPhotoPage(TrackingDoor door, LianxinDatabase database, Rules rules, FileVault files) : OwnMatterPage(door, database, rules)
{
    private readonly LianxinDatabase _database = database;

    /// <summary>Gives the picture.</summary>
    public async Task<IActionResult> OnGet(long seq, int place)
    {
        var path = $"photo_{place}";
        await using var db = _database.Read();
        var file = await db.Set<StoredFile>().FirstOrDefaultAsync(f => f.Seq == seq && f.Path == path && f.Matter == Number && f.Wrapped != null);
        return file is null ? NotFound() : PhotoAnswer.Of(Response, await files.Read(file), file.MediaType);
    }
}
