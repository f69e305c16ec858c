using Lianxin.Foundation;
using Lianxin.Ledger;
using Lianxin.Matters;

namespace Lianxin.Notifications;

/// <summary>Keeps the list of what persons are still to be told, in the same save as the facts it follows from (ED-31).</summary>
public sealed class WhenSomethingIsToBeTold : Listener<MatterFact>
{
    /// <inheritdoc/>
    public override Task Hear(MatterFact fact, Stamp stamp, Work work) => NoticeList.Keep(fact, stamp, work);
}

/// <summary>The same for the receipt of a matter that was just recorded.</summary>
public sealed class WhenReceived : Listener<MatterReceived>
{
    /// <inheritdoc/>
    public override Task Hear(MatterReceived fact, Stamp stamp, Work work) => NoticeList.Keep(fact, stamp, work);
}

/// <summary>What a fact does to the list.</summary>
internal static class NoticeList
{
    private static readonly string ByImport = Database.Conventions.Text(Via.Import);

    internal static async Task Keep(Fact fact, Stamp stamp, Work work)
    {
        // History is not told anew.
        if (stamp.Matter is not { } number || IsImport(stamp.Actor))
        {
            return;
        }

        foreach (var about in Settled(fact))
        {
            (await work.Find<Notice>(Notice.KeyOf(number, about)))?.End(stamp.At);
        }

        if (fact is MatterAttempted attempted)
        {
            await TryLater(work, number, attempted.About);
        }

        var matter = await work.Find<Matter>(number);
        if (matter is { Reachable: true } && WhoHears.Of(fact, matter) is { } heard && WhoHears.Way(heard, matter.ReplyBy) is { } way)
        {
            await Wait(work, fact, stamp, heard, way);
        }
    }

    private static bool IsImport(EntryActor actor) => actor.Via == ByImport;

    private static IReadOnlyList<string> Settled(Fact fact) => fact switch
    {
        MatterTold => [NoticeAbout.Limit],
        MatterAnswered => [NoticeAbout.Limit, NoticeAbout.Word],
        MatterDelivered => [NoticeAbout.Answer],
        MatterReplied => [NoticeAbout.Word],
        MatterVerdictGiven => [NoticeAbout.Answer],
        MatterWithdrawn or MatterEnteredInError or MatterNumberWrong => NoticeAbout.All,
        _ => [],
    };

    // Nobody answered: the task is free again, and is not rung at once.
    private static async Task TryLater(Work work, long number, string about)
    {
        if (await work.Find<Notice>(Notice.KeyOf(number, about)) is { EndedAt: null, Way: not NoticeWay.Message } task)
        {
            task.Tries++;
            (task.ClaimedBy, task.ClaimedAt, task.NextAt) = (null, null, work.Now.AddHours(2));
        }
    }

    private static async Task Wait(Work work, Fact fact, Stamp stamp, Heard heard, string way)
    {
        var number = stamp.Matter!.Value;
        if (fact is MatterReceived)
        {
            NoticeRows.Add(work, number, heard.About, stamp.Seq, heard.Code, way);
            return;
        }

        // A receipt that did not go out yet tells the day as it stands then.
        var waits = heard.About == NoticeAbout.Limit && await work.Find<Notice>(Notice.KeyOf(number, NoticeAbout.Receipt)) is { EndedAt: null, StagedAt: null };
        if (!waits)
        {
            await NoticeRows.Put(work, number, heard.About, stamp.Seq, heard.Code, way);
        }
    }
}

/// <summary>Adds a notice, or lets a newer one take the row of its subject over.</summary>
internal static class NoticeRows
{
    internal static void Add(Work work, long matter, string about, long cause, string code, string way)
    {
        var row = new Notice { Key = Notice.KeyOf(matter, about), Matter = matter, About = about };
        row.Wait(code, cause, way, work.NewId(), work.Now);
        ((IFoldRows)work).Add(row, row.Key);
    }

    internal static async Task Put(Work work, long matter, string about, long cause, string code, string way)
    {
        if (await work.Find<Notice>(Notice.KeyOf(matter, about)) is { } row)
        {
            row.Wait(code, cause, way, work.NewId(), work.Now);
            return;
        }

        Add(work, matter, about, cause, code, way);
    }
}
