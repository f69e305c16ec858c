using Lianxin.Foundation;

namespace Lianxin.Matters;

/// <summary>One matter of one person: the row every page reads. All of it is derived from the journal; words and contact stand apart.</summary>
public sealed class Matter
{
    /// <summary>The twelve digits as a number.</summary>
    public long Number { get; init; }

    /// <summary>Rises with every change a form could conflict with; a form carries the one it was shown.</summary>
    public int Version { get; internal set; } = 1;

    /// <summary>Demand, opinion, suggestion or consultation.</summary>
    public MatterForm Form { get; internal set; }

    /// <summary>Where it stands.</summary>
    public MatterState State { get; internal set; }

    /// <summary>One of the five; null until triage has set it.</summary>
    public MatterKind? Kind { get; internal set; }

    /// <summary>The unit's word, once given.</summary>
    public MatterOutcome? Outcome { get; internal set; }

    /// <summary>The person's word, once given or passed over in silence.</summary>
    public MatterVerdict? Verdict { get; internal set; }

    /// <summary>The channel it came by.</summary>
    public string Channel { get; init; } = "";

    /// <summary>Category code, once known.</summary>
    public string? Category { get; internal set; }

    /// <summary>Code of the place, 12 digits or longer for a grid.</summary>
    public string? Place { get; internal set; }

    /// <summary>急难愁: the person's mark or triage's.</summary>
    public bool Urgent { get; internal set; }

    /// <summary>The responsible unit (INV-01).</summary>
    public Guid Unit { get; internal set; }

    /// <summary>The responsible officer by name (INV-01).</summary>
    public Guid Officer { get; internal set; }

    /// <summary>The unit that was offered the matter and has not accepted yet.</summary>
    public Guid? OfferedTo { get; internal set; }

    /// <summary>When it was offered; a return is possible within two working days of it.</summary>
    public DateTime? OfferedAt { get; internal set; }

    /// <summary>The entry whose wording <c>title</c> is the title in force.</summary>
    public long TitleSeq { get; internal set; }

    /// <summary>The entry whose wording <c>body</c> is what the person said.</summary>
    public long BodySeq { get; internal set; }

    /// <summary>When it was recorded here.</summary>
    public DateTime ReceivedAt { get; init; }

    /// <summary>When it really came, for history and phone notes; otherwise the same.</summary>
    public DateTime ArrivedAt { get; init; }

    /// <summary>The told day of the answer, at 24:00 (INV-04).</summary>
    public DateOnly? DueOn { get; internal set; }

    /// <summary>The running deadline.</summary>
    public Guid? Deadline { get; internal set; }

    /// <summary>When the person was told the day in force; null while it is not told.</summary>
    public DateTime? ToldAt { get; internal set; }

    /// <summary>The clock stands: a 补办件 waits for the person's papers.</summary>
    public bool Paused { get; internal set; }

    /// <summary>Paused past 30 days: in a list of its own, not ended.</summary>
    public bool Shelved { get; internal set; }

    /// <summary>Waits in an import's backlog, without kind or limit.</summary>
    public bool Backlog { get; internal set; }

    /// <summary>The import that brought it; null for what was said to us.</summary>
    public Guid? Import { get; init; }

    /// <summary>When it was answered where it comes from; null without a historic answer.</summary>
    public DateTime? RepliedAt { get; init; }

    /// <summary>When an imported matter became an ordinary one: from here clocks run and plain figures count it.</summary>
    public DateTime? TakenUpAt { get; internal set; }

    /// <summary>First genuine contact with the person after registration.</summary>
    public DateTime? ContactedAt { get; internal set; }

    /// <summary>When the answer in force was given.</summary>
    public DateTime? AnsweredAt { get; internal set; }

    /// <summary>The entry that holds the answer in force.</summary>
    public long? AnswerSeq { get; internal set; }

    /// <summary>When the answer in force was delivered, or its attempts were exhausted (INV-03).</summary>
    public DateTime? DeliveredAt { get; internal set; }

    /// <summary>When it ended.</summary>
    public DateTime? ClosedAt { get; internal set; }

    /// <summary>The matter this one was merged into.</summary>
    public long? Master { get; internal set; }

    /// <summary>The hindrance that stands in the unit's way now; null while there is none (WQ-32).</summary>
    public Guid? Block { get; internal set; }

    /// <summary>Returns by units so far; the second goes to the coordinator.</summary>
    public int Returns { get; internal set; }

    /// <summary>Notices of papers that could have been asked for at first (未一次告知, INV-09).</summary>
    public int Faults { get; internal set; }

    /// <summary>Times the person said 没解决 and it went back.</summary>
    public int Reopenings { get; internal set; }

