using Lianxin.Foundation;
using Lianxin.People;

namespace Lianxin.Matters;

/// <summary>What may be erased, when, and by whom (个人信息保护法 art. 19, 47). Pure: every refusal carries the day from which it no longer stands.</summary>
public static class ErasureRules
{
    /// <summary>Years that words and photos are kept after the end where no category says otherwise: the working default (art. 56 keeps records three years).</summary>
    public const int KeepYears = 3;

    /// <summary>The duties that approve: one each.</summary>
    public static IReadOnlyList<string> Approvers { get; } = [Roles.Coordinator, Roles.Supervisor];

    /// <summary>The grounds a person may choose.</summary>
    public static IReadOnlyList<ErasureGround> PersonsGrounds { get; } = [ErasureGround.PurposeMet, ErasureGround.ConsentWithdrawn, ErasureGround.Unlawful];

    /// <summary>The first day on which words and photos of an ended matter may go; null while it runs.</summary>
    public static DateOnly? KeptUntil(Matter matter, Rulebook book) =>
        matter.ClosedAt is { } closed ? ShanghaiTime.DayOf(closed).AddYears(YearsOf(matter.Category, book)) : null;

    /// <summary>The years of a category, of the nearest node above it that says them, or the default.</summary>
    public static int YearsOf(string? category, Rulebook book)
    {
        while (category is not null && book.Lists.Categories.FirstOrDefault(c => c.Code == category) is { } node)
        {
            if (node.KeepYears is { } years)
            {
                return years;
            }

            category = node.Parent;
        }

        return KeepYears;
    }

    /// <summary>Why it cannot be erased now; null when it can.</summary>
    public static RefusedException? WhyNot(Matter matter, ErasureScope scope, ErasureGround ground, Rulebook book)
    {
        if (matter.ErasedAt is { } before)
        {
            return ErasureRefusals.DoneBefore(ShanghaiTime.DayOf(before));
        }

        if (matter.Sealed)
        {
            return ErasureRefusals.Sealed();
        }

        if (matter.State != MatterState.Closed)
        {
            return ErasureRefusals.Open(EndsBy(matter, book));
        }

        // What should never have been taken has no time to be kept for.
        return scope == ErasureScope.Everything && ground != ErasureGround.Unlawful && KeptUntil(matter, book) is { } until && book.Today < until
            ? ErasureRefusals.Kept(until)
            : null;
    }

    /// <summary>The duties of an actor among those that approve, as the journal has them.</summary>
    public static string DutiesOf(Actor actor) => string.Join('+', Approvers.Where(actor.Is));

    /// <summary>Whether two officers together hold both duties, each bringing one.</summary>
    public static bool Complete(string first, string second)
    {
        var (one, other) = (first.Split('+'), second.Split('+'));
        return (one.Contains(Roles.Coordinator) && other.Contains(Roles.Supervisor)) || (one.Contains(Roles.Supervisor) && other.Contains(Roles.Coordinator));
    }

    // While it runs: the day of the answer; once answered: the end of the time for the person's word.
    private static DateOnly EndsBy(Matter matter, Rulebook book)
    {
        var day = matter.State == MatterState.Answered
            ? book.Calendar.AddWorkingDays(ShanghaiTime.DayOf(matter.DeliveredAt ?? matter.AnsweredAt ?? matter.LastAt), book.Limit("verdict-silent")).On
            : matter.DueOn ?? book.Today;
        return day < book.Today ? book.Today : day;
    }
}

/// <summary>Why personal data is not shown, corrected or erased.</summary>
public static class ErasureRefusals
{
    /// <summary>The matter runs; it should end by that day.</summary>
    public static RefusedException Open(DateOnly endsBy) => new("erasure.open", endsBy);

    /// <summary>The time it has to be kept for has not ended: from that day it may go.</summary>
    public static RefusedException Kept(DateOnly until) => new("erasure.kept", until);

    /// <summary>It is erased already.</summary>
    public static RefusedException DoneBefore(DateOnly on) => new("erasure.done_before", on);

    /// <summary>A report of wrongdoing or a complaint about the work: the body that examines it decides.</summary>
    public static RefusedException Sealed() => new("erasure.sealed");

    /// <summary>A request waits already.</summary>
    public static RefusedException AskedBefore() => new("erasure.asked_before");

    /// <summary>The same officer cannot agree twice, nor agree to what that officer took down.</summary>
    public static RefusedException SecondNeeded() => new("erasure.second_needed");

    /// <summary>One who coordinates and one who supervises, never two of a kind.</summary>
    public static RefusedException OtherDutyNeeded() => new("erasure.other_duty_needed");

    /// <summary>Two officers agreed: it is being carried out.</summary>
    public static RefusedException ApprovedBefore() => new("erasure.approved_before");

    /// <summary>The officer at the window has not checked who asks.</summary>
    public static RefusedException IdentityNeeded() => new("erasure.identity_needed") { Field = "identified" };

    /// <summary>Nothing was given to correct.</summary>
    public static RefusedException NothingToCorrect() => new("rights.nothing_to_correct") { Field = "phone" };

    /// <summary>The person no longer wants to be reached.</summary>
    public static RefusedException ContactWithdrawn() => new("contact.withdrawn");

    /// <summary>A list of erasures holds a line this district did not write.</summary>
    public static RefusedException ListDamaged(string line) => new("erasure.list_damaged", line);
}
