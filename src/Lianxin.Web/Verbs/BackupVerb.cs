using System.CommandLine;
using Lianxin.Archives;
using Lianxin.Web.Hosting;

namespace Lianxin.Web.Verbs;

/// <summary><c>backup [FILE]</c>: one file of the whole district, made while it is at work, opened and checked at once.</summary>
internal sealed class BackupVerb : IWritingVerb
{
    public string Name => "backup";

    internal static Command Command()
    {
        var verb = new BackupVerb();
        var file = new Argument<string?>("FILE") { Description = VerbWords.Say("verb.backup.file"), Arity = ArgumentArity.ZeroOrOne };
        return new Command(verb.Name, VerbWords.Say("verb.backup")) { file }
            .Writes(verb, parse => parse.GetValue(file) is { } named ? [Path.GetFullPath(named)] : []);
    }

    public async Task<int> Run(VerbCall call, IServiceProvider services)
    {
        var shelf = services.GetRequiredService<BackupShelf>();
        var file = call.Arguments is [var named] ? named : shelf.FileFor(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        var nightly = services.GetRequiredService<NightlyBackup>();
        call.Out.WriteLine(call.Say("verb.backup.making", file));
        var made = await services.GetRequiredService<Backup>().Make(file, call.Stop);
        await nightly.Note(made);
        var report = await nightly.Rehearse(made.Path, call.Stop);
        call.Out.WriteLine(call.Say("verb.backup.made", made.Bytes, made.Manifest.Facts, made.Manifest.Members.Count - 1, made.Sha256));
        call.Out.WriteLine(call.Say("verb.backup.keys", services.GetRequiredService<DataPlace>().KeyFile));
        if (report.FindingCount == 0)
        {
            return VerbExit.Done;
        }

        call.Error.WriteLine(call.Say("verb.rebuild.found", report.FindingCount));
        return VerbExit.Failed;
    }
}
