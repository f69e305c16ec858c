using System.ComponentModel.DataAnnotations;
using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Ledger;
using Lianxin.Matters;
using Lianxin.Units;
using Lianxin.Vault;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Web.Portal;

/// <summary>The receipt, and later the tracking page: who has it, until when, the thread of hands, and what the person may do.</summary>
[RequestSizeLimit(PhotoIntake.MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = PhotoIntake.MostBytes)]
public sealed class ShowPage(
    TrackingDoor door, LianxinDatabase database, Rules rules, MatterTimeline timeline, MatterAnswers answers, MatterFeedback feedback,
    ReportDrafts drafts, PhotoIntake photos, FileVault files, CurrentActor current, PageWords words, ContactLooks looks) : OwnMatterPage(door, database, rules)
{
    private static readonly string[] Dones = ["add", "reply", "nudge", "withdraw", "rate", "solved", "partly", "not", "not_again"];

    /// <summary>The hands so far.</summary>
    public IReadOnlyList<TimelineItem> Hands { get; private set; } = [];

    /// <summary>Questions that wait for the person.</summary>
    public IReadOnlyList<OpenQuestion> Questions { get; private set; } = [];

    /// <summary>The answer in force.</summary>
    public string? Answer { get; private set; }

    /// <summary>The query code: only in the browser that sent the report, for a day.</summary>
    public string? Code { get; private set; }

    /// <summary>The code of the registration's entry in the ledger.</summary>
    public SpokenCode? ReceiptCode { get; private set; }

    /// <summary>The registration's receipt, to be drawn as a code; null until its commit is sealed.</summary>
    public ReceiptQr? Proof { get; private set; }

    /// <summary>The same once more in the person's other language; null for one language.</summary>
    public SecondLanguage? Second => SecondLanguage.Of(Matter, Title, Book.Units, Book.Today, Code, words.Culture);

    /// <summary>谁看过我的信息, newest first.</summary>
    public IReadOnlyList<ContactLook> Looks { get; private set; } = [];

    /// <summary>Words to add or to answer with.</summary>
    [BindProperty, Display(Name = "field.words")]
    public string? Words { get; set; }

    /// <summary>Photos to add.</summary>
    [BindProperty, Display(Name = "portal.report.photos")]
    public IReadOnlyList<IFormFile>? Upload { get; set; }

    /// <summary>解决了, 部分解决 or 没解决.</summary>
    [BindProperty, Display(Name = "portal.matter.verdict")]
    public string? Verdict { get; set; }

    /// <summary>Why, in the person's words.</summary>
    [BindProperty, Display(Name = "portal.matter.reason")]
    public string? Reason { get; set; }

    /// <summary>Five steps, 5 best.</summary>
    [BindProperty, Display(Name = "portal.matter.rating")]
    public string? Result { get; set; }

    /// <summary>What was done before the page was shown; null for nothing.</summary>
    public string? Done => Dones.FirstOrDefault(done => done == Request.Query["done"].ToString());

    /// <summary>The address of a photo of a hand, <c>photo_1</c> by its place.</summary>
    public string PhotoAt(TimelineItem hand, string photo) => At($"photos/{hand.Seq}/{photo[6..]}");

    /// <summary>The three verdicts of a person.</summary>
    public IEnumerable<SelectListItem> Verdicts =>
        new[] { MatterVerdict.Solved, MatterVerdict.Partly, MatterVerdict.Not }.Select(v => new SelectListItem(words.Of(v), Conventions.Text(v)));

    /// <summary>The five steps of the rating, best first (GB/T 39734).</summary>
    public IEnumerable<SelectListItem> Ratings => Enumerable.Range(1, 5).Reverse()
        .Select(step => new SelectListItem(words["portal.rating." + step], step.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    /// <summary>The word on the stamp.</summary>
    public string Stamp => words["receipt.stamp." + (Matter.State == MatterState.Closed ? "closed" : Matter.State == MatterState.Answered ? "answered" : "accepted")];

    /// <summary>The address the QR code opens.</summary>
    public string Address => $"{Request.Scheme}://{Request.Host}" + (Token is null ? "/track?number=" + Digits : At());

    /// <summary>Where the matter is, as the person reads it now; null once it ended.</summary>
    public string? Now => Matter switch
    {
        { State: MatterState.Closed } => null,
        { State: MatterState.Answered, Verdict: null } => words["portal.now.your_word"],
        { State: MatterState.Answered, Verdict: MatterVerdict.Partly } => words["portal.now.rest", UnitName(Matter.Unit)],
        { State: MatterState.Answered } => words["portal.now.ruling"],
        { Paused: true } => words["portal.now.papers"],
        { State: MatterState.Handling } => words["portal.now.handling", UnitName(Matter.Unit)],
        { OfferedTo: { } offered } => words["portal.now.offered", UnitName(offered)],
        _ => words["portal.now.registered", UnitName(Matter.Unit)],
    };

    /// <summary>Working days left or over, in words; null when none are counted.</summary>
    public string? Remains => Matter.DueOn is not { } due || Matter.State is MatterState.Answered or MatterState.Closed ? null
        : Matter.Paused ? words["control.term.paused"]
        : Book.Today <= due ? words.Count("control.term.left", Book.Calendar.WorkingDaysBetween(Book.Today, due))
        : words.Count("control.term.over", Math.Max(1, Book.Calendar.WorkingDaysBetween(due, Book.Today)));

    /// <summary>The day has passed, nothing waits for the person, and there was no nudge today.</summary>
    public bool MayNudge => MayTake(MatterLifecycle.Nudge) && !Matter.Paused && Matter.DueOn is { } due && Book.Today > due
        && !Hands.Any(h => h.Key == "portal.thread.nudged" && ShanghaiTime.DayOf(h.At) == Book.Today);

    /// <summary>A rating is asked after the verdict, and may be changed for seven days.</summary>
    public bool MayRate => MayTake(MatterLifecycle.Rate) && !MayTake(MatterLifecycle.GiveVerdict) && (Matter.Verdict is not null || Matter.Reopenings > 0) && Matter.Verdict != MatterVerdict.Silent;

    /// <summary>A phone for questions: of the unit that has it.</summary>
    public string UnitPhone => Book.Units.PhoneOf(Matter.Unit);

    /// <inheritdoc/>
    protected override async Task Load(LianxinDb db)
    {
        Hands = MatterTimeline.ForThePerson(await timeline.Read(db, Book, Number, words.Culture.Name));
        Questions = await (
            from question in db.Questions
            where question.Matter == Number && question.RepliedAt == null
            join text in db.Wordings.Where(w => w.Path == "question") on question.Seq equals text.Seq
            orderby question.AskedAt
            select new OpenQuestion(question.Id, text.Value ?? "")).ToListAsync();
        Answer = Matter.AnswerSeq is { } seq
            ? await db.Wordings.Where(w => w.Seq == seq && w.Path == "answer").Select(w => w.Value).FirstOrDefaultAsync()
            : null;
        (ReceiptCode, Proof) = await OwnProofs.Pinned(db, Number);
        Looks = await looks.Of(db, Number);
        Code = Token is not null && await drafts.Find(CodeCookie.Read(HttpContext)) is { } draft && drafts.ReceiptOf(draft) is { } sent && sent.Link == Token ? sent.Code : null;
    }

    /// <summary>Shows it. That the person opened it is the delivery of what was to be told; a machine's look is not.</summary>
    public async Task OnGet()
    {
        var tells = (Matter.ToldAt is null && Matter.DueOn is not null && Matter.State is not (MatterState.Answered or MatterState.Closed))
            || (Matter.State == MatterState.Answered && Matter.DeliveredAt is null);
        if (tells && IsPersonsLook())
        {
            await answers.Opened(Number, Person);
            await Reload();
        }
    }

    /// <summary>Adds words and photos.</summary>
    public async Task<IActionResult> OnPostAdd(CancellationToken stop)
    {
        var (kept, wrong) = await photos.Keep(Upload ?? [], PhotoIntake.Most, stop);
        try
        {
            if (wrong.Count > 0)
            {
                wrong.Distinct().ToList().ForEach(key => ModelState.AddModelError(nameof(Upload), words[key, PhotoIntake.Most]));
                Forget(kept);
                return Again();
            }

            await feedback.Add(Shown(null), Words, kept, Person);
        }
        catch (RefusedException)
        {
            Forget(kept);
            throw;
        }

        return Redirect(At() + "?done=add");
    }

    /// <summary>Answers a question.</summary>
    public async Task<IActionResult> OnPostReply(Guid question)
    {
        await feedback.Reply(Shown(null), question, Words ?? "", Person);
        return Redirect(At() + "?done=reply");
    }

    /// <summary>催一下.</summary>
    public async Task<IActionResult> OnPostNudge()
    {
        await feedback.Nudge(Shown(null), Person);
        return Redirect(At() + "?done=nudge");
    }

    /// <summary>Takes the person's word about the answer that was shown.</summary>
    public async Task<IActionResult> OnPostVerdict(int version)
    {
        if (!Conventions.TryParse<MatterVerdict>(Verdict, out var verdict))
        {
            return Wrong(nameof(Verdict), "portal.matter.verdict_missing");
        }

        var again = Matter.Reopenings > 0;
        await feedback.Verdict(Shown(version), verdict, Reason, Person);
        return Redirect(At() + "?done=" + (verdict == MatterVerdict.Not && again ? "not_again" : Conventions.Text(verdict)));
    }

    /// <summary>Takes the rating.</summary>
    public async Task<IActionResult> OnPostRate()
    {
        if (!int.TryParse(Result, out var step) || step is < 1 or > 5)
        {
            return Wrong(nameof(Result), "portal.matter.rating_missing");
        }

        await feedback.Rate(Shown(null), step, null, Reason, Person);
        return Redirect(At() + "?done=rate");
    }

    private PageResult Wrong(string field, string key)
    {
        ModelState.AddModelError(field, words[key]);
        return Again();
    }

    private PageResult Again()
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    /// <summary>A browser that shows the page to somebody: no look ahead, no machine that only fetches, no officer of the house.</summary>
    private bool IsPersonsLook()
    {
        var headers = Request.Headers;
        var ahead = headers["Sec-Purpose"].ToString() + headers["Purpose"] + headers["X-Moz"] + headers["X-Purpose"];
        var destination = headers["Sec-Fetch-Dest"].ToString();
        return HttpMethods.IsGet(Request.Method) && ahead.Length == 0 && destination is "" or "document" && !current.IsSignedIn;
    }

    private void Forget(IReadOnlyList<KeptFile> kept)
    {
        foreach (var file in kept)
        {
            files.Remove(file.Name);
        }
    }
}

/// <summary>A question of the unit that waits for the person.</summary>
public sealed record OpenQuestion(Guid Id, string Text);
