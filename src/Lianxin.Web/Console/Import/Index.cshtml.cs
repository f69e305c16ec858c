using System.ComponentModel.DataAnnotations;
using Lianxin.Database;
using Lianxin.Exchange;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Lianxin.Web.Console;

/// <summary>An import begins with a file; below stand the last ones.</summary>
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes), RequestSizeLimit(MostBytes)]
public sealed class ImportPage(CurrentActor current, TimeProvider time, ImportDesk desk, LianxinDatabase database, Rules rules, PageWords words)
    : ConsolePage(current, time), IReload
{
    // A little more than the desk takes, so that a file somewhat too large hears so beside its field.
    private const long MostBytes = 96 * 1024 * 1024;

    /// <summary>The table.</summary>
    [BindProperty, Display(Name = "import.file")]
    public IFormFile? Upload { get; set; }

    /// <summary>The last imports.</summary>
    public IReadOnlyList<ImportRun> Runs { get; private set; } = [];

    /// <summary>Shows the form.</summary>
    public Task OnGet() => Reload();

    /// <summary>Takes the file; its columns come next.</summary>
    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        if (Upload is null)
        {
            ModelState.AddModelError(nameof(Upload), words["error.field.required", words["import.file"]]);
            await Reload();
            return Wrong();
        }

        using var bytes = new MemoryStream();
        await Upload.CopyToAsync(bytes, stop);
        await using var db = database.Read();
        var channels = (await rules.Read(db)).Lists.Channels;
        var channel = channels.FirstOrDefault(c => c.Kind == "mailbox") ?? channels[0];
        return Redirect($"/console/import/{await desk.Open(bytes.ToArray(), channel.Code, Actor)}");
    }

    /// <inheritdoc/>
    public async Task Reload() => Runs = await desk.Last(Actor);
}
