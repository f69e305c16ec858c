using Lianxin.Foundation;

namespace Lianxin.Matters;

/// <summary>Every way the module says no. Codes are public interface; texts stand under <c>refusal.CODE</c>.</summary>
public static class MatterRefusals
{
    /// <summary>A hindrance goes up to another open unit (WQ-32).</summary>
    public static RefusedException GoesUpToNobody() => new("matter.goes_up_to_nobody") { Field = "To" };

    /// <summary>The matter does not exist, or the actor may not see it: the two answer alike.</summary>
    public static RefusedException NotFound() => new("matter.not_found");

    /// <summary>Another unit's or another role's step.</summary>
    public static RefusedException NotYours(Step step) => new("matter.not_yours", step.Key);

    /// <summary>The step does not belong to the matter's present state.</summary>
    public static RefusedException NotNow(Matter matter, Step step) => new("matter.not_now", matter.State, step.Key);

    /// <summary>The clock stands until the papers come; the step is for afterwards.</summary>
    public static RefusedException WaitsForPapers(Step step) => new("matter.waits_for_papers", step.Key, MatterLifecycle.PapersIn.Key);

    /// <summary>Merged matters move with their master.</summary>
    public static RefusedException IsMerged(Matter matter) => new("matter.is_merged", new MatterNumber(matter.Master!.Value).Digits);

    /// <summary>It waits in an import's backlog and has to be taken out first.</summary>
    public static RefusedException InBacklog() => new("matter.in_backlog");

    /// <summary>Somebody changed it since the form was shown.</summary>
    public static RefusedException Stale(Matter matter) => new("matter.stale", matter.Version);

    /// <summary>A text that is needed is missing.</summary>
    public static RefusedException Missing(string field) => new("matter.missing", field) { Field = field };

    /// <summary>A text is too long.</summary>
    public static RefusedException TooLong(string field, int most) => new("matter.too_long", field, most) { Field = field };

    /// <summary>The typed phone number is none.</summary>
    public static RefusedException NoPhone() => new("matter.no_phone") { Field = "phone" };

    /// <summary>After two returns only the coordinator says who handles it (INV-06).</summary>
    public static RefusedException CoordinatorDecides() => new("matter.coordinator_decides");

    /// <summary>A ruling sends a matter back once; after that it is closed with reasons and remedies.</summary>
    public static RefusedException BackOnceOnly() => new("matter.back_once_only");

    /// <summary>No witness has confirmed the ledger for three days: staff end nothing until one does.</summary>
    public static RefusedException WitnessesSilent() => new("matter.witnesses_silent");

    /// <summary>A rating may be changed for seven days.</summary>
    public static RefusedException RatingClosed() => new("matter.rating_closed");

    /// <summary>The unit has returned this matter before (INV-06).</summary>
    public static RefusedException ReturnedBefore() => new("matter.returned_before");

    /// <summary>Two working days to return are over (INV-06).</summary>
    public static RefusedException TooLateToReturn(DateOnly until) => new("matter.too_late_to_return", until);

    /// <summary>The unit is not there, or is closed.</summary>
    public static RefusedException NoSuchUnit() => new("matter.no_such_unit") { Field = "unit" };

    /// <summary>A district in the making: no unit takes what residents report yet.</summary>
    public static RefusedException NoOffice() => new("matter.no_office");

    /// <summary>The unit has nobody who answers for what comes to it: no matter may be without a named officer (INV-01).</summary>
    public static RefusedException NobodyAnswers() => new("matter.nobody_answers") { Field = "unit" };

    /// <summary>A unit cannot be offered what it has already.</summary>
    public static RefusedException AlreadyThere() => new("matter.already_there") { Field = "unit" };

    /// <summary>The officer is not active in that unit.</summary>
    public static RefusedException NoSuchOfficer() => new("matter.no_such_officer") { Field = "officer" };

    /// <summary>The category is not there.</summary>
    public static RefusedException NoSuchCategory() => new("matter.no_such_category") { Field = "category" };

    /// <summary>The place is not there.</summary>
    public static RefusedException NoSuchPlace() => new("matter.no_such_place") { Field = "place" };

    /// <summary>The channel is not there.</summary>
    public static RefusedException NoSuchChannel() => new("matter.no_such_channel") { Field = "channel" };

    /// <summary>The kind may not become the other (catalogue §4.1).</summary>
    public static RefusedException KindCannotBecome(MatterKind from, MatterKind to) => new("matter.kind_cannot_become", from, to) { Field = "kind" };

    /// <summary>A longer limit needs a reason and the unit lead's approval.</summary>
    public static RefusedException LongerNeedsLead() => new("matter.longer_needs_lead") { Field = "days" };

    /// <summary>Only the unit's own lead approves an extension (INV-04).</summary>
    public static RefusedException NotTheLead() => new("matter.not_the_lead") { Field = "approver" };

    /// <summary>The limit is outside what the kind allows.</summary>
    public static RefusedException LimitOutOfRange(int least, int most) => new("matter.limit_out_of_range", least, most) { Field = "days" };

    /// <summary>An extension must come before the limit ends.</summary>
    public static RefusedException ExtensionTooLate(DateOnly due) => new("matter.extension_too_late", due);

    /// <summary>"Cannot answer", "quieted" and the like are no outcome (INV-02, WQ-32).</summary>
    public static RefusedException NotAnOutcome() => new("matter.not_an_outcome") { Field = "outcome" };

    /// <summary>A 建议件 needs its explanation and its destination (LZ-24).</summary>
    public static RefusedException DestinationMissing() => new("matter.destination_missing") { Field = "destination" };

    /// <summary>A refusal needs a second person (INV-11).</summary>
    public static RefusedException SecondPersonNeeded() => new("matter.second_person_needed") { Field = "second" };

    /// <summary>The person was not told the limit, or the answer was not delivered: it cannot close (INV-03, INV-05).</summary>
    public static RefusedException LinkMissing(string link) => new("matter.link_missing", link);

    /// <summary>A matter cannot be merged into itself or into a merged or closed one.</summary>
    public static RefusedException CannotMergeInto() => new("matter.cannot_merge_into") { Field = "master" };

    /// <summary>A day that cannot be: in the future, or before what it must follow.</summary>
    public static RefusedException WrongDay(string field) => new("matter.wrong_day", field) { Field = field };

    /// <summary>A nudge before the told day has passed.</summary>
    public static RefusedException NotYetDue(DateOnly due) => new("matter.not_yet_due", due);

    /// <summary>A verdict by staff needs the recorded call it was spoken in (WQ-33).</summary>
    public static RefusedException CallNeeded() => new("matter.call_needed") { Field = "call" };
}
