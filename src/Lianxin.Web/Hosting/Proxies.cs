using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Lianxin.Web.Hosting;

/// <summary>
/// The forwarding proxies in front of the server, setting <c>Proxies</c>: their addresses or networks, separated by semicolons. Only what
/// these say of the visitor's address and scheme is believed; without the setting nobody is.
/// </summary>
internal static class Proxies
{
    internal static WebApplication UseProxies(this WebApplication app)
    {
        var trusted = Split(app.Configuration["Proxies"]);
        if (trusted.Count == 0)
        {
            return app;
        }

        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var one in trusted)
        {
            if (IPAddress.TryParse(one, out var address))
            {
                options.KnownProxies.Add(address);
            }
            else
            {
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(one));
            }
        }

        app.UseForwardedHeaders(options);
        return app;
    }

    /// <summary>The entries that are neither an address nor a network.</summary>
    internal static IReadOnlyList<string> Wrong(string? setting) =>
        [.. Split(setting).Where(one => !IPAddress.TryParse(one, out _) && !System.Net.IPNetwork.TryParse(one, out _))];

    private static IReadOnlyList<string> Split(string? setting) =>
        (setting ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
