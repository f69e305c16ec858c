using Lianxin.Foundation;

namespace Lianxin.Matters;

/// <summary>
/// A row of an import was recorded. The entry's claim is when it was said where it comes from; <see cref="RepliedAt"/> when it was
/// answered there: then it is an answered matter, its outcome <c>explained</c>, since the row tells what was said and not what was done.
/// Without a reply it waits in the backlog of the named officer (INV-01), without kind or limit.
/// </summary>
[FactType("matter.imported")]
public sealed record MatterImported(
    Guid Import,
    MatterForm Form,
    string Channel,
    Guid Unit,
    Guid Officer,
    DateTime? RepliedAt = null,
    string? Category = null,
    string? Place = null,
    bool? Reachable = null) : Fact
{
    /// <inheritdoc/>
    public override void Fold(IFoldRows rows, Stamp stamp)
    {
        var number = stamp.Matter!.Value;
        var isReplied = RepliedAt is not null;
        rows.Add(
            new Matter
            {
                Number = number,
                Form = Form,
                State = isReplied ? MatterState.Answered : MatterState.Registered,
                Backlog = !isReplied,
                Import = Import,
                Channel = Channel,
                Category = Category,
                Place = Place,
                Reachable = Reachable ?? false,
                Unit = Unit,
                Officer = Officer,
                TitleSeq = stamp.Seq,
                BodySeq = stamp.Seq,
                ReceivedAt = stamp.At,
                ArrivedAt = stamp.Claim ?? stamp.At,
                LastAt = stamp.At,
                Outcome = isReplied ? MatterOutcome.Explained : null,
                RepliedAt = RepliedAt,
                AnsweredAt = isReplied ? stamp.At : null,
                AnswerSeq = isReplied ? stamp.Seq : null,
            },
            number);
    }
}
