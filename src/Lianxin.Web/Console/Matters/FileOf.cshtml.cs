using Lianxin.Vault;
using Lianxin.Web.Hosting;
using Lianxin.Web.Portal;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Web.Console;

/// <summary>A photo or paper of a matter, decrypted for one who may see the matter; nothing of it is kept on the way.</summary>
public sealed class MatterFilePage(CurrentActor current, TimeProvider time, MatterReading reading, FileVault vault) : MatterPage(current, time, reading)
{
    /// <summary>The bytes as they were rebuilt at intake.</summary>
    public async Task<IActionResult> OnGet(long seq, string path)
    {
        await using var db = Reading.Open();
        var stored = await db.Set<StoredFile>().FirstOrDefaultAsync(f => f.Seq == seq && f.Path == path && f.Matter == Matter.Number);
        if (stored?.Wrapped is null)
        {
            return NotFound();
        }

        return PhotoAnswer.Of(Response, await vault.Read(stored), stored.MediaType);
    }
}
