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
        MatterReceived { Limit: not null } => new("notice-receipt", NoticeAbout.Receipt),
        MatterReceived => new("notice-registered", NoticeAbout.Receipt),
        MatterPapersAsked => new("notice-supplement", NoticeAbout.Limit),
        MatterExtended => new("notice-extension", NoticeAbout.Limit),
        MatterReportedUp => new("notice-upward", NoticeAbout.Limit),
        MatterVerdictGiven { Limit: not null } or MatterRuled { Limit: not null } => new("notice-again", NoticeAbout.Limit),
        MatterClassified { Limit: not null } or MatterKindChanged { Limit: not null } or MatterTakenUp { Limit: not null }
            or MatterPapersCame or MatterApproved => OfDay(matter),
        MatterLimitRecomputed moved when moved.DueOn != moved.FormerDueOn => OfDay(matter),
        MatterAnswered { Master: not null } => new("notice-merged", NoticeAbout.Answer),
        MatterAnswered { Destination: not null, Reason: null } => new("notice-pointed", NoticeAbout.Answer),
        MatterAnswered => new(matter.ReplyBy == NoticeWay.Letter ? "letter-answer" : "notice-answer", NoticeAbout.Answer),
        MatterAsked => new("notice-question", NoticeAbout.Word),
        MatterShelved => new("notice-shelved", NoticeAbout.Word),
        MatterAcknowledged => new("notice-acknowledged", NoticeAbout.Word),
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

    internal static bool IsWorthACall(string about, string code) => about is NoticeAbout.Limit or NoticeAbout.Answer || code == "notice-question";

    // A 即办件 is told no day: it is done before the day ends.
    private static Heard? OfDay(Matter matter) => matter.Kind == MatterKind.Immediate ? null : new Heard("notice-due-date", NoticeAbout.Limit);
}
