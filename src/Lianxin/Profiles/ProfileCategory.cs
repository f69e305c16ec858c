namespace Lianxin.Profiles;

/// <summary>A question asked of the person in this category; always optional to answer.</summary>
public sealed record CategoryQuestion(string Code, Label Text);

/// <summary>A sentence shown beside the category: use is emergency, safety or hint.</summary>
public sealed record CategoryNotice(string Use, Label Text);

/// <summary>The names a category carried before a day (AMB-30).</summary>
public sealed record FormerCategoryName(string Label, string Office, DateOnly Until);

/// <summary>
/// One node of the category tree, at most three levels deep: a plain label for residents, an office label, and on leaves the
/// legal limit as kind and working days (LZ-52, ED-38, YP-37, ED-10).
/// </summary>
public sealed record ProfileCategory(string Code, string? Parent, Label Label, Label Office)
{
    /// <summary>“consultation” for a question, else null for a demand (ED-36).</summary>
    public string? Form { get; init; }

    /// <summary>The default kind (one of <see cref="ProfileWords.Kinds"/>); null on a node that only groups.</summary>
    public string? Kind { get; init; }

    public int? WorkingDays { get; init; }

    /// <summary>Who leads, by level of the place; “any” stands for the levels not named.</summary>
    public required IReadOnlyDictionary<string, LeadTarget> Lead { get; init; }

    /// <summary>The lowest level that may decide here (LZ-25).</summary>
    public required string Authority { get; init; }

    public string? AuthorityBasis { get; init; }

    /// <summary>Years that texts and photos are kept after the matter ended; null for those of the parent, or the product's own.</summary>
    public int? KeepYears { get; init; }

    public IReadOnlyList<FormerCategoryName> Formerly { get; init; } = [];

    public IReadOnlyList<CategoryQuestion> Questions { get; init; } = [];

    public IReadOnlyList<CategoryNotice> Notices { get; init; } = [];

    public IReadOnlyList<string> Keywords { get; init; } = [];
}
