using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Net;

namespace Lianxin.Web.Portal;

/// <summary>How often one address may report and try codes, in ten minutes; section <c>Limits</c>. Many phones share an address of their carrier.</summary>
public sealed record AddressLimitSettings
{
    /// <summary>Steps of reports sent.</summary>
    [Range(1, 100_000)]
    public int Reports { get; set; } = 120;

    /// <summary>Numbers and codes tried.</summary>
    [Range(1, 100_000)]
    public int Tracks { get; set; } = 60;

    /// <summary>Cosignatures sent; a witness sends a handful.</summary>
    [Range(1, 100_000)]
    public int Cosignatures { get; set; } = 60;
}

/// <summary>
/// Counts what an address sends, in memory only and for ten minutes: a machine is slowed down, a person is told kindly and keeps what was
/// typed. An IPv6 address counts by its /64. No address is stored or logged.
/// </summary>
public sealed class AddressLimits(AddressLimitSettings settings, TimeProvider time)
{
    /// <summary>The length of a window in minutes, which is also how long one has to wait at most.</summary>
    public const int Minutes = 10;

    private const int MostAddresses = 100_000;
    private readonly ConcurrentDictionary<(string What, UInt128 Address), int> _counts = new();
    private long _window;

    /// <summary>True while the address may send another step of a report.</summary>
    public bool MayReport(IPAddress? address) => May("report", address, settings.Reports);

    /// <summary>True while the address may try another code.</summary>
    public bool MayTrack(IPAddress? address) => May("track", address, settings.Tracks);

    /// <summary>True while the address may send another cosignature.</summary>
    public bool MayCosign(IPAddress? address) => May("cosign", address, settings.Cosignatures);

    private bool May(string what, IPAddress? address, int most)
    {
        var window = time.GetUtcNow().ToUnixTimeSeconds() / (Minutes * 60);
        if (Interlocked.Exchange(ref _window, window) != window || _counts.Count >= MostAddresses)
        {
            _counts.Clear();
        }

        return _counts.AddOrUpdate((what, NetworkOf(address)), 1, static (_, count) => count + 1) <= most;
    }

    private static UInt128 NetworkOf(IPAddress? address)
    {
        var bytes = (address ?? IPAddress.None).MapToIPv6().GetAddressBytes();
        var isV4 = address?.AddressFamily != System.Net.Sockets.AddressFamily.InterNetworkV6 || address.IsIPv4MappedToIPv6;
        if (!isV4)
        {
            Array.Clear(bytes, 8, 8);
        }

        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }
}
