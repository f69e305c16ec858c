using Lianxin.Foundation;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Archives;

/// <summary>What the host registers of this module.</summary>
public static class ArchivesModule
{
    /// <summary>Adds backups and their nightly rehearsal; <paramref name="shelf"/> tells where nightly backups stand.</summary>
    public static IServiceCollection AddArchives(this IServiceCollection services, ArchivePlace place, Func<IServiceProvider, BackupShelf> shelf)
    {
        services.AddSingleton(place);
        services.AddSingleton(shelf);
        services.AddSingleton<Backup>();
        return services.AddJob<NightlyBackup>();
    }
}
