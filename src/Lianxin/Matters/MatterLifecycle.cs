using Lianxin.Foundation;
using Lianxin.People;

namespace Lianxin.Matters;

/// <summary>Whose step it is, beyond the role.</summary>
public enum Reach
{
    /// <summary>The responsible unit.</summary>
    Own,

    /// <summary>The unit it is offered to.</summary>
    Offered,

    /// <summary>A helping unit that has not answered.</summary>
    Helper,

    /// <summary>Any matter of the district: supervision and coordination.</summary>
    District,

    /// <summary>The person whose matter it is, by link or code.</summary>
    Person,
}

/// <summary>One step of a matter's life: from where, to where, by whom. The key is its route, its button, its API action and its text.</summary>
public sealed record Step(string Key, IReadOnlyList<MatterState> From, MatterState? To, IReadOnlyList<string> Roles, Reach Reach)
{
    /// <summary>Further conditions on the matter itself; a step that does not apply has no button.</summary>
    public Func<Matter, bool> When { get; init; } = static _ => true;

    /// <summary>Allowed for a matter that was merged into another.</summary>
    public bool ForMerged { get; init; }

    /// <summary>Allowed for a row that waits in an import's backlog, without kind or limit.</summary>
    public bool ForBacklog { get; init; }

    /// <summary>A step of the unit itself, which a program with a key of that unit may take too; supervision and the person's own steps are not.</summary>
    public bool ForUnits => Reach is Reach.Own or Reach.Offered or Reach.Helper;
}

/// <summary>
/// The life of a matter, as one table. Operations, buttons, interface, documentation and tests read it; nothing else writes a state.
/// Pauses, merges, returns and reopenings are records beside it.
/// </summary>
public static class MatterLifecycle
{
    private const MatterState Registered = MatterState.Registered;
    private const MatterState Dispatched = MatterState.Dispatched;
    private const MatterState Handling = MatterState.Handling;
    private const MatterState Answered = MatterState.Answered;
    private const MatterState Closed = MatterState.Closed;

    private static readonly MatterState[] Any = [Registered, Dispatched, Handling, Answered, Closed];
    private static readonly string[] Desk = ["window_clerk", "hotline_operator", "unit_lead", "coordinator"];
    private static readonly string[] Handlers = ["handler", "unit_lead"];
    private static readonly string[] Leads = ["unit_lead", "coordinator"];
    private static readonly string[] Supervisors = ["supervisor"];
    private static readonly string[] Person = ["resident_link", "resident_code"];

    /// <summary>Takes a row out of an import's backlog: kind, limit and notice begin this day.</summary>
    public static readonly Step TakeUp = new("take_up", [Registered], Registered, Desk, Reach.Own) { When = static m => m.Backlog, ForBacklog = true };

    /// <summary>Triage: kind, category, place and urgency, each matter confirmed by itself (WQ-38).</summary>
    public static readonly Step Classify = new("classify", [Registered], Registered, Desk, Reach.Own);

    /// <summary>Offers the matter to the competent unit; the giver stays responsible until it accepts (INV-06).</summary>
    public static readonly Step Dispatch = new("dispatch", [Registered, Handling], Dispatched, ["window_clerk", "hotline_operator", "unit_lead", "coordinator", "handler"], Reach.Own) { When = static m => m.Kind is not null };

    /// <summary>签收.</summary>
    public static readonly Step Accept = new("accept", [Dispatched], Handling, Handlers, Reach.Offered);

    /// <summary>退回: once a unit, with a reason, within two working days (YP-26).</summary>
    public static readonly Step Return = new("return", [Dispatched], Registered, Handlers, Reach.Offered);

    /// <summary>The coordinator's final word on who handles it (INV-06).</summary>
    public static readonly Step Settle = new("settle", [Registered, Dispatched], Handling, ["coordinator"], Reach.District) { When = static m => m.Returns >= 2 };

    /// <summary>Starts work in the own unit without an offer.</summary>
    public static readonly Step Keep = new("keep", [Registered], Handling, Desk, Reach.Own) { When = static m => m.Kind is not null };

    /// <summary>Names another officer of the own unit.</summary>
    public static readonly Step Assign = new("assign", [Registered, Dispatched, Handling, Answered], null, Leads, Reach.Own) { ForBacklog = true };

    /// <summary>Another kind, with its reason; the former clock stays in the history (ED-30).</summary>
    public static readonly Step ChangeKind = new("change_kind", [Handling], Handling, Handlers, Reach.Own) { When = static m => m.Form == MatterForm.Demand && !m.Paused };

