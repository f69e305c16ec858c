using Lianxin.Database;
using Lianxin.Foundation;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Notifications;

/// <summary>What the host registers of this module; the channel and the settings are the host's own.</summary>
public static class NotificationsModule
{
    /// <summary>Adds the table, the listener, the desk of phone tasks and the jobs.</summary>
    public static IServiceCollection AddNotifications(this IServiceCollection services) => services
        .AddSingleton<ITables, NoticeTables>()
        .AddSingleton<NoticeWords>()
        .AddSingleton<PhoneTasks>()
        .AddSingleton<IListen, WhenSomethingIsToBeTold>()
        .AddSingleton<IListen, WhenReceived>()
        .AddSingleton<IListen, WhenDataErased>()
        .AddJob<SendMessages>()
        .AddJob<WatchTold>();
}
