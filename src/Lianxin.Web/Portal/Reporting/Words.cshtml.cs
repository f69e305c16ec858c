using System.ComponentModel.DataAnnotations;
using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Lianxin.Web.Portal;

/// <summary>Step 1: photos and what happened. Photos that came are kept even when the words are not fit yet.</summary>
[RequestSizeLimit(PhotoIntake.MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = PhotoIntake.MostBytes)]
public sealed class WordsPage(ReportDrafts drafts, LianxinDatabase database, Rules rules, PhotoIntake photos, AddressLimits limits, SiteFacts site, PageWords words)
    : ReportPage(drafts, database, rules)
{
    /// <summary>What happened.</summary>
    [BindProperty, Display(Name = "portal.report.body")]
    public string? Body { get; set; }

    /// <summary>New photos.</summary>
    [BindProperty, Display(Name = "portal.report.photos")]
    public IReadOnlyList<IFormFile>? Upload { get; set; }

    /// <summary>A field no person sees; what fills it is a program.</summary>
    [BindProperty]
    public string? Homepage { get; set; }

    /// <summary>The photo to take out.</summary>
    [BindProperty]
    public int? Remove { get; set; }

    /// <summary>A step was opened whose draft is gone.</summary>
    public bool IsGone => Request.Query["gone"] == "1";

    /// <summary>Photos that still fit.</summary>
    public int Room => PhotoIntake.Most - Photos.Count;

    /// <inheritdoc/>
    protected override bool IsFirst => true;

    /// <summary>Shows the step.</summary>
    public void OnGet() => Body = Draft?.Body;

    /// <summary>Keeps photos and words; goes on to the emergency page or to the place.</summary>
    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        if (!string.IsNullOrEmpty(Homepage))
        {
            return BadRequest();
        }

        if (!limits.MayReport(HttpContext.Connection.RemoteIpAddress))
        {
            ModelState.AddModelError("", words["portal.too_often", AddressLimits.Minutes, site.Hotline]);
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return Page();
        }

        if (Draft is not null && Remove is { } place)
        {
            await Drafts.RemovePhoto(Token!, Draft, place);
            return Redirect(Step(""));
        }

        await TakePhotos(stop);
        var body = PlainText.Clean(Body, SubmitMatter.BodyLength);
        if (body.IsEmpty || body.IsTooLong)
        {
            return Wrong(nameof(Body), body.IsEmpty ? MatterRefusals.Missing("body") : MatterRefusals.TooLong("body", SubmitMatter.BodyLength));
        }

        if (!ModelState.IsValid)
        {
            return Wrong();
        }

        Token ??= await Drafts.Begin();
        await Drafts.Change(Token, draft => draft.Body = body.Text);
        return Redirect(Step(Guesses.Emergencies(body.Text, Book.Lists).Count > 0 ? "emergency" : "where"));
    }

    private async Task TakePhotos(CancellationToken stop)
    {
        var (kept, wrong) = await photos.Keep(Upload ?? [], Room, stop);
        foreach (var key in wrong.Distinct())
        {
            ModelState.AddModelError(nameof(Upload), words[key, PhotoIntake.Most]);
        }

        if (kept.Count > 0)
        {
            Token ??= await Drafts.Begin();
            var all = Photos.Concat(kept).ToList();
            await Drafts.Change(Token, draft => draft.Photos = ReportDrafts.Written(all));
            Draft = await Drafts.Find(Token);
        }
    }
}
