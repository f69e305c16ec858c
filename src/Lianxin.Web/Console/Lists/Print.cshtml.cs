using Lianxin.Database;
using Lianxin.Matters;
using Lianxin.Web.Hosting;

namespace Lianxin.Web.Console;

/// <summary>A list for paper: its rows in one table, with what narrows it, when it was made and by whom.</summary>
public sealed class PrintPage(CurrentActor current, TimeProvider time, MatterReading reading, MatterQueues queues) : ConsolePage(current, time)
{
    /// <summary>Rows of a printed list; more are better taken as a file.</summary>
    public const int Most = 500;

    /// <summary>The list.</summary>
    public ListAddress Address { get; private set; } = null!;

    /// <summary>Its rows.</summary>
    public IReadOnlyList<MatterRow> Rows { get; private set; } = [];

    /// <summary>True when the list goes on.</summary>
    public bool More { get; private set; }

    /// <summary>Names and marks.</summary>
    public MatterNames Names { get; private set; } = null!;

    /// <summary>What narrows it, in words.</summary>
    public IReadOnlyList<string> Narrowed { get; private set; } = [];

    /// <summary>The name of the list.</summary>
    public string Title => reading.Words[Address.Ask.View is { } view ? "view." + Conventions.Text(view) : "console.rail.matters"];

    /// <summary>Shows it.</summary>
    public async Task OnGet()
    {
        Address = ListAddress.From(Request.Query, Actor) ?? ListAddress.All(new QueryCollection());
        await using var db = reading.Open();
        var rules = await reading.Rules(db);
        var page = await queues.List(db, Address.Ask, rules, Actor, null, Most);
        Names = new MatterNames(rules, reading.Words);
        (Rows, More) = (page.Rows, page.Next is not null);
        Narrowed = [.. Address.Narrowed.Select(Said).OfType<string>()];
    }

    private string? Said(KeyValuePair<string, string?> part)
    {
        var words = reading.Words;
        return part.Key switch
        {
            "Q" => Said("filter.words", part.Value!),
            "State" => Said("column.state", words[part.Value == "all" ? "filter.state.all" : "state." + part.Value]),
            "Kind" => Said("column.kind", words["kind." + part.Value]),
            "Unit" when Guid.TryParse(part.Value, out var unit) => Said("column.unit", Names.Unit(unit, Today)),
            "Officer" when Guid.TryParse(part.Value, out var officer) => Said("field.officer", Names.Officer(officer)),
            "Place" => Said("column.place", Names.ShortPlace(part.Value, Today)),
            "Category" => Said("column.category", Names.Category(part.Value)),
            "Channel" => Said("column.channel", Names.Channel(part.Value!)),
            "From" => Said("filter.due_from", part.Value!),
            "To" => Said("filter.due_to", part.Value!),
            "Overdue" => words["state.overdue"],
            "whose" => words[part.Value == "me" ? "my_day.me" : "my_day.unit"],
            _ => null,
        };
    }

    private string Said(string key, string value) => reading.Words["print.part", reading.Words[key], value];
}
