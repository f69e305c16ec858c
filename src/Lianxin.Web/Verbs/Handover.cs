using System.CommandLine;
using Lianxin.Web.Hosting;

namespace Lianxin.Web.Verbs;

/// <summary>Gives a writing verb's command its action: run here when the data folder is free, else by the server that holds it.</summary>
internal static class Handover
{
    /// <summary>Adds the data options and the action; <paramref name="arguments"/> are what the verb gets, checked and absolute.</summary>
    internal static Command Writes(this Command command, IWritingVerb verb, Func<ParseResult, IReadOnlyList<string>> arguments)
    {
        var data = new DataOptions(command);
        command.SetAction(async (parse, stop) =>
        {
            if (data.Read(parse) is not { } start)
            {
                return VerbExit.Wrong;
            }

            var (words, error) = (parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error);
            var call = new VerbCall(arguments(parse), Environment.CurrentDirectory, VerbWords.Language, words, error, stop);
            try
            {
                return await Run(verb, call, start.Place, TimeSpan.FromSeconds(15), start.Configuration);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return VerbExit.Stopped;
            }
        });
        return command;
    }

    /// <summary>Runs the call where it may write; waits that long for a process that starts, stops or runs another verb.</summary>
    internal static async Task<int> Run(IWritingVerb verb, VerbCall call, DataPlace place, TimeSpan patience, IConfiguration? configuration = null)
    {
        if (place.Postgres is not null)
        {
            return await Here(verb, call, place, configuration);
        }

        for (var waited = TimeSpan.Zero; waited <= patience; waited += TimeSpan.FromMilliseconds(200))
        {
            using var held = InstanceLock.TryTake(place.Folder);
            if (held is not null)
            {
                return await Here(verb, call, place, configuration);
            }

            if (await VerbSocket.Connect(place.Folder, call.Stop) is { } server)
            {
                return await VerbClient.Ask(server, verb.Name, call);
            }

            await Task.Delay(200, call.Stop);
        }

        call.Error.WriteLine(call.Say("verb.busy", place.Folder));
        return VerbExit.Failed;
    }

    private static async Task<int> Here(IWritingVerb verb, VerbCall call, DataPlace place, IConfiguration? configuration)
    {
        if (await Readiness.Make(place.Database, call.Error, call.Language) is null)
        {
            return VerbExit.Wrong;
        }

        var all = new ServiceCollection()
            .AddLogging(log => log.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace))
            .AddSingleton(configuration ?? new ConfigurationBuilder().Build())
            .AddLianxin(place);
        ExerciseClock.Use(all, configuration?["Clock"], place);
        await using var services = all.BuildServiceProvider();
        return await VerbRun.Run(verb, call, services, services.GetRequiredService<ILogger<VerbServer>>());
    }
}
