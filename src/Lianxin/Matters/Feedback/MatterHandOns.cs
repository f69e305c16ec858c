using Lianxin.Database;
using Lianxin.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Matters;

/// <summary>A person's words that were handed to a competent office.</summary>
public sealed class MatterHandOn
{
    /// <summary>Its id.</summary>
    public Guid Id { get; init; }

    /// <summary>The matter.</summary>
    public long Matter { get; init; }

    /// <summary>The office it was handed to.</summary>
    public Guid Unit { get; init; }

    /// <summary>The entry that holds the explanation given to the person.</summary>
    public long AnswerSeq { get; init; }

    /// <summary>When.</summary>
    public DateTime GivenAt { get; init; }

    /// <summary>When the office said that it has it.</summary>
    public DateTime? AcceptedAt { get; internal set; }
}

/// <summary>What arrived at an office, with everything the person said.</summary>
public sealed record ArrivedHandOn(Guid Id, long Matter, Guid From, DateTime GivenAt, string? Body, string? Explanation);

/// <summary>The receiving side of guidance: the office reads the person's own words and says that it has them (LZ-24).</summary>
public sealed class MatterHandOns(Journal journal, LianxinDatabase database, Rules rules)
{
    /// <summary>What a page shows at most.</summary>
    public const int Most = 30;

    private static readonly string[] Receivers = ["handler", "unit_lead", "window_clerk", "coordinator"];

    /// <summary>What waits for the unit, oldest first; one more than <see cref="Most"/> when there is more.</summary>
    public async Task<IReadOnlyList<ArrivedHandOn>> Waiting(Actor actor)
    {
        await using var db = database.Read();
        var unit = actor.Unit ?? Guid.Empty;
        var open = db.Matters.Where(MatterShield.OpenTo(actor, await rules.Read(db)));
        return await (
            from row in db.HandOns.Where(h => h.Unit == unit && h.AcceptedAt == null)
            join matter in open on row.Matter equals matter.Number
            join body in db.Wordings.Where(w => w.Path == "body") on matter.BodySeq equals body.Seq into bodies
            from body in bodies.DefaultIfEmpty()
            join answer in db.Wordings.Where(w => w.Path == "answer") on row.AnswerSeq equals answer.Seq into answers
            from answer in answers.DefaultIfEmpty()
            orderby row.GivenAt, row.Matter
            select new ArrivedHandOn(row.Id, row.Matter, matter.Unit, row.GivenAt, body.Value, answer.Value)).Take(Most + 1).ToListAsync();
    }

    /// <summary>The office says that it has it; the person reads so on the own thread.</summary>
    public Task Accept(Guid id, Actor actor) => journal.Write(actor, async work =>
    {
        var row = await work.Find<MatterHandOn>(id);
        if (row is null || row.Unit != actor.Unit || row.AcceptedAt is not null || !Receivers.Any(actor.Is))
        {
            throw MatterRefusals.NotFound();
        }

        var hand = await MatterAtHand.Load(work, rules, row.Matter);
        await hand.Save(new MatterHandOnAccepted(id, row.Unit));
    });
}
