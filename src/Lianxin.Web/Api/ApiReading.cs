using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Search;
using Lianxin.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Web.Api;

/// <summary>Shows matters to programs: those of the key's unit and below. One that may not be seen answers like one that does not exist.</summary>
public sealed class ApiReading(LianxinDatabase database, Rules rules, MatterQueues queues, MatterTimeline timeline)
{
    /// <summary><c>GET /api/v1/matters/{number}</c>.</summary>
    public async Task One(HttpContext context)
    {
        ApiQuery.Read(context.Request, ApiInputs.None);
        await using var db = database.Read();
        await WriteMatter(context, db, await Find(context, db));
    }

    /// <summary><c>GET /api/v1/matters</c>.</summary>
    public async Task List(HttpContext context)
    {
        var asked = ApiQuery.Read(context.Request, ApiInputs.List);
        await using var db = database.Read();
        var book = await rules.Read(db);
        var filter = ApiFilter.Of(asked, book);
        var from = ApiFilter.Cursor(asked.Text("cursor"), filter.EffectiveOrder);
        var rows = await queues.List(db, new MatterAsk { Filter = filter }, book, ActorOf(context), from, asked.Whole("limit") ?? MatterQueues.PageSize);
        var form = new ApiForm(book, CultureInfo.CurrentUICulture.Name);
        await ApiBody.Write(context, new ApiMatters([.. rows.Rows.Select(form.Of)], ApiFilter.Write(rows.Next, filter.EffectiveOrder)), ApiJson.Form.ApiMatters);
    }

    /// <summary><c>GET /api/v1/matters/{number}/thread</c>: what officers of the unit read, without the rating.</summary>
    public async Task Thread(HttpContext context)
    {
        ApiQuery.Read(context.Request, ApiInputs.None);
        await using var db = database.Read();
        var seen = await Find(context, db);
        var culture = CultureInfo.CurrentUICulture;
        var items = MatterTimeline.ForStaff(await timeline.Read(db, seen.Rules, seen.Matter.Number, culture.Name));
        var hands = items.Select(i => new ApiHand(
            i.Seq, i.At, i.Type, i.Title(culture), i.By, Some(i.Unit), Some(i.Officer), [.. i.Words.Select(w => new ApiWords(w.Path, w.Text))], i.Photos.Count));
        await ApiBody.Write(context, new ApiThread(new MatterNumber(seen.Matter.Number).Digits, [.. hands]), ApiJson.Form.ApiThread);
    }

    /// <summary><c>GET /api/v1/matters/{number}/deadline</c>: every limit it had, each explained.</summary>
    public async Task Deadline(HttpContext context)
    {
        ApiQuery.Read(context.Request, ApiInputs.None);
        await using var db = database.Read();
        var (matter, _, _, book) = await Find(context, db);
        var limits = await db.Deadlines.Where(d => d.Matter == matter.Number).OrderBy(d => d.StartedOn).ToListAsync();
        var pauses = await db.Pauses.Where(p => p.Matter == matter.Number).ToListAsync();
        var explained = limits.OrderByDescending(l => l.Id == matter.Deadline).ThenByDescending(l => l.StartedOn)
            .Select(l => ApiExplained.Of(l.Value(pauses, book.Limits), book) with { InForce = l.Id == matter.Deadline, FormerDueOn = l.FormerDueOn });
        await ApiBody.Write(context, new ApiDeadlines(new MatterNumber(matter.Number).Digits, matter.DueOn, [.. explained]), ApiJson.Form.ApiDeadlines);
    }

    /// <summary>The matter of the address, or 404.</summary>
    internal async Task<MatterSeen> Find(HttpContext context, LianxinDb db) =>
        MatterNumber.TryParse(context.Request.RouteValues["number"] as string, out var number)
        && await MatterSeen.Find(db, rules, number.Value, ActorOf(context)) is { } seen
            ? seen
            : throw MatterRefusals.NotFound();

    /// <summary>Writes the matter with its version, or that the reader has it already.</summary>
    internal static async Task WriteMatter(HttpContext context, LianxinDb db, MatterSeen seen)
    {
        var (seq, language) = (seen.Matter.BodySeq, CultureInfo.CurrentUICulture.Name);
        var body = await db.Wordings.Where(w => w.Seq == seq && w.Path == "body").Select(w => w.Value).FirstOrDefaultAsync();
        var matter = new ApiForm(seen.Rules, language).Of(seen, body, ActorOf(context));
        var bytes = JsonSerializer.SerializeToUtf8Bytes(matter, ApiJson.Form.ApiMatter);
        var tag = $"\"{seen.Matter.Version}-{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8))}\"";
        context.Response.Headers.ETag = tag;
        context.Response.Headers.CacheControl = "private, no-cache";
        context.Response.Headers.Vary = "Accept-Language, Authorization";
        if (context.Request.Headers.IfNoneMatch.Any(given => given!.Split(',', StringSplitOptions.TrimEntries).Any(t => t == "*" || t == tag || t == "W/" + tag))
            && !HttpMethods.IsPost(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        await ApiBody.Write(context, bytes);
    }

    internal static Actor ActorOf(HttpContext context) => context.RequestServices.GetRequiredService<CurrentActor>().Actor;

    private static string? Some(string text) => text.Length == 0 ? null : text;
}
