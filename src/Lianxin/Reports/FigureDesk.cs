using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Settings;
using Lianxin.Units;

namespace Lianxin.Reports;

/// <summary>Which figures: the cut-off, and perhaps one channel or one unit with everything below it.</summary>
public sealed record FigureQuestion(DateTime AsOf, string? Channel = null, string? Unit = null);

/// <summary>
/// Figures as of a cut-off, from what the journal had recorded by then: calendar, units and lists too. The same question gives the same
/// answer for ever, whatever happened since (WQ-46, INV-12).
/// </summary>
public sealed class FigureDesk(LianxinDatabase database, Replay replay)
{
    /// <summary>Counts; <paramref name="seen"/> hears of each matter and the figures it counts in, for the lists behind them.</summary>
    public async Task<Figures> Count(FigureQuestion question, Action<Matter, IReadOnlyList<Figure>>? seen = null, CancellationToken stop = default)
    {
        var size = await replay.SizeAt(question.AsOf, stop);
        await using var db = database.Read();
        var settings = await SettingBook.Load(db, size);
        var day = ShanghaiTime.DayOf(question.AsOf);
        if (settings.IsEmpty)
        {
            return new Figures { LastEntry = size };
        }

        var units = await UnitBook.ReadAt(db, size);
        var unit = question.Unit is { } code ? units.ByCode(code)?.Id ?? throw new RefusedException("figures.no_such_unit", code) { Field = "unit" } : (Guid?)null;
        var lists = settings.On(day);
        if (question.Channel is { } channel && lists.Channels.All(c => c.Code != channel))
        {
            throw new RefusedException("figures.no_such_channel", channel) { Field = "channel" };
        }

        var count = new FigureCount(question.AsOf, settings.Calendar, lists);
        await foreach (var rows in replay.Matters(size, stop))
        {
            var matter = rows.All<Matter>().Single();
            if ((question.Channel is null || matter.Channel == question.Channel) && (unit is null || units.IsWithin(matter.Unit, unit.Value, day)))
            {
                var limits = rows.All<MatterDeadline>().ToList();
                count.Add(matter, limits);
                seen?.Invoke(matter, [.. count.Of(matter, limits)]);
            }
        }

        return count.Result(size);
    }
}
