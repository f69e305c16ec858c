using System.Text;
using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Vault;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Matters;

/// <summary>What becomes of a matter while the person is still there.</summary>
public enum ReceptionEnd
{
    /// <summary>留待: into the daily triage list.</summary>
    Leave,

    /// <summary>派单: classified and offered, or kept where it is the own unit's.</summary>
    Dispatch,

    /// <summary>当场答复.</summary>
    AnswerNow,

    /// <summary>并入已有.</summary>
    Merge,

    /// <summary>不予受理.</summary>
    Refuse,

    /// <summary>收悉 for an opinion or a suggestion.</summary>
    Acknowledge,
}

/// <summary>One matter taken down at a window or on a call, and what becomes of it there and then.</summary>
public sealed record ReceiveMatter(SubmitMatter Matter, ReceptionEnd End)
{
    /// <summary>Kind and limit, for 派单.</summary>
    public MatterKind? Kind { get; init; }

    /// <summary>The unit, for 派单.</summary>
    public Guid? Unit { get; init; }

    /// <summary>The answer or the explanation of a refusal.</summary>
    public string? Words { get; init; }

    /// <summary>The unit's word on the outcome, for 当场答复.</summary>
    public MatterOutcome? Outcome { get; init; }

    /// <summary>The destination, for an answer that points elsewhere.</summary>
    public string? Destination { get; init; }

    /// <summary>The running matter it is merged into.</summary>
    public long? Master { get; init; }

    /// <summary>The reason from the list, for a refusal.</summary>
    public string? Reason { get; init; }

    /// <summary>The second person who agreed to a refusal.</summary>
    public Guid? Second { get; init; }
}

/// <summary>Takes a matter down and settles it in one save: what is refused leaves nothing behind, and a form sent twice is one matter.</summary>
public sealed class MatterReception(Journal journal, MatterIntake intake, Rules rules, Secrets secrets, LianxinDatabase database, TimeProvider time)
{
    private const string Kind = "intake-slip";

    /// <summary>Records the matter and does what was decided. <paramref name="form"/> is the form's own id.</summary>
    public Task<MatterReceipt> Receive(ReceiveMatter input, Guid form, Actor actor)
    {
        var clean = input with { Matter = MatterIntake.Clean(input.Matter) };
        var (code, link) = MatterIntake.Secrets();
        return journal.Write(actor, async work =>
        {
            if (await work.Find<IntakeSlip>(form) is { } sent)
            {
                return Open(sent);
            }

            var receipt = await intake.Record(work, clean.Matter, code, link);
            var hand = await MatterAtHand.Take(work, rules, new MatterRef(receipt.Number), StepOf(clean.End));
            await Settle(hand, clean);
            await Keep(work, form, receipt);
            return receipt;
        });
    }

    /// <summary>The slip of a matter the officer took down within the last hour; null later and for anybody else.</summary>
    public async Task<MatterReceipt?> Slip(long matter, Actor actor)
    {
        await using var db = database.Read();
        var since = time.GetUtcNow().UtcDateTime.AddHours(-1);
        return await db.IntakeSlips.FirstOrDefaultAsync(s => s.Matter == matter && s.Officer == actor.Id && s.At >= since) is { } slip ? Open(slip) : null;
    }

    private async Task Keep(Work work, Guid form, MatterReceipt receipt)
    {
        var old = work.Now.AddDays(-1);
        await work.Remove((await work.Db()).IntakeSlips.Where(s => s.At < old));
        work.Add(new IntakeSlip
        {
            Form = form,
            Matter = receipt.Number,
            Officer = work.Actor.Id ?? Guid.Empty,
            Sealed = secrets.Seal(Kind, form, Encoding.UTF8.GetBytes($"{receipt.Code}|{receipt.Link}")),
            At = work.Now,
        });
    }

    private MatterReceipt Open(IntakeSlip slip)
    {
        var parts = Encoding.UTF8.GetString(secrets.Open(Kind, slip.Form, slip.Sealed)).Split('|');
        return new MatterReceipt(slip.Matter, parts[0], parts[1], null);
    }

    private static Step StepOf(ReceptionEnd end) => end switch
    {
        ReceptionEnd.AnswerNow => MatterLifecycle.AnswerNow,
        ReceptionEnd.Merge => MatterLifecycle.Merge,
        ReceptionEnd.Refuse => MatterLifecycle.Refuse,
        ReceptionEnd.Acknowledge => MatterLifecycle.Acknowledge,
        _ => MatterLifecycle.Classify,
    };

    private static async Task Settle(MatterAtHand hand, ReceiveMatter input)
    {
        var matter = hand.Matter;
        switch (input.End)
        {
            case ReceptionEnd.Dispatch:
                var kind = input.Kind ?? throw MatterRefusals.Missing("kind");
                await MatterTriage.Classify(hand, new ClassifyMatter(kind, matter.Category, matter.Place, matter.Urgent));
                await MatterTriage.Give(hand, input.Unit ?? throw MatterRefusals.Missing("unit"), null);
                break;
            case ReceptionEnd.AnswerNow:
                var outcome = input.Outcome ?? throw MatterRefusals.Missing("outcome");
                await MatterAnswers.AnswerNow(hand, new AnswerMatter(outcome, input.Words ?? "", input.Destination), matter.Category);
                break;
            case ReceptionEnd.Merge:
                await MatterFeedback.Merge(hand, input.Master ?? throw MatterRefusals.Missing("master"));
                break;
            case ReceptionEnd.Refuse:
                await MatterAnswers.Refuse(
                    hand, input.Reason ?? throw MatterRefusals.Missing("reason"), input.Words ?? "", input.Second ?? throw MatterRefusals.SecondPersonNeeded());
                break;
            case ReceptionEnd.Acknowledge:
                await MatterTriage.Acknowledge(hand, input.Words);
                break;
            default:
                break;
        }
    }
}
