using System.Threading.Channels;

namespace Lianxin.Exchange;

/// <summary>Wakes this node when an import waits, so that nobody waits for the next round.</summary>
public sealed class ImportSignal
{
    private readonly Channel<bool> _waiting = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Something waits.</summary>
    public void Set() => _waiting.Writer.TryWrite(true);

    /// <summary>Waits until something does.</summary>
    public async Task Wait(CancellationToken stop) => await _waiting.Reader.ReadAsync(stop);
}
