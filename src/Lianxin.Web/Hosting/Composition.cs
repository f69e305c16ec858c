using Lianxin.Archives;
using Lianxin.Database;
using Lianxin.Exchange;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Notifications;
using Lianxin.People;
using Lianxin.Reports;
using Lianxin.Search;
using Lianxin.Settings;
using Lianxin.Units;
using Lianxin.Vault;
using Lianxin.Web.Api;
using Lianxin.Web.Console;
using Lianxin.Web.Portal;

namespace Lianxin.Web.Hosting;

/// <summary>The list of modules, lowest floor first: what every server, command and test is made of.</summary>
public static class Composition
{
    /// <summary>Adds the whole system to the services; nothing is opened yet.</summary>
    public static IServiceCollection AddLianxin(this IServiceCollection services, DataPlace place)
    {
        services.AddSingleton(place);
        services.AddSingleton(place.Database);
        services.AddSingleton(new SteadyClock(TimeProvider.System));
        services.AddSingleton<TimeProvider>(s => s.GetRequiredService<SteadyClock>());
        services.AddSingleton(Entropy.System);
        services.AddSingleton<LianxinDatabase>();
        services.AddSingleton(s => new LedgerKeys(place.KeyFolder, s.GetService<IConfiguration>()?["Ledger:District"]));
        services.AddSingleton<ISealCommits, LedgerSeal>();
        services.AddSingleton<Writer>();
        services.AddSingleton(_ => new FactCatalogue(typeof(Fact).Assembly));
        services.AddSingleton<Journal>();
        services.AddSingleton<Replay>();
        services.AddSingleton<ITables, JournalTables>();
        services.AddSingleton<ITables, LedgerTables>();
        services.AddSingleton<Rebuild>();
        services.AddSingleton<LedgerKeyCheck>();
        services.AddSingleton<LedgerVerification>();
        services.AddSingleton<LedgerWitnesses>();
        services.AddSingleton<IOpenCommitments, WordingOpenings>();
        services.AddSingleton<ITables, ClockTables>();
        services.AddSingleton<ClockDesk>();
        services.AddSingleton(s => new ClockWatch(s.GetRequiredService<SteadyClock>(), s.GetRequiredService<Journal>(), s.GetRequiredService<LianxinDatabase>(), Environment.MachineName));
        services.AddSingleton<ITables, JobTables>();
        services.AddSingleton<JobLeases>();
        services.AddSingleton<JobRun>();

        services.AddSingleton(s => KeyRing.Open(place.KeyFile, mayCreate: !place.HoldsSealedData(s.GetRequiredService<LianxinDatabase>())));
        services.AddSingleton<KeyFileCheck>();
        services.AddSingleton<PassingSeals>();
        services.AddSingleton<ContactVault>();
        services.AddSingleton(s => new FileVault(s.GetRequiredService<KeyRing>(), place.FileFolder));
        services.AddSingleton<VaultErasure>();
        services.AddSingleton(s => new ErasureList(s.GetRequiredService<KeyRing>(), [place.KeyFolder, s.GetRequiredService<BackupShelf>().Folder]));
        services.AddSingleton<ITables, VaultTables>();
        services.AddSingleton<IOpenCommitments>(s => new SealedOpenings(s.GetRequiredService<KeyRing>));
        services.AddSingleton<IOpenCommitments>(s => new FileOpenings(s.GetRequiredService<FileVault>));

        services.AddSingleton<MatterIndex>();
        services.AddSettings();

        services.AddUnits();
        services.AddPeople();
        services.AddSingleton(PasswordHashes.Identity());
        services.AddScoped<UnitLists>();
        services.AddSingleton(s => s.GetRequiredService<IConfiguration>().GetSection("SignIn").Get<SignInSettings>() ?? new SignInSettings());

        services.AddSingleton<PasskeyStore>();
        services.AddSingleton<PasskeyQuestions>();

        services.AddMatters();
        services.AddNotifications();
        services.AddSingleton<IMessageChannel>(new MessageFolder(place.MessageFolder));
        services.AddSingleton(s => NoticeAddress.Read(s.GetService<IConfiguration>()));
        services.AddPortal();
        services.AddReports();
        services.AddArchives(new ArchivePlace(place.Database, place.FileFolder), s => Shelf(s, place));
        services.AddExchange();
        services.AddApi();
        return services;
    }

    private static BackupShelf Shelf(IServiceProvider services, DataPlace place)
    {
        var settings = services.GetService<IConfiguration>()?.GetSection("Backups").Get<BackupSettings>() ?? new BackupSettings();
        return new BackupShelf(settings.Folder ?? Path.Combine(place.Folder, "backups"), settings.Keep);
    }
}
