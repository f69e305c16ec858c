namespace Lianxin.Exchange;

/// <summary>What some rows add to a run.</summary>
internal sealed record ImportTally(int Done, int LastRow)
{
    internal int Added { get; init; }

    internal int Replied { get; init; }

    internal int Known { get; init; }

    internal int NoCategory { get; init; }

    internal int NoPlace { get; init; }

    internal int EndedUnanswered { get; init; }

    internal int Undone { get; init; }

    internal int Kept { get; init; }

    internal IReadOnlyList<ReadRow> Wrong { get; init; } = [];

    /// <summary>Counts rows of which <paramref name="isNew"/> says whether they are new.</summary>
    internal static ImportTally Of(IReadOnlyList<ReadRow> rows, Func<ReadRow, bool> isNew)
    {
        var fresh = rows.Where(r => r.Matter is not null && isNew(r)).ToList();
        return new ImportTally(rows.Count, rows[^1].Number)
        {
            Added = fresh.Count,
            Replied = fresh.Count(r => r.Matter!.Reply is not null),
            Known = rows.Count(r => r.Matter is not null) - fresh.Count,
            NoCategory = fresh.Count(r => r.NoCategory),
            NoPlace = fresh.Count(r => r.NoPlace),
            EndedUnanswered = fresh.Count(r => r.EndedUnanswered),
            Wrong = [.. rows.Where(r => r.Matter is null)],
        };
    }
}
