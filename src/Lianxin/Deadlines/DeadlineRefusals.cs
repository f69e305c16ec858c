using Lianxin.Foundation;

namespace Lianxin.Deadlines;

/// <summary>Every way a clock says no. Codes are public interface; texts stand under <c>refusal.CODE</c>.</summary>
public static class DeadlineRefusals
{
    /// <summary>It was met before: nothing about it changes any more.</summary>
    public static RefusedException Met() => new("deadline.met");

    /// <summary>Only a clock that waits for the person's papers may stand (LZ-22).</summary>
    public static RefusedException MayNotPause() => new("deadline.may_not_pause");

    /// <summary>It stands already.</summary>
    public static RefusedException Paused() => new("deadline.paused");

    /// <summary>It does not stand.</summary>
    public static RefusedException NotPaused() => new("deadline.not_paused");

    /// <summary>The day lies before the clock's last change.</summary>
    public static RefusedException TooEarly(DateOnly least) => new("deadline.too_early", least);

    /// <summary>This rule knows no extension.</summary>
    public static RefusedException MayNotExtend() => new("deadline.may_not_extend");

    /// <summary>It was extended once already.</summary>
    public static RefusedException ExtendedBefore() => new("deadline.extended_before");

    /// <summary>The limit has ended: an extension comes before its end or not at all.</summary>
    public static RefusedException PastDue(DateOnly due) => new("deadline.past_due", due);

    /// <summary>The new day is not later than the one in force.</summary>
    public static RefusedException NotLater(DateOnly due) => new("deadline.not_later", due) { Field = "dueOn" };

    /// <summary>A limit in working days ends on a working day.</summary>
    public static RefusedException NotWorkingDay(DateOnly on) => new("deadline.not_working_day", on) { Field = "dueOn" };
}
