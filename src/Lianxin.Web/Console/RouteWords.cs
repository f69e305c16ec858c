using Lianxin.Matters;
using Lianxin.Profiles;

namespace Lianxin.Web.Console;

/// <summary>What a step of the “why here” trace is about, in words.</summary>
internal static class RouteWords
{
    internal static string Of(RouteStep step, Rulebook book, string language) => step.Code switch
    {
        "category" or "no_category" when step.Value.Length > 0 => DeskChoices.Category(book.Lists, step.Value),
        "lead_rule" => Lead(step.Value, book.Lists, language),
        "place_level" or "beyond_authority" => book.Lists.Authority.FirstOrDefault(a => a.Code == step.Value)?.Label.In(language) ?? Texts.Words.Get("route.level." + step.Value, System.Globalization.CultureInfo.CurrentUICulture),
        "unit" => book.Units.ByCode(step.Value) is { } unit ? book.Units.NameOf(unit.Id, book.Today, language) : step.Value,
        "no_unit" => step.Value.Length > 0 ? book.Units.PlaceName(step.Value, book.Today) : step.Value,
        _ => step.Value,
    };

    internal static string Lead(string value, Profile lists, string language) => LeadTarget.Parse(value) switch
    {
        { To: LeadTo.Topic, Topic: { } topic } => Texts.Words.Get("route.lead.topic", System.Globalization.CultureInfo.CurrentUICulture, lists.Topics.FirstOrDefault(t => t.Code == topic)?.Label.In(language) ?? topic),
        { To: LeadTo.Street } => Texts.Words.Get("route.lead.street", System.Globalization.CultureInfo.CurrentUICulture),
        _ => Texts.Words.Get("route.lead.place", System.Globalization.CultureInfo.CurrentUICulture),
    };
}
