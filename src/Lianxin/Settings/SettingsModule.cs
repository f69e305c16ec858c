using Lianxin.Database;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Settings;

/// <summary>What the host registers of this module.</summary>
public static class SettingsModule
{
    /// <summary>Adds table, book and desk.</summary>
    public static IServiceCollection AddSettings(this IServiceCollection services) => services
        .AddSingleton<ITables, SettingTables>()
        .AddSingleton<SettingBook>()
        .AddSingleton<SettingDesk>();
}
