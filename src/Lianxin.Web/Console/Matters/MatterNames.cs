using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Web.Hosting;

namespace Lianxin.Web.Console;

/// <summary>The names and marks of a matter as pages write them: places and units by their names of its registration day (ED-16).</summary>
public sealed class MatterNames(Rulebook rules, PageWords words)
{
    /// <summary>The rulebook of the day.</summary>
    public Rulebook Rules => rules;

    private string Language => words.Culture.Name;

    /// <summary>A unit as it is called on that day.</summary>
    public string Unit(Guid unit, DateOnly on) => rules.Units.NameOf(unit, on, Language);

    /// <summary>An officer.</summary>
    public string Officer(Guid officer) => rules.Officers.NameOf(officer);

    /// <summary>A place with what lies above it, below the district.</summary>
    public string Place(string? code, DateOnly on)
    {
        var names = code is null ? [] : rules.Units.PlacePath(code, on).Select(c => rules.Units.PlaceName(c, on)).ToList();

        // The district goes without saying, and a grid's name begins with its village's.
        return string.Concat(names.Skip(names.Count > 1 ? 1 : 0).Where((name, i) => !names.Skip(names.Count > 1 ? 1 : 0).Skip(i + 1).Any(n => n.StartsWith(name, StringComparison.Ordinal))));
    }

    /// <summary>A place alone, for the narrow column of a list.</summary>
    public string ShortPlace(string? code, DateOnly on) => code is null ? "" : rules.Units.PlaceName(code, on);

    /// <summary>A category by its office label.</summary>
    public string Category(string? code) => rules.Lists.Categories.FirstOrDefault(c => c.Code == code)?.Office.In(Language) ?? "";

    /// <summary>A channel.</summary>
    public string Channel(string code) => rules.Lists.Channels.FirstOrDefault(c => c.Code == code)?.Label.In(Language) ?? code;

    /// <summary>A template's name.</summary>
    public string Template(string code) => rules.Lists.Templates.FirstOrDefault(t => t.Code == code)?.Label.In(Language) ?? code;

    /// <summary>A kind, or a dash.</summary>
    public string Kind(MatterKind? kind) => kind is { } set ? words["kind." + Conventions.Text(set)] : words["common.none"];

    /// <summary>The state's code for its tag; what happened beside the life table wins: merged, paused, returned, reopened.</summary>
    public static string StateOf(MatterState state, long? master, bool paused, int returns, int reopenings) => state switch
    {
        MatterState.Closed => "closed",
        _ when master is not null => "merged",
        MatterState.Registered when paused => "waiting",
        MatterState.Handling when paused => "waiting",
        MatterState.Registered when returns > 0 => "returned",
        MatterState.Handling when reopenings > 0 => "reopened",
        _ => Conventions.Text(state),
    };

    /// <summary>The term of a line of a list.</summary>
    public MatterTerm Term(MatterRow row) => Term(row.State, row.DueOn, row.Paused, row.AnsweredAt);

    /// <summary>The term of a matter.</summary>
    public MatterTerm Term(Matter matter) => Term(matter.State, matter.DueOn, matter.Paused, matter.AnsweredAt);

    private MatterTerm Term(MatterState state, DateOnly? due, bool paused, DateTime? answeredAt)
    {
        if (due is not { } day)
        {
            return new MatterTerm("met", words["common.none"], words[state == MatterState.Closed ? "term.ended" : "term.none"]);
        }

        var date = day.Year == rules.Today.Year ? words.ShortDay(day) : words.Day(day);
        if (state is MatterState.Answered or MatterState.Closed)
        {
            var late = answeredAt is { } at ? Math.Max(0, rules.Calendar.WorkingDaysBetween(day, ShanghaiTime.DayOf(at))) : 0;
            return late > 0 ? new MatterTerm("met", date, words.Count("term.met_late", late)) : new MatterTerm("met", date, words[answeredAt is null ? "term.ended" : "control.term.met"]);
        }

        if (paused)
        {
            return new MatterTerm("paused", date, words["term.paused"]);
        }

        var left = rules.Calendar.WorkingDaysBetween(rules.Today, day);
        return rules.Today > day ? new MatterTerm("late", date, left == 0 ? words["term.over_today"] : words.Count("control.term.over", -left))
            : rules.Today == day ? new MatterTerm("soon", date, words["term.today"])
            : new MatterTerm(rules.Today >= rules.Calendar.PreviousWorkingDay(day) ? "soon" : "calm", date, words.Count("control.term.left", left));
    }
}

/// <summary>A term as its bar shows it: state, date and what remains.</summary>
public sealed record MatterTerm(string State, string Date, string Remains);
