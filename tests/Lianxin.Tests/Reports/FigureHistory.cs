using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Tests.Support;

namespace Lianxin.Tests.Reports;

/// <summary>A history made at random from a seed, by the real desks: what is refused is simply not done.</summary>
internal sealed class FigureHistory(TestApp app, int seed)
{
    private static readonly string[] Channels = ["web", "window", "visit", "hotline", "outreach", "city-phone", "magistrate-mailbox"];
    private static readonly string[] Categories = ["street-lights", "job-seeking", "temporary-relief", "resettlement", "dogs"];
    private readonly Random _dice = new(seed);
    private readonly List<long> _numbers = [];
    private readonly List<Guid> _receptions = [Guid.CreateVersion7(), Guid.CreateVersion7()];

    /// <summary>Some days with some steps each; gives the instants at which days ended.</summary>
    public async Task<IReadOnlyList<DateTime>> Walk(int days, int steps)
    {
        var ends = new List<DateTime>();
        for (var day = 0; day < days; day++)
        {
            for (var step = 0; step < steps; step++)
            {
                app.Clock.Move(TimeSpan.FromMinutes(_dice.Next(1, 60)));
                try
                {
                    await Step();
                }
                catch (RefusedException)
                {
                    // The life table says no to most steps of most matters.
                }
            }

            ends.Add(app.Clock.GetUtcNow().UtcDateTime);
            app.Clock.Move(TimeSpan.FromHours(_dice.Next(8, 70)));
        }

        return ends;
    }

    private async Task Step()
    {
        if (_numbers.Count < 3 || _dice.Next(5) == 0)
        {
            await Submit();
            return;
        }

        // The newest few are worked on, so that some of them come to an end.
        var at = new MatterRef(_numbers[^_dice.Next(1, Math.Min(_numbers.Count, 5) + 1)]);
        var (lead, clerk) = (await app.Given.Officer("city-lead"), await app.Given.Officer("centre-lead"));
        await (_dice.Next(15) switch
        {
            0 or 1 or 2 => app.Get<MatterTriage>().ClassifyAndDispatch(at, new ClassifyMatter(MatterKind.Promised, Pick(Categories), TestTown.Community, false), await app.Given.Unit("city"), null, clerk),
            3 or 4 => app.Get<MatterHandling>().Accept(at, null, lead),
            5 => app.Get<MatterHandling>().Return(at, "not-ours", "不归我们管", lead),
            14 => Whole(),
            6 or 7 => app.Get<MatterAnswers>().Answer(at, new AnswerMatter(Pick([MatterOutcome.Solved, MatterOutcome.Explained]), "已经办好了。"), lead),
            8 => app.Get<MatterAnswers>().Opened(at.Number, Given.ThePerson),
            9 or 10 => app.Get<MatterFeedback>().Verdict(at, Pick([MatterVerdict.Solved, MatterVerdict.Not, MatterVerdict.Partly]), "还是老样子", Given.ThePerson),
            11 => app.Get<MatterFeedback>().Withdraw(at, null, Given.ThePerson),
            12 => app.Get<MatterAnswers>().Refuse(at, "court", "请走法定渠道。", (await app.Given.Officer("clerk")).Id!.Value, clerk),
            _ => app.Get<MatterFeedback>().Merge(at, _numbers[0], clerk),
        });
    }

    private async Task Whole()
    {
        await app.Get<MatterFeedback>().Verdict(new MatterRef((await app.Given.Answered()).Number), MatterVerdict.Solved, null, Given.ThePerson);
    }

    private async Task Submit()
    {
        var channel = Pick(Channels);
        var form = _dice.Next(6) == 0 ? MatterForm.Suggestion : MatterForm.Demand;
        var receipt = await app.Get<MatterIntake>().Submit(
            new SubmitMatter
            {
                Body = $"第{_numbers.Count}件，巷口的灯不亮。",
                Form = form,
                Channel = channel,
                Category = _dice.Next(2) == 0 ? Pick(Categories) : null,
                Place = TestTown.Community,
                Heads = _dice.Next(1, 6),
                Reception = channel is "window" or "visit" && _dice.Next(2) == 0 ? Pick(_receptions) : null,
                Contact = new SubmitContact { Phone = "13800135521" },
            },
            await app.Given.Officer("centre-lead"));
        _numbers.Add(receipt.Number);
    }

    private T Pick<T>(IReadOnlyList<T> from) => from[_dice.Next(from.Count)];
}
