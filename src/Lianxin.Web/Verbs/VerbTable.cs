using System.CommandLine;
using System.CommandLine.Help;
using Lianxin.Web.Bench;

namespace Lianxin.Web.Verbs;

/// <summary>Every verb of the one binary.</summary>
public static class VerbTable
{
    /// <summary>The verbs that a server takes over from other processes.</summary>
    public static IReadOnlyList<IWritingVerb> Writing { get; } = [new JobVerb(), new LinkVerb(), new ProfileVerb(), new ImportVerb(), new BackupVerb()];

    /// <summary>The command line as a whole; <c>--help</c> lists every verb.</summary>
    public static Command Root()
    {
        // Not the library's root command: that one bears the name of the program file, and what people type is the script beside it.
        var root = new Command("lianxin", VerbWords.Say("verb.root")) { new HelpOption(), new VersionOption() };
        root.Subcommands.Add(UpVerb.Command());
        root.Subcommands.Add(SchemaVerb.Command());
        root.Subcommands.Add(FiguresVerb.Command());
        root.Subcommands.Add(RebuildVerb.Command());
        root.Subcommands.Add(VerifyVerb.Command());
        root.Subcommands.Add(WitnessVerb.Command());
        root.Subcommands.Add(JobVerb.Command());
        root.Subcommands.Add(LinkVerb.Command());
        root.Subcommands.Add(ProfileVerb.Command());
        root.Subcommands.Add(BackupVerb.Command());
        root.Subcommands.Add(RestoreVerb.Command());
        root.Subcommands.Add(DoctorVerb.Command());
        root.Subcommands.Add(ImportVerb.Command());
        root.Subcommands.Add(BenchVerb.Command());
        return root;
    }
}
