using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Lianxin.Web.Hosting;

/// <summary>What one request and all connections together may cost; pages and routes that take files say so themselves.</summary>
internal static class ServerLimits
{
    /// <summary>Bytes of a body, unless its route takes files.</summary>
    internal const long MostBytes = 1 << 20;

    internal const int MostConnections = 2_000;

    // A list of at most a few hundred ticked rows is the widest form there is.
    private const int MostValues = 1_024;

    internal static void Apply(KestrelServerOptions server)
    {
        server.AddServerHeader = false;
        var limits = server.Limits;
        limits.MaxConcurrentConnections = MostConnections;
        limits.MaxConcurrentUpgradedConnections = 0;
        limits.MaxRequestBodySize = MostBytes;
        limits.MaxRequestLineSize = 8 << 10;
        limits.MaxRequestHeadersTotalSize = 16 << 10;
        limits.MaxRequestHeaderCount = 64;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        limits.KeepAliveTimeout = TimeSpan.FromSeconds(75);
        limits.MinRequestBodyDataRate = new MinDataRate(240, TimeSpan.FromSeconds(5));
        limits.MinResponseDataRate = new MinDataRate(240, TimeSpan.FromSeconds(5));
    }

    internal static void Apply(FormOptions forms)
    {
        forms.ValueCountLimit = MostValues;
        forms.KeyLengthLimit = 256;
        forms.ValueLengthLimit = (int)MostBytes;
        forms.MultipartBodyLengthLimit = MostBytes;
        forms.MultipartHeadersCountLimit = 8;
        forms.MultipartHeadersLengthLimit = 4 << 10;
    }
}