    /// <summary>延期: once, with a reason and the lead's approval, told anew (INV-04).</summary>
    public static readonly Step Extend = new("extend", [Handling], Handling, ["unit_lead", "coordinator"], Reach.Own) { When = static m => !m.Extended && !m.Paused && m.DueOn is not null };

    /// <summary>The one written notice of all missing papers (INV-09).</summary>
    public static readonly Step AskPapers = new("ask_papers", [Registered, Handling], null, ["window_clerk", "hotline_operator", "handler", "unit_lead"], Reach.Own) { When = static m => m.Form == MatterForm.Demand && !m.Paused };

    /// <summary>The papers came: the clock runs on.</summary>
    public static readonly Step PapersIn = new("papers_in", [Registered, Handling], null, ["handler", "unit_lead", "window_clerk"], Reach.Own) { When = static m => m.Paused };

    /// <summary>上报: sent to the superior (LZ-23, clock A met, clock B starts).</summary>
    public static readonly Step ReportUp = new("report_up", [Handling], Handling, Handlers, Reach.Own) { When = static m => m.Kind == MatterKind.ReportUp };

    /// <summary>催上级: the superior is asked again, every week until its word comes (AMB-07).</summary>
    public static readonly Step Chase = new("chase", [Handling], Handling, Handlers, Reach.Own) { When = static m => m.ChaseOn is not null };

    /// <summary>批复 received: three working days to answer (INV-08).</summary>
    public static readonly Step Approval = new("approval", [Handling], Handling, Handlers, Reach.Own) { When = static m => m.Kind == MatterKind.ReportUp };

    /// <summary>Asks the person a question.</summary>
    public static readonly Step Ask = new("ask", [Handling], Handling, Handlers, Reach.Own);

    /// <summary>A helping unit with its own limit; the lead stays responsible (ED-39).</summary>
    public static readonly Step AddHelper = new("add_helper", [Handling], Handling, Handlers, Reach.Own);

    /// <summary>The helping unit's answer to the lead.</summary>
    public static readonly Step Help = new("help", [Handling], Handling, Handlers, Reach.Helper);

    /// <summary>无法推进: what stands in the way, and whom it goes up to in two working days; the matter does not end by it (WQ-32).</summary>
    public static readonly Step Hinder = new("block", [Handling], Handling, Handlers, Reach.Own) { When = static m => m.Block is null && !m.Paused };

    /// <summary>The way is free again.</summary>
    public static readonly Step Unblock = new("unblock", [Handling], Handling, Handlers, Reach.Own) { When = static m => m.Block is not null };

    /// <summary>The decision from above about what stands in the way.</summary>
    public static readonly Step Decide = new("decide", [Handling], Handling, ["coordinator", "leader"], Reach.District) { When = static m => m.Block is not null };

    /// <summary>A note on the thread: open to the person, or internal.</summary>
    public static readonly Step Note = new("note", [Registered, Dispatched, Handling, Answered], null, ["window_clerk", "hotline_operator", "handler", "unit_lead", "coordinator", "supervisor"], Reach.Own) { ForMerged = true, ForBacklog = true };

    /// <summary>Words spoken to the person: the first contact, a limit told, an answer told.</summary>
    public static readonly Step Tell = new("tell", [Registered, Dispatched, Handling, Answered], null, ["window_clerk", "hotline_operator", "handler", "unit_lead"], Reach.Own) { ForMerged = true, ForBacklog = true };

    /// <summary>答复, with the unit's word on the outcome.</summary>
    public static readonly Step Answer = new("answer", [Handling], Answered, Handlers, Reach.Own) { When = static m => !m.Paused };

    /// <summary>即办: done and answered while the person is there (LZ-20).</summary>
    public static readonly Step AnswerNow = new("answer_now", [Registered], Answered, Desk, Reach.Own);

    /// <summary>不予受理 or not ours: reason, legal route and a second person (WQ-11, INV-11).</summary>
    public static readonly Step Refuse = new("refuse", [Registered, Handling], Answered, ["unit_lead", "coordinator", "window_clerk", "hotline_operator"], Reach.Own);

    /// <summary>收悉 for an opinion or a suggestion.</summary>
    public static readonly Step Acknowledge = new("acknowledge", [Registered], Closed, Desk, Reach.Own) { When = static m => m.Form is MatterForm.Opinion or MatterForm.Suggestion };

