using Lianxin.Foundation;

namespace Lianxin.Matters;

/// <summary>A notice to the person stands durable where the message gateway takes it; which notice, by its template's code.</summary>
[FactType("matter.messaged")]
public sealed record MatterMessaged(string Notice, Guid Message) : MatterFact
{
    /// <inheritdoc/>
    protected override bool Conflicts => false;

    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp)
    {
        // What it told is a fact of its own; the message itself stands on the thread.
    }
}

/// <summary>
/// A message did not go out (<c>channel</c>) or was given back by the gateway (<c>gateway</c>). What it was taken to have told is untold again (ED-31).
/// </summary>
[FactType("matter.message_failed")]
public sealed record MatterMessageFailed(string Notice, Guid Message, string Why, bool? DayUntold = null, bool? AnswerUnheard = null) : MatterFact
{
    /// <inheritdoc/>
    protected override bool Conflicts => false;

    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp)
    {
        if (DayUntold == true)
        {
            matter.ToldAt = null;
            matter.UntoldSince = stamp.At;
        }

        if (AnswerUnheard == true)
        {
            matter.DeliveredAt = null;
        }
    }
}

/// <summary>On a call somebody else answered: the number is not the person's. Nobody can be reached by it, and the answer waits under number and code.</summary>
[FactType("matter.number_wrong")]
public sealed record MatterNumberWrong : MatterFact
{
    /// <inheritdoc/>
    protected override bool Conflicts => false;

    /// <inheritdoc/>
    protected override void Fold(Matter matter, IFoldRows rows, Stamp stamp) => matter.Reachable = false;
}
