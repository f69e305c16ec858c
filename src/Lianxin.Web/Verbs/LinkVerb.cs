using System.CommandLine;
using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.People;
using Lianxin.Web.Demo;
using Lianxin.Web.Hosting;

namespace Lianxin.Web.Verbs;

/// <summary><c>link CODE</c>: a fresh one-time link to sign in as an officer of a demo town; in any other folder it refuses.</summary>
internal sealed class LinkVerb : IWritingVerb
{
    public string Name => "link";

    internal static Command Command()
    {
        var verb = new LinkVerb();
        var code = new Argument<string>("CODE") { Description = VerbWords.Say("verb.link.code") };
        var command = new Command(verb.Name, VerbWords.Say("verb.link")) { code };
        return command.Writes(verb, parse => [parse.GetValue(code)!]);
    }

    public async Task<int> Run(VerbCall call, IServiceProvider services)
    {
        if (DemoMarker.Read(services.GetRequiredService<DataPlace>().Folder) is not { Finished: true })
        {
            call.Error.WriteLine(call.Say("verb.link.demo_only"));
            return VerbExit.Wrong;
        }

        await using var db = services.GetRequiredService<LianxinDatabase>().Read();
        if ((await services.GetRequiredService<OfficerBook>().Read(db)).ByCode(call.Arguments[0]) is not { } officer)
        {
            call.Error.WriteLine(call.Say("verb.link.unknown", call.Arguments[0]));
            return VerbExit.Wrong;
        }

        var token = await services.GetRequiredService<OfficerAccount>().MakeLink(officer.Id, LinkKind.SignIn, Actor.System(Via.Cli));
        call.Out.WriteLine("/sign-in/setup/" + token);
        return VerbExit.Done;
    }
}