    /// <summary>并入 the master that already runs (ED-27).</summary>
    public static readonly Step Merge = new("merge", [Registered, Dispatched, Handling], null, ["window_clerk", "hotline_operator", "handler", "unit_lead", "coordinator"], Reach.Own);

    /// <summary>Takes a wrong merge back; owner and limit return.</summary>
    public static readonly Step Unmerge = new("unmerge", [Registered, Dispatched, Handling], null, ["unit_lead", "coordinator"], Reach.Own) { When = static m => m.Master is not null, ForMerged = true };

    /// <summary>部分解决: what is still promised and by when; then it ends as solved in part.</summary>
    public static readonly Step PromiseRest = new("promise_rest", [Answered], Closed, Handlers, Reach.Own) { When = static m => m.Verdict == MatterVerdict.Partly };

    /// <summary>The supervisor's check of a first 没解决.</summary>
    public static readonly Step Check = new("check", [Handling, Answered], null, Supervisors, Reach.District) { When = static m => m.CheckDueOn is not null && m.Verdict is null };

    /// <summary>The supervisor's ruling on a second 没解决: back once more, or closed with reasons and remedies.</summary>
    public static readonly Step Rule = new("rule", [Answered], null, Supervisors, Reach.District) { When = static m => m.Verdict == MatterVerdict.Not };

    /// <summary>催办.</summary>
    public static readonly Step Remind = new("remind", [Registered, Dispatched, Handling], null, ["supervisor", "coordinator", "leader"], Reach.District);

    /// <summary>督办单.</summary>
    public static readonly Step Order = new("order", [Registered, Dispatched, Handling, Answered], null, Supervisors, Reach.District);

    /// <summary>A call-back: the person's verdict by a recorded call (WQ-33).</summary>
    public static readonly Step CallBack = new("call_back", [Answered], null, ["supervisor", "hotline_operator"], Reach.District) { When = static m => m.Verdict is null };

    /// <summary>反馈上级: what a superior handed down is reported back, once its person is answered (WQ-45).</summary>
    public static readonly Step ReportBack = new("report_back", [Answered, Closed], null, ["coordinator"], Reach.District)
    {
        When = static m => m.SuperiorDueOn is not null && m.ReportedBackAt is null,
        ForMerged = true,
    };

    /// <summary>Names whom it complains about: they and their line see nothing from here (INV-14).</summary>
    public static readonly Step Shield = new("shield", [Registered, Dispatched, Handling, Answered, Closed], null, ["coordinator", "supervisor", "hotline_operator"], Reach.District)
    {
        When = static m => m.RespondentUnit is null && !m.Sealed,
        ForMerged = true,
        ForBacklog = true,
    };

    /// <summary>Lifts the shield, by two officers.</summary>
    public static readonly Step Unshield = new("unshield", [Registered, Dispatched, Handling, Answered, Closed], null, ["coordinator", "supervisor"], Reach.District)
    {
        When = static m => m.RespondentUnit is not null,
        ForMerged = true,
        ForBacklog = true,
    };

    /// <summary>Hands a report of wrongdoing or a complaint about the work to the body that examines it, sealed (INV-10).</summary>
    public static readonly Step Seal = new("seal", [Registered, Dispatched, Handling], null, ["coordinator", "supervisor", "hotline_operator"], Reach.District) { When = static m => !m.Sealed && m.DueOn is not null };

    /// <summary>A request to erase, taken down at a window from a person whose identity was checked (个人信息保护法 art. 47).</summary>
    public static readonly Step EraseAtWindow = new("erase", [Closed], null, ["window_clerk", "unit_lead", "coordinator"], Reach.District)
    {
        When = static m => m.Erasure is null && m.ErasedAt is null && !m.Sealed,
        ForMerged = true,
    };

    /// <summary>Agrees to erase: two officers, one who coordinates and one who supervises; neither took the request down.</summary>
    public static readonly Step AgreeErasure = new("agree_erasure", Any, null, ErasureRules.Approvers, Reach.District) { When = static m => m.Erasure is not null, ForMerged = true };

    /// <summary>Refuses to erase, with a reason the person reads.</summary>
    public static readonly Step RefuseErasure = new("refuse_erasure", Any, null, ErasureRules.Approvers, Reach.District) { When = static m => m.Erasure is not null, ForMerged = true };

    /// <summary>The person asks to have the own data erased; what stands against it is said with its day.</summary>
    public static readonly Step AskErasure = new("ask_erasure", Any, null, Person, Reach.Person) { ForMerged = true, ForBacklog = true };

