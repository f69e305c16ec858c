using Lianxin.Foundation;
using Lianxin.Matters;

namespace Lianxin.Notifications;

/// <summary>What a fact gives a person to hear: the template and the subject.</summary>
internal sealed record Heard(string Code, string About);

/// <summary>The one table from facts to notices. A fact that is not in it is told to nobody.</summary>
internal static class WhoHears
{
    internal static Heard? Of(Fact fact, Matter matter) => fact switch
    {
        MatterReceived { Limit: not null } => new(NoticeCode.Receipt, NoticeAbout.Receipt),
        MatterReceived => new(NoticeCode.Registered, NoticeAbout.Receipt),
        MatterPapersAsked => new(NoticeCode.Supplement, NoticeAbout.Limit),
        MatterExtended => new(NoticeCode.Extension, NoticeAbout.Limit),
        MatterReportedUp => new(NoticeCode.ReportedUp, NoticeAbout.Limit),
        MatterVerdictGiven { Limit: not null } or MatterRuled { Limit: not null } => new(NoticeCode.Again, NoticeAbout.Limit),
        MatterClassified { Limit: not null } or MatterKindChanged { Limit: not null } or MatterTakenUp { Limit: not null }
            or MatterPapersCame or MatterApproved => OfDay(matter),
        MatterLimitRecomputed moved when moved.DueOn != moved.FormerDueOn => OfDay(matter),
        MatterAnswered { Master: not null } => new(NoticeCode.Merged, NoticeAbout.Answer),
        MatterAnswered { Destination: not null, Reason: null } => new(NoticeCode.Referral, NoticeAbout.Answer),
        MatterAnswered => new(matter.ReplyBy == NoticeWay.Letter ? NoticeCode.AnswerLetter : NoticeCode.Answer, NoticeAbout.Answer),
        MatterAsked => new(NoticeCode.Question, NoticeAbout.Word),
        MatterPapersReminded => new(NoticeCode.PapersReminder, NoticeAbout.Word),
        MatterSuperiorChased => new(NoticeCode.Chased, NoticeAbout.Word),
        MatterShelved => new(NoticeCode.Shelved, NoticeAbout.Word),
        MatterAcknowledged => new(NoticeCode.Acknowledged, NoticeAbout.Word),
        _ => null,
    };

    /// <summary>The way the person asked for; null when a mere word is not worth a call.</summary>
    internal static string? Way(Heard heard, string? replyBy) => (heard.About, replyBy) switch
    {
        // Number and code have to reach the person whatever way the answer goes.
        (NoticeAbout.Receipt, _) => NoticeWay.Message,
        (NoticeAbout.Answer, "letter") => NoticeWay.Letter,
        (_, "call" or "visit") => IsWorthACall(heard.About, heard.Code) ? NoticeWay.Call : null,
        _ => NoticeWay.Message,
    };

    internal static bool IsWorthACall(string about, string code) => about is NoticeAbout.Limit or NoticeAbout.Answer || code is NoticeCode.Question or NoticeCode.PapersReminder;

    // A 即办件 is told no day: it is done before the day ends.
    private static Heard? OfDay(Matter matter) => matter.Kind == MatterKind.Immediate ? null : new Heard(NoticeCode.DueDate, NoticeAbout.Limit);
}
