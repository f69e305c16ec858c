using Lianxin.Profiles;

namespace Lianxin.Web.Demo;

/// <summary>A refusal's reason of the profile and the words that go with it.</summary>
public sealed record DemoRefusal(string Reason, string Text);

/// <summary>What officers and residents of the demo say while a matter is handled, list by list.</summary>
public sealed class DemoDeskWords
{
    private const string File = "desk-words.json";

    private readonly Dictionary<string, IReadOnlyList<string>> _lists;

    private DemoDeskWords(Dictionary<string, IReadOnlyList<string>> lists, IReadOnlyList<DemoRefusal> refusals)
    {
        _lists = lists;
        Refusals = refusals;
    }

    /// <summary>The lists the file must have.</summary>
    public static IReadOnlyList<string> Lists { get; } =
    [
        "surnames", "titles", "koreanSurnames", "questions", "replies", "added", "helperAsks", "papersWhere", "papersNote", "generalPapers",
        "longerReasons", "kindReasons", "basis", "chasedWhom", "chasedWords", "approvals", "settleReasons", "withdrawReasons", "unmergeReasons", "reminders", "orders",
        "promises", "rulingsBack", "rulingsClosed", "checkConfirmed", "thanks", "notes", "attemptWays",
    ];

    /// <summary>Refusals with their reasons.</summary>
    public IReadOnlyList<DemoRefusal> Refusals { get; }

    /// <summary>A list by its name.</summary>
    public IReadOnlyList<string> this[string list] => _lists[list];

    /// <summary>Reads the words that the program carries; throws <see cref="InvalidDataFilesException"/> with every problem.</summary>
    public static DemoDeskWords Read()
    {
        var problems = new List<ProfileProblem>();
        var words = new DemoTownFiles(problems).One(File, f => new DemoDeskWords(
            Lists.Append("koreanTitle").ToDictionary(list => list, list => list == "koreanTitle" ? [f.Text(list)] : f.Texts(list)),
            f.List("refusals", r => new DemoRefusal(r.Text("reason"), r.Text("text")))));
        return problems.Count is 0 ? words : throw new InvalidDataFilesException(problems);
    }
}
