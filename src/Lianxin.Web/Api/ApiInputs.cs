using Lianxin.Database;
using Lianxin.Matters;
using Lianxin.Texts;
using Lianxin.Web.Portal;
using static Lianxin.Web.Api.ApiType;

namespace Lianxin.Web.Api;

/// <summary>Every field the interface takes: bodies, steps and queries. What is not here is refused by name.</summary>
public static class ApiInputs
{
    private const int Body = SubmitMatter.BodyLength;
    private const int Long = 4000;
    private const int Short = 500;

    private static readonly string[] Outcomes = [.. new[] { MatterOutcome.Solved, MatterOutcome.SolvedInPart, MatterOutcome.Explained, MatterOutcome.Pointed }.Select(o => Conventions.Text(o))];

    /// <summary>The languages a person may be answered in.</summary>
    public static IReadOnlyList<string> Languages { get; } = [.. Words.Cultures.Select(c => c.Name)];

    /// <summary>How the person is reached; sealed apart and never given out again.</summary>
    public static ApiFields Contact { get; } = new(Line("name", 60), Line("phone", 40), Line("door", 120));

    /// <summary>Of <c>POST /api/v1/matters</c>.</summary>
    public static ApiFields Submit { get; } = new(
        new ApiField("body", Text, Required: true) { Most = Body },
        One<MatterForm>("form"),
        Line("title", MatterIntake.TitleLength),
        new ApiField("channel", Text),
        new ApiField("place", Text),
        new ApiField("category", Text),
        new ApiField("urgent", Flag),
        new ApiField("onBehalf", Flag),
        Number("heads", 1, 500),
        new ApiField("reception", Uuid),
        new ApiField("interpreter", Text) { OneOf = MatterIntake.Interpreters },
        new ApiField("replyBy", Text) { OneOf = MatterIntake.ReplyWays },
        Line("sourceNumber", 60),
        Line("event", 60),
        new ApiField("postmarkedOn", Day),
        new ApiField("openedOn", Day),
        new ApiField("language", Text) { OneOf = Languages },
        new ApiField("arrivedAt", Instant),
        new ApiField("sameAs", ApiType.Matter),
        new ApiField("contact", ApiType.Object) { Fields = Contact },
        new ApiField("photos", ApiType.Pictures) { Most = PhotoIntake.Most });

    /// <summary>Of a route that takes no query, or a step that needs nothing.</summary>
    public static ApiFields None { get; } = new();