    /// <summary>The one extension is used.</summary>
    public bool Extended { get; internal set; }

    /// <summary>A supervisor must look by this day: a first 没解决 or a ruling.</summary>
    public DateOnly? CheckDueOn { get; internal set; }

    /// <summary>The person's rating of the result, 5 best to 1; null when not rated. Staff of the matter see it only in sums.</summary>
    public int? Rating { get; internal set; }

    /// <summary>When it was first rated; it may be changed for seven days.</summary>
    public DateTime? RatedAt { get; internal set; }

    /// <summary>Heads of the reception, for 人次.</summary>
    public int Heads { get; init; } = 1;

    /// <summary>The language the person wants to be answered in.</summary>
    public string Language { get; init; } = "zh-Hans";

    /// <summary>Somebody filed it for another person.</summary>
    public bool OnBehalf { get; init; }

    /// <summary>The person left a phone or another way to be reached.</summary>
    public bool Reachable { get; internal set; }

    /// <summary>The last fact about it.</summary>
    public DateTime LastAt { get; internal set; }

    /// <summary>The reception it was said in: one call or one visit (a batch, 批次). Several matters of it count their heads once.</summary>
    public Guid? Reception { get; init; }

    /// <summary>The interpreter the person needs, as a language code or <c>sign</c>.</summary>
    public string? Interpreter { get; init; }

    /// <summary>The way the person wants to be answered: <c>call</c>, <c>message</c>, <c>letter</c> or <c>visit</c>; null for any.</summary>
    public string? ReplyBy { get; init; }

    /// <summary>The day of a letter's postmark.</summary>
    public DateOnly? PostmarkedOn { get; init; }

    /// <summary>The day a letter was opened: its clock starts here (QW-20).</summary>
    public DateOnly? OpenedOn { get; init; }

    /// <summary>Since when the day in force waits to be told; null when it is told or there is none (INV-04).</summary>
    public DateTime? UntoldSince { get; internal set; }

    /// <summary>From when its clocks run: its recording, or the day an imported one was taken up.</summary>
    public DateTime BegunAt => TakenUpAt ?? ReceivedAt;

    /// <summary>Written down on a later day than it was said (LZ-19); an import's own times are another matter.</summary>
    public bool RecordedLate => Import is null && ShanghaiTime.DayOf(ArrivedAt) < ShanghaiTime.DayOf(ReceivedAt);

    /// <summary>Imported history that nobody took up: no clock, no phone task, in no plain figure.</summary>
    public bool IsHistory => Import is not null && TakenUpAt is null;

    /// <summary>An imported matter becomes an ordinary one; its historic answer is none of ours.</summary>
    internal void TakeUp(DateTime at)
    {
        if (IsHistory)
        {
            TakenUpAt = at;
            AnsweredAt = null;
        }
    }

    /// <summary>When a unit first took it on, by accepting, keeping or answering it; stays when it is passed on.</summary>
    public DateTime? AcceptedAt { get; internal set; }

    /// <summary>The listed reason it was refused for, where the answer in force is a refusal (WQ-11).</summary>
    public string? Refusal { get; internal set; }

    /// <summary>The day a superior wants it answered by; null for what nobody handed down (WQ-45).</summary>
    public DateOnly? SuperiorDueOn { get; init; }

    /// <summary>The day the superior is to be asked again for its word, while it is awaited (AMB-07); null for none.</summary>
    public DateOnly? ChaseOn { get; internal set; }

    /// <summary>When the answer was reported back to the superior.</summary>
    public DateTime? ReportedBackAt { get; internal set; }

    /// <summary>The unit complained about while the shield stands (INV-14); null for none.</summary>
    public Guid? RespondentUnit { get; internal set; }

    /// <summary>The officer complained about by name while the shield stands.</summary>
    public Guid? RespondentOfficer { get; internal set; }

    /// <summary>Read by the body that examines it alone (INV-10).</summary>
    public bool Sealed { get; internal set; }

    /// <summary>The request to erase it that waits or is approved; null for none.</summary>
    public Guid? Erasure { get; internal set; }

    /// <summary>When its words, photos and contact were erased; null while they stand.</summary>
    public DateTime? ErasedAt { get; internal set; }

    /// <summary>When the person took back the consent to be reached; nobody is shown the contact since.</summary>
    public DateTime? ContactWithdrawnAt { get; internal set; }

    /// <summary>Puts a day in force that the person is to be told anew; null takes the day away.</summary>
    internal void Promise(DateOnly? dueOn, DateTime at)
    {
        DueOn = dueOn;
        ToldAt = null;
        UntoldSince = dueOn is null ? null : at;
    }
}
