using System.CommandLine;
using System.Diagnostics;
using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Texts;
using Lianxin.Vault;
using Lianxin.Web.Demo;
using Lianxin.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Web.Verbs;

/// <summary>One start of the server: the folder is held, the database made ready, an empty one furnished or made a demo town, then the site serves.</summary>
internal sealed class Up(StartSettings settings, IConfiguration configuration, DataPlace place, InvocationConfiguration terminal, bool acceptClock)
{
    internal async Task<int> Run(DemoPlan? demo, CancellationToken stop)
    {
        if (!IsWritable())
        {
            return VerbExit.Wrong;
        }

        using var held = place.Postgres is null ? await Hold(place.Folder, stop) : null;
        if (place.Postgres is null && held is null)
        {
            Error(VerbWords.Say("verb.up.locked", place.Folder));
            return VerbExit.Wrong;
        }

        if (await Readiness.Make(place.Database, terminal.Error, VerbWords.Language) is null || (demo is not null && !await MakeDemo(demo, stop)))
        {
            return VerbExit.Wrong;
        }

        if (settings.Clock is not null && !ExerciseClock.IsAllowed(place))
        {
            Error(VerbWords.Say("verb.up.clock", settings.Clock));
            return VerbExit.Wrong;
        }

        return await Serve(demo is not null, stop);
    }

    internal void Error(string line) => terminal.Error.WriteLine(line);

    private void Say(string key, params object[] arguments) => terminal.Output.WriteLine(VerbWords.Say(key, arguments));

    private async Task<int> Serve(bool demo, CancellationToken stop)
    {
        await using var app = Site.Build(place, configuration, builder =>
        {
            builder.WebHost.UseUrls(settings.Urls);
            ExerciseClock.Use(builder.Services, settings.Clock, place);
            builder.Services.AddBackgroundWork(place);
        });
        var keys = app.Services.GetRequiredService<KeyFileCheck>();
        if (!await keys.Fits())
        {
            Error(VerbWords.Say("refusal.backup.other_keys", place.KeyFile));
            return VerbExit.Wrong;
        }

        if (!await app.Services.GetRequiredService<LedgerKeyCheck>().Fits())
        {
            Error(VerbWords.Say("refusal.backup.other_keys", app.Services.GetRequiredService<LedgerKeys>().PolicyFile));
            return VerbExit.Wrong;
        }

        if (!await IsTimely(app.Services))
        {
            return VerbExit.Wrong;
        }

        await keys.Remember();
        if (demo)
        {
            await ShowDemoAccounts(app.Services);
        }
        else if (DemoMarker.Read(place.Folder) is null)
        {
            await FurnishNew(app.Services);
        }

        Say("verb.up.serving", settings.Urls, place.Folder);
        if (settings.Clock is not null)
        {
            Say("verb.up.clock_shown", settings.Clock);
        }

        try
        {
            await app.RunAsync(stop);
            return VerbExit.Done;
        }
        catch (IOException fault) when (fault.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            Error(VerbWords.Say("verb.up.port_in_use", settings.Urls));
            return VerbExit.Wrong;
        }
        catch (System.Net.Sockets.SocketException fault)
        {
            Error(VerbWords.Say("verb.up.address", settings.Urls, fault.SocketErrorCode));
            return VerbExit.Wrong;
        }
    }

    // A clock that was set wrong while the server stood would put its time into the ledger for ever. A demo may lie for weeks.
    private async Task<bool> IsTimely(IServiceProvider services)
    {
        await using var db = services.GetRequiredService<LianxinDatabase>().Read();
        var head = await db.Set<Head>().SingleAsync();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        if (acceptClock || head.FactSize == 0 || DemoMarker.Read(place.Folder) is not null || (now - head.LastAt).Duration() <= TimeSpan.FromDays(1))
        {
            return true;
        }

        Error(VerbWords.Say("verb.up.far_off", Words.Instant(head.LastAt, VerbWords.Language), Words.Instant(now, VerbWords.Language)));
        return false;
    }

    // Asked first of all, so that nothing is begun in a folder that keeps nothing.
    private bool IsWritable()
    {
        try
        {
            Directory.CreateDirectory(place.Folder);
            var probe = Path.Combine(place.Folder, ".writable");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Error(VerbWords.Say("verb.up.folder", place.Folder, fault.GetType().Name));
            return false;
        }
    }

    private async Task FurnishNew(IServiceProvider services)
    {
        if (await NewDistrict.Furnish(services, settings.ProfileFolder()))
        {
            Say("verb.up.furnished", settings.Profile);
        }

        var links = await NewDistrict.AdministratorLinks(services);
        if (links.Count > 0)
        {
            Say("verb.up.administrators");
            foreach (var (code, token) in links)
            {
                terminal.Output.WriteLine($"  {code,-16} {(Words.Has(RoleOf(code)) ? VerbWords.Say(RoleOf(code)) : "")}");
                terminal.Output.WriteLine($"      {Address}/sign-in/setup/{token}");
            }
        }
    }

    // The first administrators are called by their role; who came later has a name of their own.
    private static string RoleOf(string code) => "role." + code.Replace('-', '_');

    private async Task<bool> MakeDemo(DemoPlan plan, CancellationToken stop)
    {
        switch (DemoMarker.Read(place.Folder))
        {
            case { Finished: true } made:
                Say("verb.demo.there", made.Plan.Seed, Day(made.Plan));
                return true;
            case { Finished: false }:
                Error(VerbWords.Say("verb.demo.unfinished", place.Folder));
                return false;
            case null when !await DemoTown.IsEmpty(place):
                Error(VerbWords.Say("verb.demo.not_empty", place.Folder));
                return false;
        }

        Say("verb.demo.building", plan.Matters, plan.Seed, Day(plan));
        var watch = Stopwatch.StartNew();
        await DemoTown.Build(place, settings.ProfileFolder(), plan, Show, stop);
        Say("verb.demo.built", (int)watch.Elapsed.TotalSeconds);
        return true;
    }

    private void Show(DemoProgress at)
    {
        if (at.Day % 30 == 0 || at.Day == at.Days)
        {
            Say("verb.demo.progress", at.Day, at.Days, at.Matters);
        }
    }

    private async Task ShowDemoAccounts(IServiceProvider services)
    {
        Say("verb.demo.accounts");
        foreach (var one in await DemoAccounts.MakeLinks(services))
        {
            terminal.Output.WriteLine($"  {VerbWords.Say("role." + one.Role)}  {one.Code}  {one.Name}  {one.Unit}");
            terminal.Output.WriteLine($"      {Address}/sign-in/setup/{one.Token}");
        }
    }

    // The first address as a browser on this machine can open it.
    private string Address => settings.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[0]
        .Replace("*", "localhost", StringComparison.Ordinal).Replace("+", "localhost", StringComparison.Ordinal)
        .Replace("0.0.0.0", "localhost", StringComparison.Ordinal).Replace("[::]", "localhost", StringComparison.Ordinal).TrimEnd('/');

    private static string Day(DemoPlan plan) => plan.Until.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    // A verb or a server that is ending frees the folder within seconds; a server that listens keeps it.
    private static async Task<InstanceLock?> Hold(string folder, CancellationToken stop)
    {
        for (var tries = 0; tries < 50; tries++)
        {
            if (InstanceLock.TryTake(folder) is { } held)
            {
                return held;
            }

            using var server = await VerbSocket.Connect(folder, stop);
            if (server is not null)
            {
                return null;
            }

            await Task.Delay(200, stop);
        }

        return null;
    }
}
