using System.CommandLine;
using Lianxin.Database;
using Lianxin.Profiles;
using Lianxin.Settings;
using Lianxin.Web.Hosting;

namespace Lianxin.Web.Verbs;

/// <summary><c>profile diff</c> and <c>profile apply</c>: what a profile would change, and changing it; what the office changed itself stays.</summary>
internal sealed class ProfileVerb : IWritingVerb
{
    public string Name => "profile";

    internal static Command Command()
    {
        var verb = new ProfileVerb();
        return new Command(verb.Name, VerbWords.Say("verb.profile"))
        {
            Sub(verb, "diff"),
            Sub(verb, "apply"),
        };
    }

    private static Command Sub(ProfileVerb verb, string name)
    {
        var profile = new Argument<string>("PROFILE") { Description = VerbWords.Say("verb.profile.name"), DefaultValueFactory = _ => "neutral" };
        return new Command(name, VerbWords.Say("verb.profile." + name)) { profile }
            .Writes(verb, parse => [name, new StartSettings { Profile = parse.GetValue(profile)! }.ProfileFolder()]);
    }

    public async Task<int> Run(VerbCall call, IServiceProvider services)
    {
        var (name, folder) = (call.Arguments[0], call.Arguments[1]);
        if (!File.Exists(Path.Combine(folder, "profile.json")))
        {
            call.Error.WriteLine(call.Say("verb.profile.unknown", folder));
            return VerbExit.Wrong;
        }

        try
        {
            var difference = await (name == "apply" ? Apply(services, folder) : Diff(services, folder));
            Show(call, difference, name);
            return VerbExit.Done;
        }
        catch (InvalidDataFilesException wrong)
        {
            call.Error.WriteLine(wrong.Message);
            return VerbExit.Wrong;
        }
    }

    private static async Task<ProfileDifference> Apply(IServiceProvider services, string folder) => (await NewDistrict.ApplyProfile(services, folder)).Difference;

    private static async Task<ProfileDifference> Diff(IServiceProvider services, string folder)
    {
        await using var db = services.GetRequiredService<LianxinDatabase>().Read();
        return SettingDesk.Compare(await services.GetRequiredService<SettingBook>().Read(db), ProfileReader.Rows(folder), NewDistrict.Today(services));
    }

    private static void Show(VerbCall call, ProfileDifference difference, string name)
    {
        foreach (var row in difference.ToSet)
        {
            call.Out.WriteLine($"+ {row.List}  {row.Code}");
        }

        foreach (var row in difference.KeptByOffice)
        {
            call.Out.WriteLine($"= {row.List}  {row.Code}");
        }

        call.Out.WriteLine(call.Say($"verb.profile.{name}_done", difference.ToSet.Count, difference.KeptByOffice.Count));
    }
}
