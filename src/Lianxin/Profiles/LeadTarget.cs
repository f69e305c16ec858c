namespace Lianxin.Profiles;

/// <summary>What sort of unit leads: the place's own unit, the street's, or the unit that answers for a topic.</summary>
public enum LeadTo
{
    Place,
    Street,
    Topic,
}

/// <summary>Where a category's matters go by default: written “place”, “street” or “topic:code”.</summary>
public sealed record LeadTarget(LeadTo To, string? Topic = null)
{
    public static LeadTarget? Parse(string text) => text switch
    {
        "place" => new LeadTarget(LeadTo.Place),
        "street" => new LeadTarget(LeadTo.Street),
        _ when text.StartsWith("topic:", StringComparison.Ordinal) && text.Length > 6 => new LeadTarget(LeadTo.Topic, text[6..]),
        _ => null,
    };

    public override string ToString() => To is LeadTo.Topic ? $"topic:{Topic}" : To is LeadTo.Place ? "place" : "street";
}
