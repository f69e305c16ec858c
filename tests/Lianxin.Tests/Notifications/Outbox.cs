using System.Text.Json;
using Lianxin.Notifications;
using Lianxin.Web.Hosting;
using Lianxin.Tests.Support;

namespace Lianxin.Tests.Notifications;

/// <summary>The gateway's side of the message folder, and the notices that wait.</summary>
internal static class Outbox
{
    /// <summary>The messages that lie ready, oldest first.</summary>
    internal static IReadOnlyList<OutMessage> Messages(this TestApp app) => !Directory.Exists(Folder(app)) ? [] :
    [
        .. Directory.GetFiles(Folder(app), "*.json").Select(f => JsonSerializer.Deserialize<OutMessage>(File.ReadAllText(f), JsonSerializerOptions.Web)!).OrderBy(m => m.Id),
    ];

    /// <summary>Sends what waits now.</summary>
    internal static Task<int> Send(this TestApp app) =>
        app.Get<SendMessages>().Run(app.Clock.GetUtcNow().UtcDateTime, TestContext.Current.CancellationToken);

    /// <summary>The gateway gives a message back as not delivered.</summary>
    internal static void GiveBack(this TestApp app, Guid message) =>
        File.Move(Path.Combine(Folder(app), $"{message:N}.json"), Path.Combine(Folder(app), "failed", $"{message:N}.json"));

    /// <summary>The matter's notices that are not done, as subject and way.</summary>
    internal static async Task<IReadOnlyList<string>> Waiting(this TestApp app, long matter)
    {
        await using var db = app.Read();
        return [.. db.Set<Notice>().Where(n => n.Matter == matter && n.EndedAt == null).Select(n => n.About + " " + n.Way).Order()];
    }

    internal static string Folder(TestApp app) => app.Get<DataPlace>().MessageFolder;
}
