using Lianxin.Profiles;

namespace Lianxin.Web.Demo;

/// <summary>Turns the town's files into their typed rows; one method a file.</summary>
internal static class DemoTownReader
{
    public static DemoTownBook Read(DemoTownFiles files)
    {
        var addresses = files.One("addresses.json", f => (
            Roads: f.List("roads", r => new DemoRoad(r.Text("name"), r.Text("place"))),
            Landmarks: f.List("landmarks", l => new DemoLandmark(l.Text("name"), l.Text("kind"), l.Text("place"))),
            Estates: f.List("estates", Estate)));
        return new DemoTownBook
        {
            Places = files.Rows("places.json", Place),
            Units = files.Rows("units.json", Unit),
            Officers = files.Rows("officers.json", f => new DemoOfficer(f.Text("login"), f.Text("name"), f.Text("unit"), f.Texts("roles"), f.Text("title"))),
            Roads = addresses.Roads,
            Landmarks = addresses.Landmarks,
            Estates = addresses.Estates,
            Texts = [.. DemoTownFiles.Names.Where(n => n.StartsWith("texts-", StringComparison.Ordinal)).SelectMany(n => files.Rows(n, Texts))],
            Phrases = files.One("phrases.json", Phrases),
            Slots = files.Rows("slots.json", f => (Code: f.Text("code"), Values: f.Texts("values"))).ToDictionary(s => s.Code, s => s.Values),
        };
    }

    private static DemoPlace Place(RecordFields f) =>
        new(f.Text("code"), f.OneOf("level", ProfileWords.PlaceLevels), f.Text("name"), f.Text("english"), f.Text("initials"), f.Texts("aliases"),
            f.List("parents", p => new DemoParent(p.Text("code"), p.OptionalDay("from"), p.OptionalDay("until"))), Former(f));

    private static DemoUnit Unit(RecordFields f) =>
        new(f.Text("code"), f.Text("kind"), f.Text("name"), f.Text("english"), f.Text("initials"), f.Text("place"), f.OptionalText("parent"),
            f.Texts("topics"), f.Text("address"), f.Text("phone"), Day(f, "since"), Former(f));

    private static IReadOnlyList<DemoFormerName> Former(RecordFields f) =>
        f.List("formerly", n => new DemoFormerName(n.Text("name"), n.OptionalText("code"), Day(n, "until")));

    private static DateOnly Day(RecordFields f, string name) => f.OptionalDay(name) ?? f.Wrong(name, "(missing)", "a day as yyyy-MM-dd", default(DateOnly));

    private static DemoEstate Estate(RecordFields f) =>
        new(f.Text("name"), f.OneOf("kind", ["estate", "hamlet"]), f.Text("place"), f.Text("grid"), f.Text("road"), f.Number("number", 1, 999),
            f.Number("buildings", 0, 60), f.Number("doors", 0, 9), f.Number("floors", 1, 40), f.Number("builtIn", 1950, 2026));

    private static DemoCategoryTexts Texts(RecordFields f) => new(f.Text("category"), f.Number("weight", 1, 100))
    {
        Where = f.Texts("where"),
        Placeless = f.Flag("placeless"),
        Consultation = f.Flag("consultation"),
        Months = f.Numbers("months", 1, 12),
        Stories = f.List("stories", s => new DemoStory(s.Texts("titles"), s.Text("body"), s.OptionalOneOf("where", ["estate", "hamlet"]), s.Texts("replies"))),
        Details = f.Texts("details"),
        Questions = f.Texts("questions"),
        Papers = f.Texts("papers"),
    };

    private static DemoPhrases Phrases(RecordFields f) => new()
    {
        TitlePrefixes = f.Texts("titlePrefixes"),
        Openings = f.Texts("openings"),
        Closings = f.Texts("closings"),
        GeneralReplies = f.Texts("generalReplies"),
        GeneralDeskReplies = f.Texts("generalDeskReplies"),
        ConsultClosings = f.Texts("consultClosings"),
        ConsultReplyOpenings = f.Texts("consultReplyOpenings"),
        ConsultReplyClosings = f.Texts("consultReplyClosings"),
        GeneralConsultReplies = f.Texts("generalConsultReplies"),
        ReplyOpenings = f.Texts("replyOpenings"),
        ReplyClosings = f.Texts("replyClosings"),
        HamletSpots = f.Texts("hamletSpots"),
        ExtensionReasons = f.List("extensionReasons", e => new DemoExtension(e.Text("reason"), e.Text("text"))),
        NotSolved = f.Texts("notSolved"),
        PartlySolved = f.Texts("partlySolved"),
        Solved = f.Texts("solved"),
        Nudges = f.Texts("nudges"),
        MessageOpenings = f.Texts("messageOpenings"),
        Opinions = f.List("opinions", Message),
        Suggestions = f.List("suggestions", Message),
        Korean = f.List("korean", Message),
        KoreanReplies = f.Texts("koreanReplies"),
        Checks = f.Texts("checks"),
        ReturnNotes = f.Texts("returnNotes"),
        HelperReplies = f.Texts("helperReplies"),
    };

    private static DemoMessage Message(RecordFields f) => new(f.Text("category"), f.Text("title"), f.Text("body"), f.OptionalOneOf("where", ["estate", "hamlet"]));
}
