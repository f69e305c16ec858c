using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Lianxin.Web.Api;

/// <summary>A code with its name in the reader's language.</summary>
public sealed record ApiNamed(string Code, string Name);

/// <summary>What the person takes away, once.</summary>
public sealed record ApiReceipt(string Number, string Code, string Link, DateOnly? DueOn, ApiLimit? Deadline, string ReceiptCode, string ReceiptFile);

/// <summary>A limit that explains itself: rule, start, each day counted or skipped, the pauses.</summary>
public sealed record ApiLimit(string Clock, int RuleVersion, int CalendarVersion, string Unit, DateOnly StartedOn, int Days, DateOnly DueOn, bool Provisional)
{
    /// <summary>The limit that binds now.</summary>
    public bool InForce { get; init; } = true;

    /// <summary>The clock stands.</summary>
    public bool Paused { get; init; }

    /// <summary>When it was met.</summary>
    public DateTime? MetAt { get; init; }

    /// <summary>Days the one extension added.</summary>
    public int ExtraDays { get; init; }

    /// <summary>The day before the extension.</summary>
    public DateOnly? ExtendedFrom { get; init; }

    /// <summary>The day before a later holiday notice moved it.</summary>
    public DateOnly? FormerDueOn { get; init; }

    /// <summary>Days counted.</summary>
    public int Counted { get; init; }

    /// <summary>The stretches in which the clock ran, day by day.</summary>
    public IReadOnlyList<ApiStretch> Stretches { get; init; } = [];

    /// <summary>The stretches in which it stood.</summary>
    public IReadOnlyList<ApiPause> Pauses { get; init; } = [];
}

/// <summary>Days in which the clock ran: after the first, up to the last.</summary>
public sealed record ApiStretch(DateOnly From, DateOnly Until, IReadOnlyList<ApiDay> Days);

/// <summary>A day, whether it counts, and why in a code.</summary>
public sealed record ApiDay(DateOnly On, bool Counts, string Why);

/// <summary>A stretch in which the clock stood.</summary>
public sealed record ApiPause(DateOnly From, DateOnly? Until, int Left, bool Late);

/// <summary>A matter as its unit reads it; never how the person is reached.</summary>
public sealed record ApiMatter
{
    /// <summary>Twelve digits.</summary>
    public required string Number { get; init; }

    /// <summary>For <c>If-Match</c>.</summary>
    public required int Version { get; init; }

    /// <summary>demand, opinion, suggestion or consultation.</summary>
    public required string Form { get; init; }

    /// <summary>Where it stands.</summary>
    public required string State { get; init; }

    /// <summary>Its kind, once set.</summary>
    public string? Kind { get; init; }

    /// <summary>The unit's word.</summary>
    public string? Outcome { get; init; }

    /// <summary>The person's word.</summary>
    public string? Verdict { get; init; }

    /// <summary>The title; absent once erased.</summary>
    public string? Title { get; init; }

    /// <summary>The person's own words; absent in lists and once erased.</summary>
    public string? Body { get; init; }

    /// <summary>How it came.</summary>
    public required ApiNamed Channel { get; init; }

    /// <summary>What it is about.</summary>
    public ApiNamed? Category { get; init; }

    /// <summary>Where.</summary>
    public ApiNamed? Place { get; init; }

    /// <summary>急难愁.</summary>
    public required bool Urgent { get; init; }

    /// <summary>The responsible unit.</summary>
    public required ApiNamed Unit { get; init; }

    /// <summary>The responsible officer, by account name and name.</summary>
    public required ApiNamed Officer { get; init; }

    /// <summary>The unit it is offered to.</summary>
    public ApiNamed? OfferedTo { get; init; }

    /// <summary>When it was recorded.</summary>
    public required DateTime ReceivedAt { get; init; }

    /// <summary>The told day of the answer, until 24:00 in Asia/Shanghai.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>When the person was told the day in force.</summary>
    public DateTime? ToldAt { get; init; }

    /// <summary>The clock stands.</summary>
    public required bool Paused { get; init; }

    /// <summary>When the answer was given.</summary>
    public DateTime? AnsweredAt { get; init; }

    /// <summary>When it was delivered.</summary>
    public DateTime? DeliveredAt { get; init; }

