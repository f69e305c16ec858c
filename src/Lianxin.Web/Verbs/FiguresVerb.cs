using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Lianxin.Foundation;
using Lianxin.Reports;
using Lianxin.Texts;
using Lianxin.Web.Hosting;

namespace Lianxin.Web.Verbs;

/// <summary><c>figures</c>: the figures of a cut-off, the same bytes every time.</summary>
internal static class FiguresVerb
{
    internal static Command Command()
    {
        var command = new Command("figures", VerbWords.Say("verb.figures"));
        var data = new DataOptions(command);
        var asOf = new Option<string>("--as-of") { Description = VerbWords.Say("verb.figures.as_of"), Required = true, HelpName = "2026-06-30 24:00" };
        var channel = new Option<string?>("--channel") { Description = VerbWords.Say("verb.figures.channel") };
        var unit = new Option<string?>("--unit") { Description = VerbWords.Say("verb.figures.unit") };
        var json = new Option<bool>("--json") { Description = VerbWords.Say("verb.figures.json") };
        foreach (var option in new Option[] { asOf, channel, unit, json })
        {
            command.Options.Add(option);
        }

        command.SetAction(async (parse, stop) =>
        {
            if (data.Read(parse) is not { } start)
            {
                return VerbExit.Wrong;
            }

            if (CutOff.Parse(parse.GetValue(asOf)!) is not { } at)
            {
                await parse.InvocationConfiguration.Error.WriteLineAsync(VerbWords.Say("verb.figures.bad_as_of", parse.GetValue(asOf)!));
                return VerbExit.Wrong;
            }

            await using var services = new ServiceCollection().AddSingleton<IConfiguration>(start.Configuration).AddLogging().AddLianxin(start.Place).BuildServiceProvider();
            try
            {
                var figures = await services.GetRequiredService<FigureDesk>().Count(new FigureQuestion(at, parse.GetValue(channel), parse.GetValue(unit)), null, stop);
                await parse.InvocationConfiguration.Output.WriteLineAsync(parse.GetValue(json) ? figures.ToJson() : Table(figures));
                return VerbExit.Done;
            }
            catch (RefusedException no)
            {
                await parse.InvocationConfiguration.Error.WriteLineAsync(RefusalWords.Of(no, CultureInfo.GetCultureInfo("en")));
                return VerbExit.Wrong;
            }
        });
        return command;
    }

    private static string Table(Figures figures) => string.Join('\n', JsonDocument.Parse(figures.ToJson()).RootElement.EnumerateObject()
        .Select(f => $"{VerbWords.Say("figure." + JsonNamingPolicy.SnakeCaseLower.ConvertName(f.Name))}\t{f.Value}"));
}
