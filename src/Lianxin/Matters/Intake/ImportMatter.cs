namespace Lianxin.Matters;

/// <summary>One row of a table, fit to be recorded: texts cleaned, names resolved to codes, historic times read. Everything but key and words may be absent.</summary>
public sealed record ImportMatter
{
    /// <summary>Text elements of a body or a reply at most: a cell of a spreadsheet holds no more.</summary>
    public const int WordsLength = 32_767;

    /// <summary>What makes it one row and no other: see <see cref="MatterImports.KeyOf"/>.</summary>
    public required byte[] Key { get; init; }

    /// <summary>The channel's code.</summary>
    public required string Channel { get; init; }

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>In the person's own words.</summary>
    public required string Body { get; init; }

    /// <summary>The number it bears where it comes from (WQ-45).</summary>
    public string? SourceNumber { get; init; }

    /// <summary>When it was said there; null when the table does not tell.</summary>
    public DateTime? ArrivedAt { get; init; }

    /// <summary>What was answered there; then <see cref="RepliedAt"/> is known too.</summary>
    public string? Reply { get; init; }

    /// <summary>When it was answered there.</summary>
    public DateTime? RepliedAt { get; init; }

    /// <summary>The category's code.</summary>
    public string? Category { get; init; }

    /// <summary>The place's code.</summary>
    public string? Place { get; init; }

    /// <summary>How the person is reached; sealed apart.</summary>
    public SubmitContact Contact { get; init; } = new();
}

/// <summary>Who answers for what an import brings (INV-01): a unit, and its officer by name; without one, whoever answers for the unit.</summary>
public sealed record ImportOwner(Guid Unit, Guid? Officer);

/// <summary>What became of some rows: the numbers of the new matters, with null for a row that had come before.</summary>
public sealed record ImportedRows(IReadOnlyList<long?> Numbers)
{
    /// <summary>Rows that were recorded now.</summary>
    public int Added => Numbers.Count(n => n is not null);

    /// <summary>Rows that were there already.</summary>
    public int Known => Numbers.Count - Added;
}
