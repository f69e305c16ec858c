using System.CommandLine;
using System.Text.Json;
using Lianxin.Archives;
using Lianxin.Web.Doctor;

namespace Lianxin.Web.Verbs;

/// <summary><c>doctor</c>: every unsafe setting, version and file right, each with what to do. Exit code 0: all well, 1: something found.</summary>
internal static class DoctorVerb
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static Command Command()
    {
        var json = new Option<bool>("--json") { Description = VerbWords.Say("verb.option.json") };
        var command = new Command("doctor", VerbWords.Say("verb.doctor")) { json };
        var data = new DataOptions(command);
        command.SetAction(async (parse, stop) =>
        {
            if (data.Read(parse) is not { } start)
            {
                return VerbExit.Wrong;
            }

            var backups = start.Configuration.GetSection("Backups").Get<BackupSettings>() ?? new BackupSettings();
            var found = await Look(
                [
                    RuntimeExam.OfThisProcess(),
                    new FolderExam(start.Place, new BackupShelf(backups.Folder ?? Path.Combine(start.Place.Folder, "backups"), backups.Keep), TimeProvider.System),
                    new DatabaseExam(start.Place.Database, TimeProvider.System),
                    new AddressExam(start.Settings.Urls),
                    new SettingExam(start.Configuration, Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environments.Production),
                ],
                stop);
            Print(found, parse.GetValue(json), parse.InvocationConfiguration.Output);
            return found.All(a => a.Gravity == Gravity.Well) ? VerbExit.Done : VerbExit.Failed;
        });
        return command;
    }

    private static async Task<List<Ailment>> Look(IExamine[] exams, CancellationToken stop)
    {
        var found = new List<Ailment>();
        foreach (var exam in exams)
        {
            found.AddRange(await exam.Look(stop));
        }

        return found;
    }

    private static void Print(List<Ailment> found, bool json, TextWriter output)
    {
        if (json)
        {
            output.WriteLine(JsonSerializer.Serialize(found.Select(a => new { a.Code, gravity = a.Gravity.ToString().ToLowerInvariant(), a.Arguments }), Json));
            return;
        }

        foreach (var one in found)
        {
            output.WriteLine($"{VerbWords.Say("doctor.gravity." + one.Gravity.ToString().ToLowerInvariant())}  {VerbWords.Say("doctor." + one.Code, one.Arguments)}");
            if (one.Gravity != Gravity.Well)
            {
                output.WriteLine($"      {VerbWords.Say("doctor.fix." + one.Code, one.Arguments)}");
            }
        }

        var ill = found.Count(a => a.Gravity != Gravity.Well);
        output.WriteLine(ill == 0 ? VerbWords.Say("doctor.well") : VerbWords.Say("doctor.ill", ill));
    }
}
