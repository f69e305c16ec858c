namespace Lianxin.Reports;

/// <summary>What one matter adds to the figures of a cut-off. Channel, unit and category are places in the sheet's own lists; days are working days.</summary>
public readonly record struct FigureRow
{
    /// <summary>The matter.</summary>
    public required long Number { get; init; }

    /// <summary>A bit for each <see cref="Figure"/> it counts in.</summary>
    public required uint Figures { get; init; }

    /// <summary>The channel's place.</summary>
    public required int Channel { get; init; }

    /// <summary>The responsible unit's place.</summary>
    public required int Unit { get; init; }

    /// <summary>The category's place; -1 without one.</summary>
    public required int Category { get; init; }

    /// <summary>The day its time is counted from.</summary>
    public required DateOnly FromOn { get; init; }

    /// <summary>Working days to the answer; null without one.</summary>
    public int? Days { get; init; }

    /// <summary>Heads of the reception that is counted with it; 0 for none.</summary>
    public int Heads { get; init; }

    /// <summary>Where an open one stands; null for an ended one, an opinion or a suggestion.</summary>
    public Station? At { get; init; }

    /// <summary>Working days it took to leave each station, in their order; null where it has not left.</summary>
    public Dwell Dwell { get; init; }

    /// <summary>True when it counts in the figure.</summary>
    public bool In(Figure figure) => (Figures & Bit(figure)) != 0;

    internal static uint Bit(Figure figure) => 1u << (int)figure;
}

/// <summary>Working days spent at each station; null where the matter has not left it.</summary>
public readonly record struct Dwell(int? Acceptance, int? Handling, int? Feedback, int? Supervision)
{
    /// <summary>Of one station.</summary>
    public int? Of(Station station) => station switch
    {
        Station.Acceptance => Acceptance,
        Station.Handling => Handling,
        Station.Feedback => Feedback,
        _ => Supervision,
    };
}
