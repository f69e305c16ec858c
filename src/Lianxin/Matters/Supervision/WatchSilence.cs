using Lianxin.Database;
using Lianxin.Foundation;

namespace Lianxin.Matters;

/// <summary>Ten working days after the answer reached its person without a word: closed with the verdict silent, never as satisfied.</summary>
public sealed class WatchSilence(Journal journal, LianxinDatabase database, Rules rules) : IJob
{
    private readonly MatterSweep _sweep = new(journal, database, rules);

    /// <inheritdoc/>
    public string Name => "watch-silence";

    /// <inheritdoc/>
    public DueTimes Times => DueTimes.Every(TimeSpan.FromMinutes(15));

    /// <inheritdoc/>
    public async Task<int> Run(DateTime now, CancellationToken stop)
    {
        var before = Before(await _sweep.Book(now));
        return await _sweep.Run(
            db => db.Matters.Where(m => m.State == MatterState.Answered && m.DeliveredAt < before && m.Verdict == null), Close, stop);
    }

    private static DateTime Before(Rulebook book) => ShanghaiTime.EndOfDay(book.PassedSince(book.Limit("verdict-silent")));

    private static async Task<bool> Close(MatterAtHand hand)
    {
        if (hand.Matter is not { State: MatterState.Answered, Verdict: null, DeliveredAt: { } delivered } || delivered >= Before(hand.Rules))
        {
            return false;
        }

        await hand.Save(new MatterVerdictGiven(MatterVerdict.Silent));
        return true;
    }
}
