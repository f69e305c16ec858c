using System.Globalization;
using Lianxin.Foundation;
using Lianxin.Ledger;
using Lianxin.Matters;
using Lianxin.Search;
using Lianxin.Vault;

namespace Lianxin.Web.Bench;

/// <summary>Records bulk matters: how far each has come follows from its age. The closed are most, as in a district that works.</summary>
internal sealed class BulkMatters(IServiceProvider services, BulkCases cases)
{
    private readonly ContactVault _vault = services.GetRequiredService<ContactVault>();
    private readonly MatterIndex _index = services.GetRequiredService<MatterIndex>();
    private readonly Rules _rules = services.GetRequiredService<Rules>();

    /// <summary>Records that many in the one operation; the first <paramref name="swept"/> are left for the sweep of the day's end.</summary>
    internal async Task Record(Work work, int first, int many, int swept, DateTime end)
    {
        var rules = await _rules.Read(work);
        var age = (end - work.Now).TotalDays;
        var said = new List<(long Number, string Words)>(many);
        for (var i = first; i < first + many; i++)
        {
            var one = cases.Make(i);
            var number = await Receive(work, one, rules);
            said.Add((number, one.Title + "\n" + one.Body));
            await GoOn(work, one, number, rules, i - first < swept ? -1 : age);
        }

        foreach (var (number, words) in said)
        {
            _index.Add(work, number, words);
        }
    }

    private async Task<long> Receive(Work work, BulkCase one, Rulebook rules)
    {
        var number = work.NextNumber();
        work.StartChain(number);
        var phone = (15_400_000_000L + (one.Index * 7919L % 100_000_000)).ToString(CultureInfo.InvariantCulture);
        var code = (one.Index % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        var commits = new List<Committed>(Committed.Texts(("title", one.Title), ("body", one.Body)));
        commits.AddRange(_vault.SealNew(work, number, [("name", "Li"), ("phone", phone), ("code", code)]));
        _vault.Index(work, number, "phone", phone);
        var limit = Limit(work, MatterClock.Promised, rules.Limits.Promised, rules);
        await work.Save(
            new MatterReceived(MatterForm.Demand, one.Channel, cases.Taker.Unit!.Value, cases.Taker.Id!.Value, one.Category, one.Place, Reachable: true, Limit: limit), number, commits);
        work.Add(new TrackingKey { Matter = number, Link = _vault.IndexOf("link", BulkWords.Link(one.Index)), Code = _vault.IndexOf("code", $"{number}|{code}") });
        await work.Save(new MatterTold("page", limit.DueOn), number);
        return number;
    }

    // An age below zero marks what is left for the sweep of its day's end.
    private static async Task GoOn(Work work, BulkCase one, long number, Rulebook rules, double age)
    {
        if (age is >= 0 and < 1)
        {
            return;
        }

        var immediate = age < 0;
        var day = immediate ? Limit(work, MatterClock.Immediate, 0, rules) : null;
        await work.Save(new MatterClassified(immediate ? MatterKind.Immediate : MatterKind.Promised, one.Category, one.Place, Urgent: false, day), number);
        await work.Save(new MatterDispatched(one.Unit), number);
        if (age is >= 0 and < 2)
        {
            return;
        }

        await work.Save(new MatterAccepted(one.Unit, one.Officer), number);
        if (immediate || (age < 6 && one.Fate < 0.8) || one.Fate < 0.003)
        {
            return;
        }

        await work.Save(new MatterAnswered(MatterOutcome.Solved), number, Committed.Texts(("answer", one.Answer)));
        await work.Save(new MatterDelivered("page"), number);
        if (age >= 12 || one.Fate < 0.5)
        {
            await work.Save(new MatterVerdictGiven(one.Fate < 0.6 ? MatterVerdict.Solved : MatterVerdict.Silent), number);
        }
    }

    private static LimitSet Limit(Work work, MatterClock clock, int days, Rulebook rules) => new(
        work.NewId(), clock, rules.Limits.Version, rules.Calendar.Version, rules.Today, days, days == 0 ? rules.Today : rules.InWorkingDays(days));
}
