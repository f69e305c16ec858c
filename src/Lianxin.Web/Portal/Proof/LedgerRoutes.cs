using System.Text;
using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Ledger;
using Lianxin.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Web.Portal;

/// <summary>
/// What anybody may take of the logs (c2sp.org/tlog-tiles): checkpoints, hash tiles, consistency proofs, the policy, and the page that
/// checks receipts. Entries themselves are not public.
/// </summary>
public static class LedgerRoutes
{
    /// <summary>Maps the routes of both logs.</summary>
    public static void MapLedger(this WebApplication app)
    {
        app.MapGet("/ledger/policy.txt", (LedgerKeys keys) => keys.ReadPolicy() is { } policy ? Text(policy.ToString()) : Results.NotFound());
        app.MapGet("/ledger/verify.html", Verifier);
        app.MapGet("/ledger/1/checkpoint", (LianxinDatabase database) => Newest(database, LedgerLog.Facts));
        app.MapGet("/access/1/checkpoint", (LianxinDatabase database) => Newest(database, LedgerLog.Looks));
        app.MapGet("/ledger/1/checkpoint/{size:long}", (LianxinDatabase database, long size) => Older(database, LedgerLog.Facts, size));
        app.MapGet("/access/1/checkpoint/{size:long}", (LianxinDatabase database, long size) => Older(database, LedgerLog.Looks, size));
        app.MapGet("/ledger/1/newer/{size:long}", (LianxinDatabase database, long size) => Newer(database, LedgerLog.Facts, size));
        app.MapGet("/access/1/newer/{size:long}", (LianxinDatabase database, long size) => Newer(database, LedgerLog.Looks, size));
        app.MapGet("/ledger/1/to-cosign/{old:long}", (LedgerWitnesses witnesses, long old) => ToCosign(witnesses, LedgerLog.Facts, old));
        app.MapGet("/access/1/to-cosign/{old:long}", (LedgerWitnesses witnesses, long old) => ToCosign(witnesses, LedgerLog.Looks, old));
        app.MapPost("/ledger/1/cosignature", (HttpContext context, LedgerWitnesses witnesses, Journal journal, AddressLimits limits) => Cosignature(context, witnesses, journal, limits, LedgerLog.Facts));
        app.MapPost("/access/1/cosignature", (HttpContext context, LedgerWitnesses witnesses, Journal journal, AddressLimits limits) => Cosignature(context, witnesses, journal, limits, LedgerLog.Looks));
        app.MapGet("/ledger/1/tile/{level}/{**rest}", (HttpContext context, LianxinDatabase database, string level, string? rest) => Tile(context, database, LedgerLog.Facts, level, rest));
        app.MapGet("/access/1/tile/{level}/{**rest}", (HttpContext context, LianxinDatabase database, string level, string? rest) => Tile(context, database, LedgerLog.Looks, level, rest));
    }

    // Its own policy of content stands in place of the site's: only its one script and style run, and nothing is loaded.
    private static IResult Verifier(HttpContext context, LedgerKeys keys)
    {
        context.Response.Headers.ContentSecurityPolicy = OfflineVerifier.ContentSecurityPolicy;
        return Results.Text(keys.ReadPolicy() is { } policy ? OfflineVerifier.With(policy.ToString()) : OfflineVerifier.Page, "text/html", Encoding.UTF8);
    }

    private static async Task<IResult> Newest(LianxinDatabase database, LedgerLog log)
    {
        await using var db = database.Read();
        return await db.NewestCheckpoint(log) is { } newest ? Text(newest.ToString()) : Results.NotFound();
    }

    private static async Task<IResult> Older(LianxinDatabase database, LedgerLog log, long size)
    {
        await using var db = database.Read();
        return await db.CosignedCheckpoint(log, size) is { } found ? Text(found.ToString()) : Results.NotFound();
    }

    private static async Task<IResult> Newer(LianxinDatabase database, LedgerLog log, long size)
    {
        await using var db = database.Read();
        if (size < 1 || await db.NewestCheckpoint(log) is not { } newest || newest.Checkpoint.Size < size)
        {
            return Results.NotFound();
        }

        return Text(new ConsistencyFile(size, await db.ConsistencyProof(log, size, newest.Checkpoint.Size), newest).ToString());
    }

    private static async Task<IResult> ToCosign(LedgerWitnesses witnesses, LedgerLog log, long old) =>
        await witnesses.ToCosign(log, old) is { } file ? Text(file.ToString()) : Results.NotFound();

    // Whoever sends it: the signature alone decides.
    private static async Task<IResult> Cosignature(HttpContext context, LedgerWitnesses witnesses, Journal journal, AddressLimits limits, LedgerLog log)
    {
        if (!limits.MayCosign(context.Connection.RemoteIpAddress))
        {
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        }

        var bytes = new byte[SignedNote.MaximumLength + 1];
        var read = await context.Request.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, context.RequestAborted);
        return read > SignedNote.MaximumLength
            ? Results.StatusCode(StatusCodes.Status413PayloadTooLarge)
            : await witnesses.Take(journal, log, bytes[..read]) switch
            {
                CosignatureAnswer.Kept => Results.StatusCode(StatusCodes.Status204NoContent),
                CosignatureAnswer.NoWitness => Results.StatusCode(StatusCodes.Status403Forbidden),
                CosignatureAnswer.WrongTime => Results.StatusCode(StatusCodes.Status409Conflict),
                _ => Results.StatusCode(StatusCodes.Status400BadRequest),
            };
    }

    private static async Task<IResult> Tile(HttpContext context, LianxinDatabase database, LedgerLog log, string level, string? rest)
    {
        await using var db = database.Read();
        if (!HashTile.TryParse($"tile/{level}/{rest}", out var tile) || await db.NewestCheckpoint(log) is not { } newest || !tile.IsIn(newest.Checkpoint.Size))
        {
            return Results.NotFound();
        }

        // Written once and for ever.
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(tile.Read(await db.LoadNodes(log, tile.Nodes())), "application/octet-stream");
    }

    private static IResult Text(string text) => Results.Text(text, "text/plain", Encoding.UTF8);
}
