using System.CommandLine;
using Lianxin.Web.Hosting;

namespace Lianxin.Web.Verbs;

/// <summary><c>schema</c>: brings the database to this release.</summary>
internal static class SchemaVerb
{
    internal static Command Command()
    {
        var command = new Command("schema", VerbWords.Say("verb.schema"));
        var data = new DataOptions(command);
        command.SetAction(async (parse, _) =>
        {
            if (data.Read(parse) is not { } start)
            {
                return VerbExit.Wrong;
            }

            if (await Readiness.Make(start.Place.Database, parse.InvocationConfiguration.Error, VerbWords.Language) is not { } count)
            {
                return VerbExit.Wrong;
            }

            parse.InvocationConfiguration.Output.WriteLine(VerbWords.Say("verb.schema.done", count));
            return VerbExit.Done;
        });
        return command;
    }
}
