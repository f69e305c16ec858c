using Lianxin.Foundation;

namespace Lianxin.Matters;

/// <summary>A limit as a fact carries it: what it is, from when, how long, until when, by which rule and calendar.</summary>
public sealed record LimitSet(Guid Id, MatterClock Clock, int RuleVersion, int Calendar, DateOnly StartedOn, int Days, DateOnly DueOn, bool? Provisional = null);

/// <summary>A matter was recorded: it has a number, a responsible unit and a named officer, and a demand has a first told limit.</summary>
[FactType("matter.received")]
public sealed record MatterReceived(
    MatterForm Form,
    string Channel,
    Guid Unit,
    Guid Officer,
    string? Category = null,
    string? Place = null,
    bool? Urgent = null,
    bool? OnBehalf = null,
    bool? Reachable = null,
    int? Heads = null,
    string? Language = null,
    int? Photos = null,
    LimitSet? Limit = null,
    Guid? Reception = null,
    string? Interpreter = null,
    DateOnly? PostmarkedOn = null,
    DateOnly? OpenedOn = null,
    string? ReplyBy = null,
    DateOnly? SuperiorDueOn = null,
    int? Notice = null) : Fact
{
    /// <inheritdoc/>
    public override void Fold(IFoldRows rows, Stamp stamp)
    {
        var number = stamp.Matter!.Value;
        rows.Add(
            new Matter
            {
                Number = number,
                Form = Form,
                State = MatterState.Registered,
                Channel = Channel,
                Category = Category,
                Place = Place,
                Urgent = Urgent ?? false,
                OnBehalf = OnBehalf ?? false,
                Reachable = Reachable ?? false,
                Unit = Unit,
                Officer = Officer,
                Heads = Heads ?? 1,
                Language = Language ?? "zh-Hans",
                TitleSeq = stamp.Seq,
                BodySeq = stamp.Seq,
                ReceivedAt = stamp.At,
                ArrivedAt = stamp.Claim ?? stamp.At,
                LastAt = stamp.At,
                Deadline = Limit?.Id,
                DueOn = Limit?.DueOn,
                UntoldSince = Limit is null ? null : stamp.At,
                Reception = Reception,
                Interpreter = Interpreter,
                PostmarkedOn = PostmarkedOn,
                OpenedOn = OpenedOn,
                ReplyBy = ReplyBy,
                SuperiorDueOn = SuperiorDueOn,
            },
            number);
        Limit?.Fold(rows, number);
    }
}

/// <summary>What folding a new limit does, whichever fact brings it.</summary>
internal static class LimitFolding
{
    internal static void Fold(this LimitSet limit, IFoldRows rows, long matter) => rows.Add(
        new MatterDeadline
        {
            Id = limit.Id,
            Matter = matter,
            Clock = limit.Clock,
            RuleVersion = limit.RuleVersion,
            Calendar = limit.Calendar,
            StartedOn = limit.StartedOn,
            Days = limit.Days,
            DueOn = limit.DueOn,
            Provisional = limit.Provisional ?? false,
        },
        limit.Id);
}
