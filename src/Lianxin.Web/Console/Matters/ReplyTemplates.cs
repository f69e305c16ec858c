using Lianxin.Matters;
using Lianxin.People;
using Lianxin.Profiles;

namespace Lianxin.Web.Console;

/// <summary>Reply templates: the one of a matter's category first, fields filled from the matter, the rest left as 【name】 for the writer.</summary>
public static class ReplyTemplates
{
    /// <summary>The reply templates, those of the matter's root category first.</summary>
    public static IEnumerable<ProfileTemplate> For(Matter matter, Profile lists)
    {
        var root = lists.Categories.Any(c => c.Code == matter.Category) ? lists.RootOf(matter.Category!).Code : null;
        return lists.Templates.Where(t => t.Use == "reply").OrderByDescending(t => t.Category == root && root is not null).ThenByDescending(t => t.Category is null);
    }

    /// <summary>The template's words in the language the person wants.</summary>
    public static string Fill(ProfileTemplate template, MatterPage page, Officer writer)
    {
        var language = page.Matter.Language;
        var text = template.Text.In(language);
        foreach (var field in ProfileTemplate.FieldsOf(text))
        {
            text = text.Replace("{{" + field + "}}", Value(field, page, writer) ?? Mark(field, page.Rules.Lists, language), StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>The names of the fields that still stand as 【name】 in the words.</summary>
    public static IReadOnlyList<string> Unfilled(string words, Profile lists, string language) =>
    [
        .. lists.TemplateFields.Select(f => f.Code).Where(f => words.Contains(Mark(f, lists, language), StringComparison.Ordinal) || words.Contains(Mark(f, lists, "zh-Hans"), StringComparison.Ordinal))
            .Select(f => lists.TemplateFields.First(t => t.Code == f).Label.In(language)),
    ];

    private static string Mark(string field, Profile lists, string language) =>
        $"【{lists.TemplateFields.FirstOrDefault(f => f.Code == field)?.Label.In(language) ?? field}】";

    private static string? Value(string field, MatterPage page, Officer writer)
    {
        var culture = new System.Globalization.CultureInfo(page.Matter.Language);
        var value = field switch
        {
            "number" => Lianxin.Texts.Words.Number(page.Digits),
            "title" => page.Title,
            "resident" => Lianxin.Texts.Words.Get("answer.resident", culture),
            "unit" => page.Rules.Units.NameOf(page.Matter.Unit, page.Today, page.Matter.Language),
            "officer" => page.Staff.NameOf(writer.Id),
            "phone" => page.Rules.Units.PhoneOf(page.Matter.Unit),
            "place" => page.Names.Place(page.Matter.Place, page.RegisteredOn),
            "registered-on" => Lianxin.Texts.Words.Day(page.RegisteredOn, culture),
            "due-on" => page.Matter.DueOn is { } due ? Lianxin.Texts.Words.Day(due, culture) : null,
            "today" => Lianxin.Texts.Words.Day(page.Today, culture),
            _ => null,
        };
        return string.IsNullOrEmpty(value) ? null : value;
    }
}
