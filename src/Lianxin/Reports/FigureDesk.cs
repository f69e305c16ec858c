using Lianxin.Database;
using Lianxin.Foundation;

namespace Lianxin.Reports;

/// <summary>
/// Which figures: the cut-off, and perhaps one channel or one unit with everything below it. A named version of the definitions goes before
/// the one in force then. With <see cref="RecordedBy"/> imported history counts by its own dates, as far as it was recorded by that instant.
/// </summary>
public sealed record FigureQuestion(DateTime AsOf, string? Channel = null, string? Unit = null)
{
    /// <summary>The version of the definitions; null for the one adopted by the cut-off.</summary>
    public int? Definitions { get; init; }

    /// <summary>Until when imported history must have been recorded; null leaves all of it out.</summary>
    public DateTime? RecordedBy { get; init; }

    /// <summary>What narrows it.</summary>
    public FigureFilter Filter => new(Channel, Unit);
}

/// <summary>
/// Figures as of a cut-off, counted from the journal alone: calendar, units, lists and definitions too are those recorded by then. The same
/// question gives the same answer for ever, whatever happened since (WQ-46, INV-12).
/// </summary>
public sealed class FigureDesk(LianxinDatabase database, Replay replay, FigureSource source)
{
    /// <summary>Counts.</summary>
    public async Task<Figures> Count(FigureQuestion question, CancellationToken stop = default) => (await Sheet(question, stop)).Count(question.Filter);

    /// <summary>Every matter of the cut-off with what it counts in.</summary>
    public async Task<FigureSheet> Sheet(FigureQuestion question, CancellationToken stop = default)
    {
        var recorded = question.RecordedBy ?? question.AsOf;
        if (recorded < question.AsOf)
        {
            throw FigureRefusals.RecordedBefore();
        }

        var size = await replay.SizeAt(recorded, stop);
        await using var db = database.Read();
        var basis = await FigureBasis.Load(db, question.AsOf, ShanghaiTime.DayOf(recorded), size, question.Definitions);
        var stories = question.RecordedBy is null ? source.FromJournal(size, stop) : source.WithHistory(question.AsOf, size, stop);
        return await FigureMaker.Make(basis, stories);
    }
}
