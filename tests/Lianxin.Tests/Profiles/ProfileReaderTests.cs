using Lianxin.Profiles;

namespace Lianxin.Tests.Profiles;

public sealed class ProfileReaderTests : IDisposable
{
    private readonly ProfileFolder folder = new();

    public void Dispose() => folder.Dispose();

    private static IReadOnlyList<ProfileProblem> Problems(string directory) =>
        Assert.Throws<InvalidDataFilesException>(() => ProfileReader.Read(directory)).Problems;

    [Fact]
    public void A_child_replaces_adds_and_removes_rows_by_code()
    {
        folder.CopyNeutral();
        var child = folder.Child("trial", "neutral", ("hours", """
            [ { "code": "hotline", "label": { "zh-Hans": "热线", "en": "Line", "ko": "전화", "zh-Hant": "熱線" }, "days": "working", "opens": ["09:00-17:00"] },
              { "code": "call-back", "remove": true },
              { "code": "kiosk", "label": { "zh-Hans": "自助机", "en": "Kiosk", "ko": "무인기", "zh-Hant": "自助機" }, "days": "every", "opens": ["00:00-24:00"] } ]
            """));
        var profile = ProfileReader.Read(child);
        Assert.Equal("trial", profile.Code);
        Assert.Equal(["service-hall", "stations", "hotline", "kiosk"], profile.Hours.Select(h => h.Code));
        Assert.Equal("working", profile.Hours[2].Days);
        Assert.Equal(ProfileReader.Read(ProfileFolder.Neutral).Categories.Count, profile.Categories.Count);
    }

    [Fact]
    public void A_grandchild_reads_through_its_parent()
    {
        folder.CopyNeutral();
        folder.Child("middle", "neutral", ("phrases", """[ { "code": "thanks", "remove": true } ]"""));
        var last = ProfileReader.Read(folder.Child("last", "middle"));
        Assert.DoesNotContain(last.Phrases, p => p.Code == "thanks");
    }

    [Fact]
    public void All_mistakes_are_listed_at_once_with_file_path_value_and_what_is_allowed()
    {
        folder.CopyNeutral();
        var problems = Problems(folder.Child("wrong", "neutral",
            ("limits", """[ { "code": "promised", "label": { "zh-Hans": "承诺件" }, "value": -1, "unit": "weeks", "source": "x", "extra": 1 } ]"""),
            ("hours", """[ { "code": "Hot Line" }, { "code": "gone", "remove": true } ]"""),
            ("unheard-of", "[]")));
        Assert.Contains(problems, p => p is { File: "wrong/limits.json", Path: "$[promised].label.en", Value: "(missing)" });
        Assert.Contains(problems, p => p is { Path: "$[promised].value", Value: "-1", Allowed: "a whole number from 0 to 365" });
        Assert.Contains(problems, p => p is { Path: "$[promised].unit", Value: "weeks", Allowed: "hours, days, working_days, service_day" });
        Assert.Contains(problems, p => p.Path is "$[promised].extra");
        Assert.Contains(problems, p => p is { File: "wrong/hours.json", Path: "$[0].code", Value: "Hot Line" });
        Assert.Contains(problems, p => p is { Path: "$[gone]", Value: "remove" });
        Assert.Contains(problems, p => p.File is "wrong/unheard-of.json");
    }

    [Fact]
    public void References_that_lead_nowhere_are_listed_at_once()
    {
        folder.CopyNeutral();
        var problems = Problems(folder.Child("loose", "neutral",
            ("unit-topics", """[ { "code": "police", "remove": true } ]"""),
            ("roles", """[ { "code": "handler", "remove": true } ]"""),
            ("categories", """[ { "code": "utilities", "remove": true } ]""")));
        Assert.Contains(problems, p => p is { Path: "$[parking].lead.any", Value: "topic:police" });
        Assert.Contains(problems, p => p is { File: "roles.json", Path: "$[handler].code" });
        Assert.Contains(problems, p => p is { Path: "$[water].parent", Value: "utilities" });
        Assert.Contains(problems, p => p is { Path: "$[reply-utilities].category" });
    }

    [Fact]
    public void A_template_with_an_unknown_or_forgotten_field_is_refused()
    {
        folder.CopyNeutral();
        var problems = Problems(folder.Child("fields", "neutral", ("templates", """
            [ { "code": "reply-other", "use": "reply", "category": "other", "label": { "zh-Hans": "答复", "en": "Reply" },
                "text": { "zh-Hans": "{{title}}{{colour}}", "en": "{{title}}" } } ]
            """)));
        Assert.Contains(problems, p => p is { Path: "$[reply-other].text.zh-Hans", Value: "title, colour" });
        Assert.Contains(problems, p => p is { Path: "$[reply-other].text.en", Value: "title" });
    }

    [Fact]
    public void Broken_json_a_missing_file_and_a_circle_of_parents_are_told()
    {
        var copy = folder.CopyNeutral();
        File.WriteAllText(Path.Combine(copy, "roles.json"), "[ {");
        File.Delete(Path.Combine(copy, "hours.json"));
        var problems = Problems(copy);
        Assert.Contains(problems, p => p is { File: "neutral/roles.json", Allowed: "JSON in UTF-8" });
        Assert.Contains(problems, p => p is { File: "neutral/hours.json", Value: "(missing)" });
        folder.Child("first", "second");
        Assert.Contains(Problems(folder.Child("second", "first")), p => p.Path is "$.extends");
    }

    [Fact]
    public void A_tree_deeper_than_three_levels_and_a_circle_in_it_are_refused()
    {
        folder.CopyNeutral();
        const string Node = """{ "code": "%", "parent": "^", "label": { "zh-Hans": "甲", "en": "A", "ko": "가", "zh-Hant": "甲" }, "office": { "zh-Hans": "甲", "en": "A" }, "kind": "promised", "workingDays": 5, "lead": { "any": "place" }, "authority": "community" }""";
        string Row(string code, string parent) => Node.Replace("%", code, StringComparison.Ordinal).Replace("^", parent, StringComparison.Ordinal);
        var problems = Problems(folder.Child("deep", "neutral", ("categories", $"[ {Row("too-deep", "water-outage")}, {Row("one", "two")}, {Row("two", "one")} ]")));
        Assert.Contains(problems, p => p.Path is "$[too-deep].parent");
        Assert.Contains(problems, p => p.Path is "$[one].parent");
        Assert.Contains(problems, p => p.Path is "$[water-outage].kind");
    }
}
