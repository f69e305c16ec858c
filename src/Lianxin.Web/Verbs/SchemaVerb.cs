using System.CommandLine;
using Lianxin.Database;

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
                return 2;
            }

            var count = await SchemaRunner.Run(start.Place.Database, TimeProvider.System.GetUtcNow().UtcDateTime);
            parse.InvocationConfiguration.Output.WriteLine(VerbWords.Say("verb.schema.done", count));
            return 0;
        });
        return command;
    }
}