    /// <summary>The person corrects the own contact (art. 46).</summary>
    public static readonly Step CorrectContact = new("correct_contact", Any, null, Person, Reach.Person) { When = static m => m.ErasedAt is null, ForMerged = true, ForBacklog = true };

    /// <summary>The person no longer wants to be reached (art. 15).</summary>
    public static readonly Step WithdrawConsent = new("withdraw_consent", Any, null, Person, Reach.Person)
    {
        When = static m => m.ErasedAt is null && m.ContactWithdrawnAt is null,
        ForMerged = true,
        ForBacklog = true,
    };

    /// <summary>Words and photos from the person.</summary>
    public static readonly Step Add = new("add", [Registered, Dispatched, Handling, Answered], null, Person, Reach.Person) { ForMerged = true, ForBacklog = true };

    /// <summary>The person's answer to a question.</summary>
    public static readonly Step Reply = new("reply", [Handling], Handling, Person, Reach.Person);

    /// <summary>撤回 by the person.</summary>
    public static readonly Step Withdraw = new("withdraw", [Registered, Dispatched, Handling], Closed, Person, Reach.Person) { ForMerged = true, ForBacklog = true };

    /// <summary>催一下, once past the told day.</summary>
    public static readonly Step Nudge = new("nudge", [Registered, Dispatched, Handling], null, Person, Reach.Person) { ForMerged = true };

    /// <summary>解决了, 部分解决 or 没解决.</summary>
    public static readonly Step GiveVerdict = new("verdict", [Answered], null, Person, Reach.Person) { When = static m => m.Verdict is null };

    /// <summary>The optional five-step rating, after the verdict.</summary>
    public static readonly Step Rate = new("rate", [Answered, Handling, Closed], null, Person, Reach.Person) { When = static m => m.AnsweredAt is not null };

    /// <summary>All steps, in the order a page shows them.</summary>
    public static readonly IReadOnlyList<Step> Steps =
    [
        TakeUp, Classify, AnswerNow, Keep, Accept, Answer, Dispatch, Return, Settle, Assign, Ask, AskPapers, PapersIn, ReportUp, Chase, Approval, Extend, ChangeKind,
        AddHelper, Help, Hinder, Unblock, Decide, Tell, Note, Acknowledge, Refuse, Merge, Unmerge, PromiseRest, Check, Rule, CallBack, ReportBack, Remind, Order,
        Shield, Unshield, Seal, EraseAtWindow, AgreeErasure, RefuseErasure,
        Add, Reply, Withdraw, Nudge, GiveVerdict, Rate, AskErasure, CorrectContact, WithdrawConsent,
    ];

    /// <summary>The steps open to the actor now: the buttons of the page.</summary>
    public static IEnumerable<Step> OpenTo(Matter matter, Actor actor, Standing standing) =>
        Steps.Where(step => WhyNot(step, matter, actor, standing) is null);

    /// <summary>Why the step is not open, or null when it is.</summary>
    public static RefusedException? WhyNot(Step step, Matter matter, Actor actor, Standing standing)
    {
        if (!(step.Roles.Any(actor.Is) || (step.ForUnits && actor.Is(KeyScopes.ActRole))) || !Reaches(step.Reach, standing))
        {
            return MatterRefusals.NotYours(step);
        }

        if (!step.From.Contains(matter.State))
        {
            return MatterRefusals.NotNow(matter, step);
        }

        if (matter.Master is not null && !step.ForMerged)
        {
            return MatterRefusals.IsMerged(matter);
        }

        if (matter.Backlog && !step.ForBacklog)
        {
            return MatterRefusals.InBacklog();
        }

        return step.When(matter) ? null : matter.Paused ? MatterRefusals.WaitsForPapers(step) : MatterRefusals.NotNow(matter, step);
    }

    private static bool Reaches(Reach reach, Standing standing) => reach switch
    {
        Reach.Own => standing.HasFlag(Standing.Own),
        Reach.Offered => standing.HasFlag(Standing.Offered),
        Reach.Helper => standing.HasFlag(Standing.Helper),
        Reach.Person => standing.HasFlag(Standing.Person),
        Reach.District => true,
        _ => false,
    };
}

/// <summary>How an actor stands to one matter.</summary>
[Flags]
public enum Standing
{
    /// <summary>No relation.</summary>
    None = 0,

    /// <summary>Of the responsible unit.</summary>
    Own = 1,

    /// <summary>Of the unit it is offered to.</summary>
    Offered = 2,

    /// <summary>Of a helping unit.</summary>
    Helper = 4,

    /// <summary>The person whose matter it is.</summary>
    Person = 8,
}
