namespace Lianxin.Profiles;

/// <summary>What a district may name and tune, read once from data files, checked and complete; never changes after reading.</summary>
public sealed record Profile(string Code, Label Name, int Version)
{
    public required IReadOnlyList<ProfileCategory> Categories { get; init; }

    public required IReadOnlyList<ProfileAuthority> Authority { get; init; }

    public required IReadOnlyList<ProfileUnitKind> UnitKinds { get; init; }

    public required IReadOnlyList<ProfileTopic> Topics { get; init; }

    public required IReadOnlyList<ProfileRole> Roles { get; init; }

    public required IReadOnlyList<ProfileChannel> Channels { get; init; }

    public required IReadOnlyList<ProfileLimit> Limits { get; init; }

    public required IReadOnlyList<ProfileHours> Hours { get; init; }

    public required IReadOnlyList<ProfileReason> ReturnReasons { get; init; }

    public required IReadOnlyList<ProfileReason> ExtensionReasons { get; init; }

    public required IReadOnlyList<ProfileRefusal> Refusals { get; init; }

    public required IReadOnlyList<ProfileEmergency> Emergencies { get; init; }

    public required IReadOnlyList<ProfileTemplateField> TemplateFields { get; init; }

    public required IReadOnlyList<ProfileTemplate> Templates { get; init; }

    public required IReadOnlyList<ProfilePhrase> Phrases { get; init; }

    public IEnumerable<ProfileCategory> Roots => Categories.Where(c => c.Parent is null);

    /// <summary>The categories a matter can be given: those that only group others are left out.</summary>
    public IEnumerable<ProfileCategory> Leaves => Categories.Where(c => c.Kind is not null);

    public ProfileCategory Category(string code) => Categories.First(c => c.Code == code);

    public ProfileLimit Limit(string code) => Limits.First(l => l.Code == code);

    /// <summary>The one root a category is counted under, so that figures by root sum to the total (LZ-52).</summary>
    public ProfileCategory RootOf(string code)
    {
        var category = Category(code);
        return category.Parent is { } parent ? RootOf(parent) : category;
    }

    /// <summary>Who leads in this category for a place of this level; grids are asked by their community or village.</summary>
    public LeadTarget LeadFor(string category, string placeLevel)
    {
        var lead = Category(category).Lead;
        return lead.TryGetValue(placeLevel, out var target) ? target : lead["any"];
    }

    public bool MayDecide(string level, string category) => RankOf(level) >= RankOf(Category(category).Authority);

    /// <summary>The kind to propose where a level may not decide: reporting up or pointing elsewhere; null where it may (LZ-25).</summary>
    public string? KindBeyond(string level, string category) =>
        MayDecide(level, category) ? null
        : Category(category).Kind is "report_up" ? "report_up"
        : Authority.First(a => a.Code == level).Beyond;

    /// <summary>The topic a name or alias means today, old names followed to their successors; null when unknown (ED-35).</summary>
    public ProfileTopic? TopicNamed(string name)
    {
        var topic = Topics.FirstOrDefault(t => t.Code == name || t.Label.ZhHans == name || t.Aliases.Contains(name));
        while (topic?.Successor is { } next)
        {
            topic = Topics.First(t => t.Code == next);
        }

        return topic;
    }

    private int RankOf(string level) => Authority.First(a => a.Code == level).Rank;
}
