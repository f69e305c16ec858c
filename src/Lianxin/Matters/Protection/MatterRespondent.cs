namespace Lianxin.Matters;

/// <summary>The unit, and perhaps the officer, that a matter complains about, from when until when (CR-09).</summary>
public sealed class MatterRespondent
{
    /// <summary>Its id.</summary>
    public Guid Id { get; init; }

    /// <summary>The matter.</summary>
    public long Matter { get; init; }

    /// <summary>The unit; an officer's own unit on the day of naming.</summary>
    public Guid Unit { get; init; }

    /// <summary>The officer, where one is complained about by name.</summary>
    public Guid? Officer { get; init; }

    /// <summary>From when the shield stands.</summary>
    public DateTime NamedAt { get; init; }

    /// <summary>When a first officer asked to lift it.</summary>
    public DateTime? AskedAt { get; internal set; }

    /// <summary>Who asked: the first of two.</summary>
    public Guid? AskedBy { get; internal set; }

    /// <summary>When the second officer lifted it; null while it stands.</summary>
    public DateTime? LiftedAt { get; internal set; }
}
