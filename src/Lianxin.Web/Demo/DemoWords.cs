using System.Globalization;
using System.Text.RegularExpressions;

namespace Lianxin.Web.Demo;

/// <summary>What a resident wrote, with the general answers that fit when the story has none, and the values its slots took.</summary>
public sealed record DemoText(string Title, string Body, DemoStory Story, DemoCategoryTexts? Texts, IReadOnlyDictionary<string, string> Values);

/// <summary>Puts the town's words together; the same dice give the same words.</summary>
public sealed partial class DemoWords(DemoTownBook town, Random dice)
{
    /// <summary>The slots that only an answer fills: the unit, the day somebody went there, a day still to come.</summary>
    public static IReadOnlyList<string> AnswerSlots { get; } = ["单位", "日", "期"];

    private DemoPhrases Shared => town.Phrases;

    /// <summary>The stories that can happen on this kind of ground: estate or hamlet.</summary>
    public static IReadOnlyList<DemoStory> StoriesFor(DemoCategoryTexts texts, string ground) =>
        texts.Where.Contains(ground) ? [.. texts.Stories.Where(s => s.Where is null || s.Where == ground)] : [];

    /// <summary>The messages that fit this kind of ground.</summary>
    public static IReadOnlyList<DemoMessage> MessagesFor(IReadOnlyList<DemoMessage> messages, string ground) =>
        [.. messages.Where(m => m.Where is null || m.Where == ground)];

    /// <summary>A resident's words on one of the category's stories that fit the spot.</summary>
    public DemoText Tell(DemoCategoryTexts texts, DemoSpot spot)
    {
        var story = Any(StoriesFor(texts, spot.Estate.Kind));
        var values = Values(spot);
        var detail = dice.Next(10) < 7 ? Any(texts.Details) : "";
        var body = Any(Shared.Openings) + story.Body + detail + Any(texts.Consultation ? Shared.ConsultClosings : Shared.Closings);
        return new DemoText(Fill(Title(texts, story), values), Fill(body, values), story, texts, values);
    }

    /// <summary>An opinion or a suggestion at a spot.</summary>
    public DemoText Suggest(DemoMessage message, DemoSpot spot) =>
        Tell(message with { Body = Any(Shared.MessageOpenings) + message.Body }, spot);

    /// <summary>A message word for word, as the Korean ones are (WQ-17).</summary>
    public DemoText Tell(DemoMessage message, DemoSpot spot)
    {
        var values = Values(spot);
        var story = new DemoStory([message.Title], message.Body, null, []);
        return new DemoText(Fill(message.Title, values), Fill(message.Body, values), story, null, values);
    }

    /// <summary>The handler's answer: visitedOn is the day somebody went there, laterOn a day still to come.</summary>
    public string Answer(DemoText told, string unit, DateOnly visitedOn, DateOnly laterOn)
    {
        var values = new Dictionary<string, string>(told.Values) { ["单位"] = unit, ["日"] = Day(visitedOn), ["期"] = Day(laterOn) };
        var asked = told.Texts is { Consultation: true };
        var opening = Any(asked ? Shared.ConsultReplyOpenings : Shared.ReplyOpenings);
        var closing = Any(asked ? Shared.ConsultReplyClosings : Shared.ReplyClosings);
        return Fill(opening + Any(told.Story.Replies is { Count: > 0 } own ? own : General(told.Texts)) + closing, values);
    }

    /// <summary>An answer in Korean for a message in Korean.</summary>
    public string AnswerInKorean(DemoText told, string unit, DateOnly visitedOn, DateOnly laterOn) => Fill(
        Any(Shared.KoreanReplies),
        new Dictionary<string, string>(told.Values) { ["单位"] = unit, ["日"] = KoreanDay(visitedOn), ["期"] = KoreanDay(laterOn) });

    /// <summary>Fills every {slot}; an unknown one is an error, so no brace is ever shown to a resident.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values) => Slot().Replace(text, slot =>
        values.TryGetValue(slot.Groups[1].Value, out var value) ? value : throw new InvalidOperationException($"No value for {slot.Value} in “{text}”."));

    public static IEnumerable<string> SlotsOf(string text) => Slot().Matches(text).Select(m => m.Groups[1].Value);

    private static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Month}月{day.Day}日");

    private static string KoreanDay(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Month}월 {day.Day}일");

    private IReadOnlyList<string> General(DemoCategoryTexts? texts) => texts switch
    {
        { Consultation: true } => Shared.GeneralConsultReplies,
        { Placeless: true } => Shared.GeneralDeskReplies,
        _ => Shared.GeneralReplies,
    };

    private string Title(DemoCategoryTexts texts, DemoStory story)
    {
        var title = Any(story.Titles);
        return texts.Placeless || SlotsOf(title).Intersect(DemoSpot.Slots).Any() ? title : Any(Shared.TitlePrefixes) + title;
    }

    private Dictionary<string, string> Values(DemoSpot spot)
    {
        var values = new Dictionary<string, string>(spot.Values);
        foreach (var (slot, choices) in town.Slots)
        {
            values[slot] = Any(choices);
        }

        return values;
    }

    private T Any<T>(IReadOnlyList<T> choices) => choices[dice.Next(choices.Count)];

    [GeneratedRegex(@"\{([^{}]+)\}", RegexOptions.NonBacktracking)]
    private static partial Regex Slot();
}