    /// <summary>When it ended.</summary>
    public DateTime? ClosedAt { get; init; }

    /// <summary>When anything last happened to it; absent in lists.</summary>
    public DateTime? LastAt { get; init; }

    /// <summary>The matter it was merged into.</summary>
    public string? Master { get; init; }

    /// <summary>Returns by units so far.</summary>
    public required int Returns { get; init; }

    /// <summary>Times it went back after 没解决.</summary>
    public required int Reopenings { get; init; }

    /// <summary>The steps this key may take now; absent in lists.</summary>
    public IReadOnlyList<string>? Steps { get; init; }
}

/// <summary>A page of matters; <c>next</c> is the cursor of the page after it.</summary>
public sealed record ApiMatters(IReadOnlyList<ApiMatter> Items, string? Next);

/// <summary>The thread of a matter, oldest first.</summary>
public sealed record ApiThread(string Number, IReadOnlyList<ApiHand> Items);

/// <summary>One thing that happened: what, when, by whom, in whose words.</summary>
public sealed record ApiHand(long Entry, DateTime At, string Type, string Title, string By, string? Unit, string? Officer, IReadOnlyList<ApiWords> Words, int Photos);

/// <summary>A text of an entry; absent once erased.</summary>
public sealed record ApiWords(string Path, string? Text);

/// <summary>The limits of a matter, the one in force first.</summary>
public sealed record ApiDeadlines(string Number, DateOnly? DueOn, IReadOnlyList<ApiLimit> Limits);

/// <summary>The categories in force.</summary>
public sealed record ApiCategories(IReadOnlyList<ApiCategory> Items);

/// <summary>A category; only one with a kind can be given to a matter.</summary>
public sealed record ApiCategory(string Code, string? Parent, string Label, string OfficeLabel, string? Kind, int? WorkingDays);

/// <summary>The places in force.</summary>
public sealed record ApiPlaces(IReadOnlyList<ApiPlace> Items);

/// <summary>A place.</summary>
public sealed record ApiPlace(string Code, string Name, string Level, string? Parent);

/// <summary>The open units.</summary>
public sealed record ApiUnits(IReadOnlyList<ApiUnit> Items);

/// <summary>A unit; <c>own</c> is the key's.</summary>
public sealed record ApiUnit(string Code, string Name, string Kind, string? Parent, string? Place, bool Own);

/// <summary>The channels in force.</summary>
public sealed record ApiChannels(IReadOnlyList<ApiChannel> Items);

/// <summary>A way matters arrive.</summary>
public sealed record ApiChannel(string Code, string Label, string Kind, string Origin);

/// <summary>A problem (RFC 9457).</summary>
public sealed record ApiProblemBody(string Type, string Title, int Status, string Detail, string Code)
{
    /// <summary>Everything that is wrong, each at its place.</summary>
    public IReadOnlyList<ApiErrorBody>? Errors { get; init; }

    /// <summary>The version the matter has now.</summary>
    public int? CurrentVersion { get; init; }

    /// <summary>What to read out on the phone when the server failed.</summary>
    public string? Reference { get; init; }
}

/// <summary>One thing that is wrong.</summary>
public sealed record ApiErrorBody(string Code, string Detail, string? Pointer, string? Parameter, string? Header);

/// <summary>How the interface writes: made at build time, nothing by reflection; Chinese stays readable.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ApiReceipt))]
[JsonSerializable(typeof(ApiLimit))]
[JsonSerializable(typeof(ApiMatter))]
[JsonSerializable(typeof(ApiMatters))]
[JsonSerializable(typeof(ApiThread))]
[JsonSerializable(typeof(ApiDeadlines))]
[JsonSerializable(typeof(ApiCategories))]
[JsonSerializable(typeof(ApiPlaces))]
[JsonSerializable(typeof(ApiUnits))]
[JsonSerializable(typeof(ApiChannels))]
[JsonSerializable(typeof(ApiProblemBody))]
[JsonSerializable(typeof(Reports.Figures))]
public sealed partial class ApiJson : JsonSerializerContext
{
    /// <summary>The context with readable Chinese.</summary>
    public static ApiJson Form { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.Strict,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });
}
