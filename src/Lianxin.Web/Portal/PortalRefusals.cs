using Lianxin.Foundation;

namespace Lianxin.Web.Portal;

/// <summary>What the residents' pages themselves say no to.</summary>
public static class PortalRefusals
{
    /// <summary>The draft is older than a day, or was cleared.</summary>
    public static RefusedException DraftGone() => new("report.draft_gone");

    /// <summary>The draft was sent already: its receipt is shown instead.</summary>
    public static RefusedException SentBefore() => new("report.sent_before");
}
