namespace Lianxin.Notifications;

/// <summary>The templates by which notices are worded; every profile brings each of them.</summary>
internal static class NoticeCode
{
    internal const string Acknowledged = "notice-acknowledged";

    internal const string Again = "notice-again";

    internal const string Answer = "notice-answer";

    internal const string AnswerLetter = "letter-answer";

    internal const string Chased = "notice-chased";

    internal const string DueDate = "notice-due-date";

    internal const string Extension = "notice-extension";

    internal const string Merged = "notice-merged";

    internal const string PapersReminder = "notice-reminder-papers";

    internal const string Question = "notice-question";

    internal const string Receipt = "notice-receipt";

    internal const string Referral = "notice-referral";

    internal const string Registered = "notice-registered";

    internal const string ReportedUp = "notice-report-up";

    internal const string Shelved = "notice-shelved";

    internal const string Supplement = "notice-supplement";
}
