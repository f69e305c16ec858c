using System.Globalization;
using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Profiles;
using Lianxin.Texts;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Notifications;

/// <summary>Words a notice by its template, in the language of the contact; a Korean one stands below the Chinese (WQ-17).</summary>
public sealed class NoticeWords(NoticeSettings site)
{
    private const string Source = "zh-Hans";

    /// <summary>The whole text; <paramref name="contact"/> gives query code and link.</summary>
    public async Task<string> Of(LianxinDb db, Notice notice, Matter matter, Rulebook rules, IReadOnlyDictionary<string, string> contact)
    {
        var code = CodeOf(notice, matter);
        var template = rules.Lists.Templates.FirstOrDefault(t => t.Code == code);
        var said = await Said(db, notice, matter);
        var languages = matter.Language == "ko" ? [Source, "ko"] : new[] { matter.Language };
        return string.Join('\n', languages.Select(language => template is null
            ? Plain(language, matter, said, contact)
            : In(language, template, matter, rules, said, contact)));
    }

    // A receipt that goes out late says what is still true.
    private static string CodeOf(Notice notice, Matter matter) =>
        notice.About == NoticeAbout.Receipt && (matter.DueOn is null || matter.State is MatterState.Answered or MatterState.Closed) ? NoticeCode.Registered : notice.Code;

    // The district took the template away; what is new stands on the person's own page.
    private string Plain(string language, Matter matter, Dictionary<string, string> said, IReadOnlyDictionary<string, string> contact) =>
        Words.Get("notice.plain", new CultureInfo(language), said.GetValueOrDefault("title", ""), new MatterNumber(matter.Number).Grouped, Link(matter, contact));

    private string In(
        string language, ProfileTemplate template, Matter matter, Rulebook rules, Dictionary<string, string> said, IReadOnlyDictionary<string, string> contact)
    {
        var text = template.Text.In(language);
        foreach (var field in ProfileTemplate.FieldsOf(text))
        {
            text = text.Replace("{{" + field + "}}", Value(field, language, matter, rules, said, contact), StringComparison.Ordinal);
        }

        return text;
    }

    private string Value(string field, string language, Matter matter, Rulebook rules, Dictionary<string, string> said, IReadOnlyDictionary<string, string> contact)
    {
        var culture = new CultureInfo(language);
        return field switch
        {
            "number" => new MatterNumber(matter.Number).Grouped,
            "code" => contact.GetValueOrDefault("code", ""),
            "link" => Link(matter, contact),
            "unit" => rules.Units.NameOf(matter.Unit, rules.Today, language),
            "phone" => rules.Units.PhoneOf(matter.Unit) is { Length: > 0 } phone ? phone : site.Phone,
            "due-on" => matter.DueOn is { } due ? Words.Day(due, culture) : "",
            "old-due-on" => said.TryGetValue("old-due-on", out var old) ? Words.Day(DateOnly.ParseExact(old, "yyyy-MM-dd", CultureInfo.InvariantCulture), culture) : "",
            "today" => Words.Day(rules.Today, culture),
            "registered-on" => Words.Day(ShanghaiTime.DayOf(matter.ReceivedAt), culture),
            "resident" => Words.Get("answer.resident", culture),
            "master" => matter.Master is { } master ? new MatterNumber(master).Grouped : "",
            _ => said.GetValueOrDefault(field, ""),
        };
    }

    private string Link(Matter matter, IReadOnlyDictionary<string, string> contact) => contact.TryGetValue("link", out var link)
        ? $"{site.Address}/r/{link}"
        : $"{site.Address}/track?number={new MatterNumber(matter.Number).Digits}";

    /// <summary>The texts of the entry it follows from, under the names of the template's fields.</summary>
    private static async Task<Dictionary<string, string>> Said(LianxinDb db, Notice notice, Matter matter)
    {
        var words = await db.Wordings.Where(w => (w.Seq == notice.Cause || (w.Seq == matter.TitleSeq && w.Path == "title")) && w.Value != null)
            .Select(w => new { w.Path, Value = w.Value! }).ToListAsync();
        var said = new Dictionary<string, string>();
        foreach (var word in words)
        {
            said[Field(word.Path)] = word.Path == "items" ? word.Value.Replace("\n", "、", StringComparison.Ordinal) : word.Value;
        }

        said.TryAdd("reason", said.GetValueOrDefault("answer", ""));
        if (matter.Deadline is { } limit && await db.Deadlines.Where(d => d.Id == limit).Select(d => d.ExtendedFrom).FirstOrDefaultAsync() is { } old)
        {
            said["old-due-on"] = old.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        return said;
    }

    private static string Field(string path) => path switch
    {
        "items" => "papers",
        "question" => "reason",
        _ => path,
    };
}
