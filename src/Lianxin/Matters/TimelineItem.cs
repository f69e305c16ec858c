using System.Globalization;
using Lianxin.Texts;

namespace Lianxin.Matters;

/// <summary>How an item of the thread is to be set.</summary>
public enum TimelineTone
{
    /// <summary>One step of many.</summary>
    Plain,

    /// <summary>Something was reached: accepted, answered, solved.</summary>
    Good,

    /// <summary>The matter waits for somebody.</summary>
    Waiting,

    /// <summary>Something went wrong: returned, not solved, urged.</summary>
    Bad,
}

/// <summary>A code that is said in the reader's language by its text key.</summary>
public sealed record TextKey(string Key);

/// <summary>A text that belongs to an item; null once it was erased. Internal ones are for officers even where the item itself is open.</summary>
public sealed record TimelineWords(string Path, string? Text, bool Open);

/// <summary>One thing that happened to a matter, ready to be written on any page: what, when, by whom, in whose words.</summary>
public sealed record TimelineItem
{
    /// <summary>The entry.</summary>
    public required long Seq { get; init; }

    /// <summary>The entry's place in the matter's chain; a form carries the last one it was shown.</summary>
    public required int Cn { get; init; }

    /// <summary>When it was recorded.</summary>
    public required DateTime At { get; init; }

    /// <summary>When a person says it happened, if that is another time.</summary>
    public DateTime? ClaimAt { get; init; }

    /// <summary>The fact's type, for example <c>matter.accepted</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The text that says what happened.</summary>
    public required string Key { get; init; }

    /// <summary>What the text is filled with: names, days, numbers, and codes as <see cref="TextKey"/>.</summary>
    public required IReadOnlyList<object> Arguments { get; init; }

    /// <summary>The text that says it to the person; null where it is the office's own.</summary>
    public string? PersonKey { get; init; }

    /// <summary>What that text is filled with.</summary>
    public IReadOnlyList<object> PersonArguments { get; init; } = [];

    /// <summary>For the person alone: the rating, which officers see in sums (INV-07).</summary>
    public bool PersonOnly { get; init; }

    /// <summary>For officers alone.</summary>
    public bool StaffOnly => PersonKey is null;

    /// <summary>How it is set.</summary>
    public required TimelineTone Tone { get; init; }

    /// <summary>The kind of hand: resident, staff, key or system.</summary>
    public required string By { get; init; }

    /// <summary>The name the acting unit bore on that day; empty for residents and the product itself.</summary>
    public required string Unit { get; init; }

    /// <summary>The acting officer's name, for officers' eyes; empty for others.</summary>
    public required string Officer { get; init; }

    /// <summary>The texts the entry committed to.</summary>
    public IReadOnlyList<TimelineWords> Words { get; init; } = [];

    /// <summary>The paths of its photos and papers that were not erased.</summary>
    public IReadOnlyList<string> Photos { get; init; } = [];

    /// <summary>What happened, in that language.</summary>
    public string Title(CultureInfo culture) => Lianxin.Texts.Words.Get(Key, culture, [.. Arguments.Select(a => Said(a, culture))]);

    private static object Said(object argument, CultureInfo culture) => argument switch
    {
        TextKey code => Lianxin.Texts.Words.Get(code.Key, culture),
        WholeDay whole => Lianxin.Texts.Words.Day(whole.Day, culture),
        DateOnly day => Lianxin.Texts.Words.ShortDay(day, culture),
        _ => argument,
    };
}
