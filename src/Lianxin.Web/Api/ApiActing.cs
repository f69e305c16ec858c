using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Matters;

namespace Lianxin.Web.Api;

/// <summary>Takes the steps of the life table for the key's unit, through the desks the pages use.</summary>
public sealed class ApiActing(
    LianxinDatabase database, Rules rules, ApiReading reading, MatterTriage triage, MatterHandling handling, MatterAnswers answers, MatterFeedback feedback,
    MatterBacklog backlog, MatterHindrance hindrance)
{
    /// <summary>The steps a unit may take, by key, in the order of the life table.</summary>
    public static IReadOnlyDictionary<string, Step> Steps { get; } =
        MatterLifecycle.Steps.Where(s => s.ForUnits).ToDictionary(s => s.Key, StringComparer.Ordinal);

    /// <summary>What programs try that know other systems; always refused with the link that is missing.</summary>
    public const string Close = "close";

    /// <summary><c>POST /api/v1/matters/{number}/steps/{step}</c>.</summary>
    public async Task Handle(HttpContext context)
    {
        ApiQuery.Read(context.Request, ApiInputs.None);
        var key = context.Request.RouteValues["step"] as string ?? "";
        if (key == Close)
        {
            throw WhyNotClosed((await See(context)).Matter);
        }

        if (!Steps.TryGetValue(key, out var step))
        {
            throw new ApiProblemException(404, "step.unknown", string.Join(", ", Steps.Keys));
        }

        var seen = await See(context);
        var input = ApiReader.Read(await ApiBody.Read(context.Request, ApiBody.Most), ApiInputs.Steps[step]);
        var at = new MatterRef(seen.Matter.Number, Shown(context.Request));
        await Take(step, new Call(at, input, seen, ApiReading.ActorOf(context)));
        await Answer(context, seen.Matter.Number);
    }

    // No step closes a matter: it ends when its last link stands (ED-26).
    private static RefusedException WhyNotClosed(Matter matter) => ClosedLoop.Missing(matter) is { } link
        ? MatterRefusals.LinkMissing(link)
        : MatterRefusals.NotNow(matter, MatterLifecycle.Answer);

    private async Task<MatterSeen> See(HttpContext context)
    {
        await using var db = database.Read();
        return await reading.Find(context, db);
    }

    // What was given back or handed on may be out of the key's sight now.
    private async Task Answer(HttpContext context, long number)
    {
        await using var db = database.Read();
        if (await MatterSeen.Find(db, rules, number, ApiReading.ActorOf(context)) is { } after)
        {
            await ApiReading.WriteMatter(context, db, after);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private Task Take(Step step, Call call)
    {
        var (at, input, seen, actor) = call;
        return step.Key switch
        {
            "take_up" => backlog.TakeUp(at, actor),
            "classify" => triage.Classify(at, Classification(input, seen.Matter), actor),
            "answer_now" => answers.AnswerNow(at, Answered(input), input.Text("category"), actor),
            "keep" => triage.Keep(at, call.Officer("officer"), actor),
            "accept" => handling.Accept(at, call.Officer("officer"), actor),
            "answer" => answers.Answer(at, Answered(input), actor),
            "dispatch" => triage.Dispatch(at, call.Unit(), input.Text("note"), actor),
            "return" => handling.Return(at, input.Words("reason"), input.Words("words"), actor),
            "assign" => handling.Assign(at, call.Officer("officer")!.Value, actor),
            "acknowledge" => triage.Acknowledge(at, input.Text("words"), actor),
            "merge" => feedback.Merge(at, input.Long("master")!.Value, actor),
            "unmerge" => feedback.Unmerge(at, input.Words("reason"), actor),
            "promise_rest" => feedback.PromiseRest(at, input.Words("promise"), input.Day("dueOn")!.Value, actor),
            _ => Handle(step, call),
        };
    }

    private Task Handle(Step step, Call call)
    {
        var (at, input, _, actor) = call;
        return step.Key switch
        {
            "ask" => handling.Ask(at, input.Words("question"), actor),
            "ask_papers" => handling.AskPapers(at, input.List<string>("items"), input.Text("where"), actor),
            "papers_in" => handling.PapersIn(at, input.Text("note"), actor),
            "report_up" => handling.ReportUp(at, input.Words("rule"), input.Whole("days"), actor),
            "chase" => handling.Chase(at, input.Words("whom"), input.Words("words"), actor),
            "approval" => handling.Approval(at, input.Day("documentOn")!.Value, input.Words("document"), input.Flag("execute") ?? false, actor),
            "extend" => handling.Extend(at, input.Day("dueOn")!.Value, input.Words("reason"), actor, call.Officer("approver")),
            "change_kind" => handling.ChangeKind(at, Kind(input), input.Words("reason"), actor),
            "add_helper" => handling.AddHelper(at, call.Unit(), input.Words("what"), input.Whole("days"), actor),
            "help" => handling.Help(at, input.Words("position"), actor),
            "block" => hindrance.Block(at, input.Text("reason"), call.Unit(), input.Words("words"), actor),
            "unblock" => hindrance.Unblock(at, input.Words("words"), actor),
            "note" => handling.Note(at, input.Words("note"), input.Flag("open") ?? false, actor),
            "refuse" => answers.Refuse(at, input.Words("reason"), input.Words("answer"), call.Officer("second")!.Value, actor),
            "tell" when input.Flag("reached") == false => answers.Attempt(at, input.Words("way"), actor),
            "tell" => answers.Tell(at, input.Words("way"), input.Text("note"), actor),
            _ => throw new InvalidOperationException($"The step {step.Key} has no way in."),
        };
    }

    private static ClassifyMatter Classification(ApiInput input, Matter matter) => new(
        Kind(input),
        input.Text("category") ?? matter.Category,
        input.Text("place") ?? matter.Place,
        input.Flag("urgent") ?? matter.Urgent,
        Conventions.TryParse<MatterForm>(input.Text("form"), out var form) ? form : null,
        input.Whole("days"),
        input.Text("reason"));

    private static MatterKind Kind(ApiInput input) =>
        Conventions.TryParse<MatterKind>(input.Text("kind"), out var kind) ? kind : throw MatterRefusals.Missing("kind");

    private static AnswerMatter Answered(ApiInput input) => new(
        Conventions.TryParse<MatterOutcome>(input.Text("outcome"), out var outcome) ? outcome : throw MatterRefusals.NotAnOutcome(),
        input.Words("answer"),
        input.Text("destination"),
        input.Whole("households"),
        input.Long("moneyFen"),
        input.Flag("lasting"));

    // The version in front of an ETag of ours, or a version alone; * does not mind what changed.
    private static int? Shown(HttpRequest request)
    {
        if (request.Headers.IfMatch.Count == 0)
        {
            throw ApiProblemException.Header(428, "If-Match", "precondition.missing");
        }

        var given = request.Headers.IfMatch.ToString();
        if (given == "*")
        {
            return null;
        }

        var digits = given.Trim('"').Split('-')[0];
        return digits.Length <= 9 && int.TryParse(digits, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var version)
            ? version
            : throw ApiProblemException.Header(400, "If-Match", "precondition.malformed");
    }

    private sealed record Call(MatterRef At, ApiInput Input, MatterSeen Seen, Actor Actor)
    {
        internal Guid Unit() => Seen.Rules.Units.ByCode(Input.Words("unit"))?.Id ?? throw MatterRefusals.NoSuchUnit();

        internal Guid? Officer(string field) => Input.Text(field) is { } code
            ? Seen.Rules.Officers.ByCode(code)?.Id ?? throw ApiProblemException.Input([new ApiError("field.no_such_officer", field) { Pointer = "/" + field }])
            : null;
    }
}
