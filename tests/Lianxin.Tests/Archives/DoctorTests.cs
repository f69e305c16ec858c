using Lianxin.Archives;
using Lianxin.Tests.Support;
using Lianxin.Web.Doctor;
using Lianxin.Web.Hosting;
using Microsoft.Extensions.Configuration;

namespace Lianxin.Tests.Archives;

/// <summary>The doctor names what is unsafe, and nothing else.</summary>
public sealed class DoctorTests(TestApp app) : IClassFixture<TestApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private DataPlace Place => app.Get<DataPlace>();

    private async Task<Dictionary<string, Gravity>> Folder() =>
        (await new FolderExam(Place, app.Get<BackupShelf>(), TimeProvider.System).Look(Stop)).ToDictionary(a => a.Code, a => a.Gravity);

    [Theory]
    [InlineData("3.50.4", Gravity.Warning)]
    [InlineData("3.50.7", Gravity.Well)]
    [InlineData("3.51.2", Gravity.Warning)]
    [InlineData("3.51.3", Gravity.Well)]
    [InlineData("3.44.6", Gravity.Well)]
    [InlineData("3.45.9", Gravity.Warning)]
    [InlineData("3.52.0", Gravity.Well)]
    public void Old_SQLite_is_named(string version, Gravity gravity) => Assert.Equal(gravity, DatabaseExam.OfVersion(Version.Parse(version)).Gravity);

    [Theory]
    [InlineData("10.0.12", Gravity.Danger)]
    [InlineData("10.0.14", Gravity.Well)]
    [InlineData("10.1.0", Gravity.Well)]
    public async Task An_old_runtime_is_a_danger(string version, Gravity gravity) =>
        Assert.Equal(gravity, (await new RuntimeExam(Version.Parse(version), "lianxin").Look(Stop)).Single(a => a.Code == "runtime").Gravity);

    [Theory]
    [InlineData("http://localhost:5080", Gravity.Well)]
    [InlineData("http://127.0.0.1:5080", Gravity.Well)]
    [InlineData("https://*:443", Gravity.Well)]
    [InlineData("http://0.0.0.0:80", Gravity.Danger)]
    [InlineData("http://*:80", Gravity.Danger)]
    public async Task Plain_http_is_for_this_machine_only(string url, Gravity gravity) =>
        Assert.Equal(gravity, Assert.Single(await new AddressExam(url).Look(Stop)).Gravity);

    [Theory]
    [InlineData("AllowedHosts", "", "Production", "hosts", Gravity.Warning)]
    [InlineData("AllowedHosts", "*", "Production", "hosts", Gravity.Warning)]
    [InlineData("AllowedHosts", "lianxin.example", "Production", "hosts", Gravity.Well)]
    [InlineData("AllowedHosts", "", "Production", "environment", Gravity.Well)]
    [InlineData("AllowedHosts", "", "Development", "environment", Gravity.Danger)]
    [InlineData("Logging:LogLevel:Default", "Trace", "Production", "log_level", Gravity.Warning)]
    public async Task Settings_that_open_the_site_too_wide_are_named(string key, string value, string environment, string code, Gravity gravity)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { [key] = value }).Build();
        Assert.Equal(gravity, (await new SettingExam(settings, environment).Look(Stop)).Single(a => a.Code == code).Gravity);
    }

    [Fact]
    public async Task A_key_file_that_others_may_read_is_a_danger()
    {
        app.Get<Lianxin.Vault.KeyRing>();
        File.SetUnixFileMode(Place.KeyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Assert.Equal(Gravity.Well, (await Folder())["keys_mode"]);
        File.SetUnixFileMode(Place.KeyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        Assert.Equal(Gravity.Danger, (await Folder())["keys_mode"]);
        File.SetUnixFileMode(Place.KeyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task No_backup_and_an_old_backup_are_named()
    {
        var shelf = app.Get<BackupShelf>();
        Assert.Equal(Gravity.Warning, (await Folder())["backup_none"]);
        var made = await app.Get<Backup>().Make(shelf.FileFor(TimeProvider.System.GetUtcNow().UtcDateTime), Stop);
        Assert.Equal(Gravity.Well, (await Folder())["backup_age"]);
        File.SetLastWriteTimeUtc(made.Path, TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-40));
        Assert.Equal(Gravity.Warning, (await Folder())["backup_age"]);
        File.Delete(made.Path);
    }

    [Fact]
    public async Task A_database_of_this_release_is_well_and_a_clock_behind_the_ledger_is_a_danger()
    {
        app.Clock.SetLocal(2026, 3, 2, 9);
        await app.Given.Matter();
        var now = (await new DatabaseExam(Place.Database, app.Clock).Look(Stop)).ToDictionary(a => a.Code + string.Join(',', a.Arguments.Take(1)), a => a);
        Assert.Equal(Gravity.Well, now.Values.Single(a => a.Code == "schema").Gravity);
        Assert.Equal(Gravity.Well, now.Values.Single(a => a.Code == "clock").Gravity);
        var behind = new TestClock();
        behind.SetLocal(2026, 3, 1, 9);
        var clock = (await new DatabaseExam(Place.Database, behind).Look(Stop)).Single(a => a.Code == "clock");
        Assert.Equal((Gravity.Danger, 86_400L), (clock.Gravity, clock.Arguments[0]));
    }

    [Fact]
    public void Every_finding_has_words_and_a_remedy_in_both_languages()
    {
        string[] codes =
        [
            "runtime", "user", "folder_missing", "folder_mode", "file_system", "keys_missing", "keys_mode", "room", "backup_none", "backup_age", "demo",
            "database_missing", "database_unreadable", "sqlite_version", "sqlite_journal", "postgres_setting", "postgres_commit", "postgres_superuser",
            "schema", "clock", "address",
        ];
        Assert.All(codes, code => Assert.True(Texts.Words.Has("doctor." + code) && Texts.Words.Has("doctor.fix." + code), code));
    }
}
