using System.CommandLine;
using Lianxin.Web.Hosting;

namespace Lianxin.Web.Verbs;

/// <summary><c>up</c>: everything from an empty folder to a serving site.</summary>
internal static class UpVerb
{
    internal static Command Command()
    {
        var command = new Command("up", VerbWords.Say("verb.up"));
        var data = new DataOptions(command);
        var urls = new Option<string?>("--urls") { Description = VerbWords.Say("verb.option.urls"), HelpName = "http://…" };
        var profile = new Option<string?>("--profile") { Description = VerbWords.Say("verb.option.profile") };
        command.Options.Add(urls);
        command.Options.Add(profile);
        command.SetAction(async (parse, stop) =>
            data.Read(parse, ("Urls", parse.GetValue(urls)), ("Profile", parse.GetValue(profile))) is { } start
                ? await Serve(start.Settings, start.Configuration, start.Place, parse.InvocationConfiguration, stop)
                : VerbExit.Wrong);
        return command;
    }

    private static async Task<int> Serve(StartSettings settings, IConfiguration configuration, DataPlace place, InvocationConfiguration terminal, CancellationToken stop)
    {
        using var held = place.Postgres is null ? await Hold(place.Folder, stop) : null;
        if (place.Postgres is null && held is null)
        {
            terminal.Error.WriteLine(VerbWords.Say("verb.up.locked", place.Folder));
            return VerbExit.Wrong;
        }

        if (await Readiness.Make(place.Database, terminal.Error, VerbWords.Language) is null)
        {
            return VerbExit.Wrong;
        }

        await using var app = Site.Build(place, configuration, builder =>
        {
            builder.WebHost.UseUrls(settings.Urls);
            builder.Services.AddBackgroundWork(place);
        });
        terminal.Output.WriteLine(VerbWords.Say("verb.up.serving", settings.Urls, place.Folder));
        await app.RunAsync(stop);
        return VerbExit.Done;
    }

    /// <summary>What a server does beside answering pages: its jobs, and on SQLite the verbs of others.</summary>
    internal static IServiceCollection AddBackgroundWork(this IServiceCollection services, DataPlace place)
    {
        services.AddHostedService<JobHost>();
        if (place.Postgres is not null)
        {
            return services;
        }

        foreach (var verb in VerbTable.Writing)
        {
            services.AddSingleton(verb);
        }

        return services.AddHostedService<VerbServer>();
    }

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
