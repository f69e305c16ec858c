using Lianxin.Foundation;

namespace Lianxin.Matters;

/// <summary>
/// Without its witnesses for more than three days, nobody of the staff ends a matter (ledger design §5.5). Intake goes on, and so do the
/// person's own word, however it was given, and what silence does.
/// </summary>
public sealed class WhenWitnessesAreSilent(LedgerWitnesses witnesses) : Listener<MatterFact>
{
    /// <inheritdoc/>
    public override async Task Hear(MatterFact fact, Stamp stamp, Work work)
    {
        if (fact is MatterAcknowledged or MatterRestPromised or MatterRuled { Limit: null } && work.Actor.Kind is (ActorKind.Staff or ActorKind.Key)
            && (await witnesses.Standing(await work.Db(), work.Now)).State == WitnessState.Overdue)
        {
            throw MatterRefusals.WitnessesSilent();
        }
    }
}
