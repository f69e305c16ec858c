using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Lianxin.Foundation;
using Lianxin.Reports;
using Lianxin.Texts;
using Lianxin.Web.Hosting;

namespace Lianxin.Web.Verbs;

/// <summary><c>figures</c>: the figures of a cut-off, counted from the journal, the same bytes every time.</summary>
internal sealed class FiguresVerb
{
    private readonly Option<string> _asOf = new("--as-of") { Description = VerbWords.Say("verb.figures.as_of"), Required = true, HelpName = "2026-06-30 24:00" };
    private readonly Option<string?> _channel = new("--channel") { Description = VerbWords.Say("verb.figures.channel") };
    private readonly Option<string?> _unit = new("--unit") { Description = VerbWords.Say("verb.figures.unit") };
    private readonly Option<bool> _json = new("--json") { Description = VerbWords.Say("verb.figures.json") };
    private readonly Option<int?> _definitions = new("--definitions") { Description = VerbWords.Say("verb.figures.definitions"), HelpName = "1" };
    private readonly Option<bool> _history = new("--history") { Description = VerbWords.Say("verb.figures.history") };
    private readonly Option<string?> _recordedBy = new("--recorded-by") { Description = VerbWords.Say("verb.figures.recorded_by"), HelpName = "2026-06-30" };

    internal static Command Command()
    {
        var verb = new FiguresVerb();
        var command = new Command("figures", VerbWords.Say("verb.figures"));
        var data = new DataOptions(command);
        foreach (var option in new Option[] { verb._asOf, verb._channel, verb._unit, verb._json, verb._definitions, verb._history, verb._recordedBy })
        {
            command.Options.Add(option);
        }

        command.SetAction(async (parse, stop) => data.Read(parse) is { } start ? await verb.Run(start.Place, start.Configuration, parse, stop) : VerbExit.Wrong);
        return command;
    }

    private async Task<int> Run(DataPlace place, IConfiguration configuration, ParseResult parse, CancellationToken stop)
    {
        var (output, error) = (parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error);
        try
        {
            var question = Question(parse);
            await using var services = new ServiceCollection().AddSingleton(configuration).AddLogging().AddLianxin(place).BuildServiceProvider();
            if (question.AsOf > services.GetRequiredService<TimeProvider>().GetUtcNow())
            {
                await error.WriteLineAsync(VerbWords.Say("verb.figures.not_over"));
            }

            var figures = await services.GetRequiredService<FigureDesk>().Count(question, stop);
            await output.WriteLineAsync(parse.GetValue(_json) ? figures.ToJson() : Table(figures));
            return VerbExit.Done;
        }
        catch (RefusedException no)
        {
            await error.WriteLineAsync(RefusalWords.Of(no, VerbWords.Language));
            return VerbExit.Wrong;
        }
    }

    private FigureQuestion Question(ParseResult parse)
    {
        if (parse.GetValue(_history) != (parse.GetValue(_recordedBy) is not null))
        {
            throw new RefusedException("figures.history_needs_recorded_by");
        }

        return new FigureQuestion(Instant(parse.GetValue(_asOf)!), parse.GetValue(_channel), parse.GetValue(_unit))
        {
            Definitions = parse.GetValue(_definitions),
            RecordedBy = parse.GetValue(_recordedBy) is { } recorded ? Instant(recorded) : null,
        };
    }

    private static DateTime Instant(string text) => CutOff.Parse(text) ?? throw new RefusedException("figures.bad_cut_off", text) { Field = "asOf" };

    private static string Table(Figures figures) => string.Join('\n', JsonDocument.Parse(figures.ToJson()).RootElement.EnumerateObject()
        .Select(f => $"{VerbWords.Say("figure." + JsonNamingPolicy.SnakeCaseLower.ConvertName(f.Name))}\t{f.Value}"));
}
