using Lianxin.Database;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Notifications;

/// <summary>
/// One thing a person is still to be told about a matter, and by which way: a message, a call or a letter. A work list made from facts and
/// beside them; of each matter and subject there is one row, which a newer notice takes over.
/// </summary>
public sealed class Notice
{
    /// <summary>Matter and subject, see <see cref="KeyOf"/>.</summary>
    public string Key { get; init; } = "";

    /// <summary>The matter.</summary>
    public long Matter { get; init; }

    /// <summary>What it is about: <c>receipt</c>, <c>limit</c>, <c>answer</c> or <c>word</c>.</summary>
    public string About { get; init; } = "";

    /// <summary>The code of the template it is worded by.</summary>
    public string Code { get; internal set; } = "";

    /// <summary>The entry that gave rise to it; its texts fill the template.</summary>
    public long Cause { get; internal set; }

    /// <summary>By which way: <c>message</c>, <c>call</c> or <c>letter</c>.</summary>
    public string Way { get; internal set; } = "";

    /// <summary>The message's own id, which is its file's name.</summary>
    public Guid Message { get; internal set; }

    /// <summary>Since when it waits.</summary>
    public DateTime MadeAt { get; internal set; }

    /// <summary>When it is to be tried next.</summary>
    public DateTime NextAt { get; internal set; }

    /// <summary>When its words were put together: what changed later it did not tell.</summary>
    public DateTime? WordedAt { get; internal set; }

    /// <summary>When its file stood durable, before it was let go to the gateway.</summary>
    public DateTime? StagedAt { get; internal set; }

    /// <summary>Times it was tried by this way without success.</summary>
    public int Tries { get; internal set; }

    /// <summary>The officer who took the call or letter on.</summary>
    public Guid? ClaimedBy { get; internal set; }

    /// <summary>When.</summary>
    public DateTime? ClaimedAt { get; internal set; }

    /// <summary>When nothing was left to do.</summary>
    public DateTime? EndedAt { get; internal set; }

    /// <summary>When the message was taken to have told something.</summary>
    public DateTime? ToldAt { get; internal set; }

    /// <summary>The key of a matter's notice about that subject.</summary>
    public static string KeyOf(long matter, string about) => $"{matter}-{about}";

    /// <summary>A new thing to tell takes the row over.</summary>
    internal void Wait(string code, long cause, string way, Guid message, DateTime now)
    {
        (Code, Cause, Way, Message) = (code, cause, way, message);
        (MadeAt, NextAt, EndedAt, WordedAt, StagedAt, ToldAt) = (now, now, null, null, null, null);
        (Tries, ClaimedBy, ClaimedAt) = (0, null, null);
    }

    /// <summary>No message can tell it: somebody calls.</summary>
    internal void TurnToCall(DateTime now) => Wait(Code, Cause, NoticeWay.Call, Message, now);

    /// <summary>Nothing is left to do.</summary>
    internal void End(DateTime now) => EndedAt ??= now;
}

/// <summary>The ways of a notice.</summary>
public static class NoticeWay
{
    /// <summary>A file for the message gateway.</summary>
    public const string Message = "message";

    /// <summary>A phone task.</summary>
    public const string Call = "call";

    /// <summary>A letter to print and post.</summary>
    public const string Letter = "letter";
}

/// <summary>The subjects of a notice; of each a matter has one notice at a time.</summary>
public static class NoticeAbout
{
    /// <summary>Number, code and day after the recording.</summary>
    public const string Receipt = "receipt";

    /// <summary>A day that is to be told (INV-04).</summary>
    public const string Limit = "limit";

    /// <summary>An answer that is to be delivered (INV-03).</summary>
    public const string Answer = "answer";

    /// <summary>Anything else: a question, an acknowledgement.</summary>
    public const string Word = "word";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Receipt, Limit, Answer, Word];
}

/// <summary>The table of notices.</summary>
public sealed class NoticeTables : ITables
{
    /// <inheritdoc/>
    public void Map(ModelBuilder model) => model.Entity<Notice>(e => e.HasKey(x => x.Key));
}
