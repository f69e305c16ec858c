using Lianxin.Foundation;
using Lianxin.Matters;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Notifications;

/// <summary>A matter's personal data was erased: its notices go, and the files of messages that the gateway has not taken.</summary>
public sealed class WhenDataErased(IMessageChannel channel) : Listener<PiiErased>
{
    /// <inheritdoc/>
    public override async Task Hear(PiiErased fact, Stamp stamp, Work work)
    {
        var notices = (await work.Db()).Set<Notice>().Where(n => n.Matter == stamp.Matter);
        var messages = await notices.Select(n => n.Message).ToListAsync();
        await work.Remove(notices);
        work.AfterCommit(() => messages.ForEach(channel.Erase));
    }
}
