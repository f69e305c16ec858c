using System.CommandLine;
using Lianxin.Database;
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
        {
            if (data.Read(parse, ("Urls", parse.GetValue(urls)), ("Profile", parse.GetValue(profile))) is not { } start)
            {
                return 2;
            }

            using var held = start.Settings.Db is null ? InstanceLock.TryTake(start.Place.Folder) : null;
            if (start.Settings.Db is null && held is null)
            {
                parse.InvocationConfiguration.Error.WriteLine(VerbWords.Say("verb.up.locked", start.Place.Folder));
                return 2;
            }

            await SchemaRunner.Run(start.Place.Database, TimeProvider.System.GetUtcNow().UtcDateTime);
            await using var app = Site.Build(start.Place, start.Configuration, builder => builder.WebHost.UseUrls(start.Settings.Urls));
            parse.InvocationConfiguration.Output.WriteLine(VerbWords.Say("verb.up.serving", start.Settings.Urls, start.Place.Folder));
            await app.RunAsync(stop);
            return 0;
        });
        return command;
    }
}