    /// <summary>Of each step of the life table that a unit may take.</summary>
    public static IReadOnlyDictionary<Step, ApiFields> Steps { get; } = new Dictionary<Step, ApiFields>
    {
        [MatterLifecycle.TakeUp] = None,
        [MatterLifecycle.Classify] = new(
            One<MatterKind>("kind", required: true), new("category", Text), new("place", Text), new("urgent", Flag), One<MatterForm>("form"), Number("days", 1, 90), Line("reason", Short)),
        [MatterLifecycle.AnswerNow] = new(Outcome, Needed("answer", Long), Line("destination", Short), new("category", Text)),
        [MatterLifecycle.Keep] = new(new ApiField("officer", Text)),
        [MatterLifecycle.Accept] = new(new ApiField("officer", Text)),
        [MatterLifecycle.Answer] = new(
            Outcome, Needed("answer", Long), Line("destination", Short), Number("households", 0, 1_000_000), Number("moneyFen", 0, 1_000_000_000_000), new("lasting", Flag)),
        [MatterLifecycle.Dispatch] = new(Needed("unit", 0), Line("note", Short)),
        [MatterLifecycle.Return] = new(Needed("reason", 0), Needed("words", Short)),
        [MatterLifecycle.Assign] = new(Needed("officer", 0)),
        [MatterLifecycle.Ask] = new(Needed("question", Short)),
        [MatterLifecycle.AskPapers] = new(new("items", ApiType.Texts, Required: true) { Most = 20 }, Line("where", Short)),
        [MatterLifecycle.PapersIn] = new(Line("note", Short)),
        [MatterLifecycle.ReportUp] = new(Needed("rule", Short), Number("days", 1, 90)),
        [MatterLifecycle.Chase] = new(Needed("whom", Short), Needed("words", Short)),
        [MatterLifecycle.Approval] = new(new("documentOn", Day, Required: true), Needed("document", Short), new("execute", Flag)),
        [MatterLifecycle.Extend] = new(new("dueOn", Day, Required: true), Needed("reason", Short), Needed("approver", 0)),
        [MatterLifecycle.ChangeKind] = new(One<MatterKind>("kind", required: true), Needed("reason", Short)),
        [MatterLifecycle.AddHelper] = new(Needed("unit", 0), Needed("what", Short), Number("days", 1, 15)),
        [MatterLifecycle.Help] = new(Needed("position", Long)),
        [MatterLifecycle.Hinder] = new(new("reason", Text, Required: true) { OneOf = MatterHindrance.Reasons }, Needed("unit", 0), Needed("words", Short)),
        [MatterLifecycle.Unblock] = new(Needed("words", Short)),
        [MatterLifecycle.Tell] = new(new("way", Text, Required: true) { OneOf = ["call", "visit", "window", "message", "letter"] }, Line("note", Short), new("reached", Flag)),
        [MatterLifecycle.Note] = new(Needed("note", Long), new("open", Flag)),
        [MatterLifecycle.Acknowledge] = new(Line("words", Long)),
        [MatterLifecycle.Refuse] = new(Needed("reason", 0), Needed("answer", Long), Needed("second", 0)),
        [MatterLifecycle.Merge] = new(new ApiField("master", ApiType.Matter, Required: true)),
        [MatterLifecycle.Unmerge] = new(Needed("reason", Short)),
        [MatterLifecycle.PromiseRest] = new(Needed("promise", Long), new("dueOn", Day, Required: true)),
    };

    /// <summary>Of <c>GET /api/v1/matters</c>.</summary>
    public static ApiFields List { get; } = new(
        new ApiField("q", Text) { Most = 100 },
        One<MatterState>("state"),
        One<MatterKind>("kind"),
        new ApiField("unit", Text),
        new ApiField("place", Text),
        new ApiField("category", Text),
        new ApiField("channel", Text),
        new ApiField("receivedFrom", Day),
        new ApiField("receivedTo", Day),
        new ApiField("dueFrom", Day),
        new ApiField("dueTo", Day),
        new ApiField("overdue", Flag),
        new ApiField("order", Text) { OneOf = ["newest", "deadline"] },
        Number("limit", 1, 100),
        new ApiField("cursor", Text) { Most = 60 });

    /// <summary>Of <c>GET /api/v1/calculator</c>.</summary>
    public static ApiFields Calculator { get; } = new(
        new ApiField("from", Day, Required: true),
        new ApiField("rule", Text, Required: true) { OneOf = [.. CalculatorPage.Rules] },
        Number("days", 0, CalculatorPage.MostDays));

    /// <summary>Of <c>GET /api/v1/figures</c>.</summary>
    public static ApiFields Figures { get; } = new(new ApiField("asOf", Text, Required: true), new ApiField("channel", Text), new ApiField("unit", Text));

    // The desk refuses a word that is no outcome, with its own code (INV-02).
    private static ApiField Outcome => new("outcome", Text, Required: true) { Known = Outcomes };

    private static ApiField Line(string name, int most) => new(name, Text) { Most = most };

    private static ApiField Needed(string name, int most) => new(name, Text, Required: true) { Most = most };

    private static ApiField Number(string name, long least, long most) => new(name, Whole) { Least = least, Most = most };

    private static ApiField One<T>(string name, bool required = false)
        where T : struct, Enum => new(name, Text, required) { OneOf = [.. Enum.GetValues<T>().Select(v => Conventions.Text(v))] };
}
