using Lianxin.Vault;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lianxin.Web.Portal;

/// <summary>A photo of a draft, for whoever holds the draft.</summary>
public sealed class DraftPhotoPage(ReportDrafts drafts, FileVault files) : PageModel
{
    /// <summary>Gives the picture.</summary>
    public async Task<IActionResult> OnGet(string? d, int place)
    {
        if (await drafts.Find(d) is not { } draft || ReportDrafts.PhotosOf(draft).ElementAtOrDefault(place) is not { } photo)
        {
            return NotFound();
        }

        return PhotoAnswer.Of(Response, await files.Read(new StoredFile { Name = photo.Name, KeyId = photo.KeyId, Wrapped = photo.Wrapped }), photo.MediaType);
    }
}
