using System.Globalization;
using System.Threading.RateLimiting;
using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.People;
using Lianxin.Texts;
using Lianxin.Web.Hosting;

namespace Lianxin.Web.Api;

/// <summary>
/// Stands before every route under <c>/api</c>: finds the key, counts the request against its limit, and writes whatever goes wrong as a
/// problem document. Sessions of officers open nothing here, so that no page of another site can act through a browser.
/// </summary>
public sealed class ApiDoor(ApiKeyBook keys, LianxinDatabase database, TimeProvider time) : IDisposable
{
    private const string Scheme = "Bearer ";

    // A window of its own for every key; one that is not used any more is dropped by the limiter itself.
    private readonly PartitionedRateLimiter<KnownKey> _limits = PartitionedRateLimiter.Create<KnownKey, Guid>(key =>
        RateLimitPartition.GetFixedWindowLimiter(key.Row.Id, _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = key.Row.PerMinute,
            Window = TimeSpan.FromMinutes(1),
            QueueLimit = 0,
        }));

    /// <summary>Whether the path belongs to the interface.</summary>
    public static bool IsApi(PathString path) => path.StartsWithSegments("/api");

    /// <summary>Lets the request in, or says why not.</summary>
    public async Task Enter(HttpContext context, RequestDelegate next)
    {
        try
        {
            context.Response.Headers.CacheControl = "no-store";
            Negotiate(context.Request);
            await Recognise(context);
            await next(context);
            if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null })
            {
                await ApiProblems.Write(context, ApiProblems.OfStatus(context));
            }
        }
        catch (ApiProblemException no)
        {
            await ApiProblems.Write(context, no);
        }
        catch (RefusedException no)
        {
            await ApiProblems.Write(context, ApiProblemException.Of(no, field => "/" + field));
        }
        catch (BadHttpRequestException no)
        {
            await ApiProblems.Write(context, new ApiProblemException(no.StatusCode, no.StatusCode == 413 ? "body.too_large" : "request.broken", ApiBody.Most));
        }
    }

    /// <summary>Why the matrix keeps the request out: no key that opens anything, or one without the scope.</summary>
    public static ApiProblemException Closed(HttpContext context, AccessRow? row)
    {
        if (context.Features.Get<KeyFault>() is { } fault)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return new ApiProblemException(401, fault.Code);
        }

        var scopes = KeyScopes.All.Where(scope => row?.Roles.Contains(KeyScopes.Role(scope)) == true);
        return new ApiProblemException(403, "key.scope", string.Join(", ", scopes));
    }

    /// <inheritdoc/>
    public void Dispose() => _limits.Dispose();

    private async Task Recognise(HttpContext context)
    {
        var header = context.Request.Headers.Authorization;
        if (header.Count == 0)
        {
            context.Features.Set(new KeyFault("key.missing"));
            return;
        }

        if (header is not [{ } value] || !value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || value.Length > 200)
        {
            context.Features.Set(new KeyFault("key.wrong"));
            return;
        }

        var key = (await keys.Read(database)).WithSecret(value[Scheme.Length..].Trim());
        if (key?.Opens(time.GetUtcNow().UtcDateTime) != true)
        {
            context.Features.Set(new KeyFault(key is null ? "key.wrong" : key.Row.RevokedAt is null ? "key.expired" : "key.revoked"));
            return;
        }

        Count(context, key);
        context.RequestServices.GetRequiredService<CurrentActor>().Become(key.Actor);
    }

    private void Count(HttpContext context, KnownKey key)
    {
        using var lease = _limits.AttemptAcquire(key);
        var headers = context.Response.Headers;
        headers["RateLimit-Limit"] = key.Row.PerMinute.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Remaining"] = (_limits.GetStatistics(key)?.CurrentAvailablePermits ?? 0).ToString(CultureInfo.InvariantCulture);
        if (!lease.IsAcquired)
        {
            var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? (int)Math.Ceiling(after.TotalSeconds) : 60;
            headers.RetryAfter = Math.Max(1, wait).ToString(CultureInfo.InvariantCulture);
            throw new ApiProblemException(429, "rate.exceeded", key.Row.PerMinute);
        }
    }

    private static void Negotiate(HttpRequest request)
    {
        if (request.Headers.Accept.Count == 0 || request.Path.Value!.EndsWith(".yaml", StringComparison.Ordinal))
        {
            return;
        }

        var accepted = request.GetTypedHeaders().Accept;
        if (accepted.Count > 0 && !accepted.Any(a => a.Quality is not 0 && (a.MatchesAllTypes || a.MediaType.Value is "application/*" or "application/json" or "application/problem+json")))
        {
            throw new ApiProblemException(406, "accept.impossible");
        }
    }

    private sealed record KeyFault(string Code);
}

/// <summary>Writes problems: <c>application/problem+json</c> in the reader's language.</summary>
public static class ApiProblems
{
    /// <summary>Writes the problem; nothing was sent before.</summary>
    public static Task Write(HttpContext context, ApiProblemException no, string? reference = null)
    {
        var language = CultureInfo.CurrentUICulture;
        var body = new ApiProblemBody(
            "/help/api#" + no.Problem.Code, Words.Get($"problem.title.{no.Status}", language), no.Status, no.Problem.Detail(language), no.Problem.Code)
        {
            Errors = no.Errors.Count == 0 ? null : [.. no.Errors.Select(e => new ApiErrorBody(e.Code, e.Detail(language), e.Pointer, e.Parameter, e.Header))],
            CurrentVersion = no.CurrentVersion,
            Reference = reference,
        };
        context.Response.StatusCode = no.Status;
        return ApiBody.Write(context, body, ApiJson.Form.ApiProblemBody, "application/problem+json; charset=utf-8");
    }

    /// <summary>The problem of a status that the routing or the server gave.</summary>
    internal static ApiProblemException OfStatus(HttpContext context) => context.Response.StatusCode switch
    {
        404 => new ApiProblemException(404, "route.unknown"),
        405 => new ApiProblemException(405, "method.not_allowed", context.Response.Headers.Allow.ToString()),
        413 => new ApiProblemException(413, "body.too_large", ApiBody.Most),
        var status => new ApiProblemException(status, "request.broken"),
    };

    /// <summary>A fault of the server: logged by the host, said without any of its parts.</summary>
    internal static Task Fault(HttpContext context) => Write(
        context,
        StorageTrouble.Answer(context) switch
        {
            507 => new ApiProblemException(507, "storage.full"),
            503 => new ApiProblemException(503, "storage.away"),
            _ => new ApiProblemException(500, "server.fault"),
        },
        PageShown.Reference(context));
}
