using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Matters;

namespace Lianxin.Web.Api;

/// <summary>Matters in the interface's form: codes with the names of the day they were recorded (ED-16), never how a person is reached.</summary>
internal sealed class ApiForm(Rulebook rules, string language)
{
    internal ApiMatter Of(MatterRow row)
    {
        var day = ShanghaiTime.DayOf(row.ReceivedAt);
        return new ApiMatter
        {
            Number = Digits(row.Number),
            Version = row.Version,
            Form = Conventions.Text(row.Form),
            State = Conventions.Text(row.State),
            Kind = Text(row.Kind),
            Title = row.Title,
            Channel = Channel(row.Channel),
            Category = Category(row.Category),
            Place = Place(row.Place, day),
            Urgent = row.Urgent,
            Unit = Unit(row.Unit, day),
            Officer = Officer(row.Officer),
            OfferedTo = row.OfferedTo is { } offered ? Unit(offered, day) : null,
            ReceivedAt = row.ReceivedAt,
            DueOn = row.DueOn,
            Paused = row.Paused,
            AnsweredAt = row.AnsweredAt,
            Master = row.Master is { } master ? Digits(master) : null,
            Returns = row.Returns,
            Reopenings = row.Reopenings,
        };
    }

    internal ApiMatter Of(MatterSeen seen, string? body, Actor actor)
    {
        var (matter, day) = (seen.Matter, ShanghaiTime.DayOf(seen.Matter.ReceivedAt));
        return new ApiMatter
        {
            Number = Digits(matter.Number),
            Version = matter.Version,
            Form = Conventions.Text(matter.Form),
            State = Conventions.Text(matter.State),
            Kind = Text(matter.Kind),
            Outcome = Text(matter.Outcome),
            Verdict = Text(matter.Verdict),
            Title = seen.Title,
            Body = body,
            Channel = Channel(matter.Channel),
            Category = Category(matter.Category),
            Place = Place(matter.Place, day),
            Urgent = matter.Urgent,
            Unit = Unit(matter.Unit, day),
            Officer = Officer(matter.Officer),
            OfferedTo = matter.OfferedTo is { } offered ? Unit(offered, day) : null,
            ReceivedAt = matter.ReceivedAt,
            DueOn = matter.DueOn,
            ToldAt = matter.ToldAt,
            Paused = matter.Paused,
            AnsweredAt = matter.AnsweredAt,
            DeliveredAt = matter.DeliveredAt,
            ClosedAt = matter.ClosedAt,
            LastAt = matter.LastAt,
            Master = matter.Master is { } master ? Digits(master) : null,
            Returns = matter.Returns,
            Reopenings = matter.Reopenings,
            Steps = [.. MatterLifecycle.OpenTo(matter, actor, seen.Standing).Select(s => s.Key)],
        };
    }

    private static string Digits(long number) => new MatterNumber(number).Digits;

    private static string? Text<T>(T? value)
        where T : struct, Enum => value is { } set ? Conventions.Text(set) : null;

    private ApiNamed Channel(string code) => new(code, rules.Lists.Channels.FirstOrDefault(c => c.Code == code)?.Label.In(language) ?? code);

    private ApiNamed? Category(string? code) =>
        code is null ? null : new ApiNamed(code, rules.Lists.Categories.FirstOrDefault(c => c.Code == code)?.Label.In(language) ?? code);

    private ApiNamed? Place(string? code, DateOnly day) => code is null ? null : new ApiNamed(code, rules.Units.PlaceName(code, day));

    private ApiNamed Unit(Guid unit, DateOnly day) => new(rules.Units.Unit(unit)!.Code, rules.Units.NameOf(unit, day, language));

    private ApiNamed Officer(Guid officer) => new(rules.Officers.Officer(officer)!.Code, rules.Officers.NameOf(officer));
}
