namespace Lianxin.Web.Demo;

/// <summary>One thing residents tell: titles and a body with {slots}, the answers that fit it (none: a general one), where it can be.</summary>
public sealed record DemoStory(IReadOnlyList<string> Titles, string Body, string? Where, IReadOnlyList<string> Replies);

/// <summary>The words of one category: how often it comes, in which months (none: all), and what is told, asked and missing.</summary>
public sealed record DemoCategoryTexts(string Category, int Weight)
{
    /// <summary>estate, hamlet or both; a story may narrow it.</summary>
    public required IReadOnlyList<string> Where { get; init; }

    /// <summary>What is told concerns a person, not a spot: its title names no place unasked.</summary>
    public required bool Placeless { get; init; }

    /// <summary>A question (ED-36): told and answered at a desk, not on the spot.</summary>
    public required bool Consultation { get; init; }

    public required IReadOnlyList<int> Months { get; init; }

    public required IReadOnlyList<DemoStory> Stories { get; init; }

    public required IReadOnlyList<string> Details { get; init; }

    public required IReadOnlyList<string> Questions { get; init; }

    public required IReadOnlyList<string> Papers { get; init; }
}

/// <summary>An opinion, a suggestion or a Korean message, with the category it belongs to and where it can be (null: anywhere).</summary>
public sealed record DemoMessage(string Category, string Title, string Body, string? Where);

/// <summary>Why more time is asked, under a reason code of the profile.</summary>
public sealed record DemoExtension(string Reason, string Text);

/// <summary>Words shared by all categories.</summary>
public sealed record DemoPhrases
{
    public required IReadOnlyList<string> TitlePrefixes { get; init; }

    public required IReadOnlyList<string> Openings { get; init; }

    public required IReadOnlyList<string> Closings { get; init; }

    public required IReadOnlyList<string> GeneralReplies { get; init; }

    public required IReadOnlyList<string> GeneralDeskReplies { get; init; }

    public required IReadOnlyList<string> ConsultClosings { get; init; }

    public required IReadOnlyList<string> ConsultReplyOpenings { get; init; }

    public required IReadOnlyList<string> ConsultReplyClosings { get; init; }

    public required IReadOnlyList<string> GeneralConsultReplies { get; init; }

    public required IReadOnlyList<string> ReplyOpenings { get; init; }

    public required IReadOnlyList<string> ReplyClosings { get; init; }

    public required IReadOnlyList<string> HamletSpots { get; init; }

    public required IReadOnlyList<DemoExtension> ExtensionReasons { get; init; }

    public required IReadOnlyList<string> NotSolved { get; init; }

    public required IReadOnlyList<string> PartlySolved { get; init; }

    public required IReadOnlyList<string> Solved { get; init; }

    public required IReadOnlyList<string> Nudges { get; init; }

    public required IReadOnlyList<string> MessageOpenings { get; init; }

    public required IReadOnlyList<DemoMessage> Opinions { get; init; }

    public required IReadOnlyList<DemoMessage> Suggestions { get; init; }

    public required IReadOnlyList<DemoMessage> Korean { get; init; }

    public required IReadOnlyList<string> KoreanReplies { get; init; }

    public required IReadOnlyList<string> Checks { get; init; }

    public required IReadOnlyList<string> ReturnNotes { get; init; }

    public required IReadOnlyList<string> HelperReplies { get; init; }
}
