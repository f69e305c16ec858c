using System.CommandLine;
using System.Globalization;
using Lianxin.Foundation;
using Lianxin.Web.Demo;
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
        var demo = new Option<bool>("--demo") { Description = VerbWords.Say("verb.option.demo") };
        var seed = new Option<long?>("--seed") { Description = VerbWords.Say("verb.option.seed"), HelpName = "N" };
        var until = new Option<string?>("--until") { Description = VerbWords.Say("verb.option.until"), HelpName = "YYYY-MM-DD" };
        var matters = new Option<int?>("--matters") { Description = VerbWords.Say("verb.option.matters"), HelpName = "N" };
        var clock = new Option<bool>("--accept-clock") { Description = VerbWords.Say("verb.option.accept_clock") };
        foreach (var option in new Option[] { urls, profile, demo, seed, until, matters, clock })
        {
            command.Options.Add(option);
        }

        command.SetAction(async (parse, stop) =>
        {
            if (data.Read(parse, ("Urls", parse.GetValue(urls)), ("Profile", parse.GetValue(profile))) is not { } start)
            {
                return VerbExit.Wrong;
            }

            var up = new Up(start.Settings, start.Configuration, start.Place, parse.InvocationConfiguration, parse.GetValue(clock));
            var plan = parse.GetValue(demo) ? PlanOf(parse.GetValue(seed), parse.GetValue(until), parse.GetValue(matters), up) : null;
            return parse.GetValue(demo) && plan is null ? VerbExit.Wrong : await up.Run(plan, stop);
        });
        return command;
    }

    private static DemoPlan? PlanOf(long? seed, string? until, int? matters, Up up)
    {
        var today = ShanghaiTime.DayOf(TimeProvider.System.GetUtcNow().UtcDateTime);
        var day = today;
        if (until is not null && (!DateOnly.TryParseExact(until, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) || day > today || day.Year < 2019))
        {
            up.Error(VerbWords.Say("verb.up.until", until, today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
            return null;
        }

        if (matters is < 1 or > 100_000)
        {
            up.Error(VerbWords.Say("verb.up.matters", matters));
            return null;
        }

        var plan = new DemoPlan(seed ?? DemoPlan.UsualSeed, day);
        return matters is { } count ? plan with { Matters = count } : plan;
    }

    /// <summary>What a server does beside answering pages: its jobs, and on SQLite the verbs of others.</summary>
    internal static IServiceCollection AddBackgroundWork(this IServiceCollection services, DataPlace place)
    {
        services.AddHostedService<JobHost>();
        services.AddHostedService<ImportHost>();
        services.AddHostedService<ClockHost>();
        if (place.Postgres is not null)
        {
            return services;
        }

        foreach (var verb in VerbTable.Writing)
        {
            services.AddSingleton(verb);
        }

        return services.AddHostedService<VerbServer>();
    }
}
