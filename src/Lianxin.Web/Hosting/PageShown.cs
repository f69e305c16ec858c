using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;

namespace Lianxin.Web.Hosting;

/// <summary>The page a person asked for, also when an error page answers in its place.</summary>
public static class PageShown
{
    private static readonly string[] Choices = ["lang", "mode", "density", "letters"];

    /// <summary>Path and query as asked, without the choices of language and size.</summary>
    public static string Path(HttpContext context)
    {
        var again = context.Features.Get<IStatusCodeReExecuteFeature>();
        var failed = context.Features.Get<IExceptionHandlerPathFeature>();
        var path = again?.OriginalPath ?? failed?.Path ?? context.Request.Path.Value ?? "/";
        var query = again is not null ? again.OriginalQueryString : context.Request.QueryString.Value;
        var kept = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query)
            .Where(pair => !Choices.Contains(pair.Key))
            .SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value));
        return new PathString(path).ToUriComponent() + QueryString.Create(kept);
    }

    /// <summary>The short reference a person reads out on the phone: the first eight digits of the trace; without a trace, the ends of connection and request.</summary>
    public static string Reference(HttpContext context)
    {
        if (Activity.Current is { } trace)
        {
            var digits = trace.TraceId.ToHexString();
            return $"{digits[..4]} {digits[4..8]}".ToUpperInvariant();
        }
        var parts = context.TraceIdentifier.PadLeft(8, '0').Split(':');
        return $"{parts[0][^4..]} {parts[^1][^4..]}".ToUpperInvariant();
    }
}
