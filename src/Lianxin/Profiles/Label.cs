namespace Lianxin.Profiles;

/// <summary>A name in zh-Hans and, where given, en, ko and zh-Hant; a missing language answers in zh-Hans (WQ-17).</summary>
public sealed record Label(string ZhHans, string? En = null, string? Ko = null, string? ZhHant = null)
{
    /// <summary>The languages a label may carry, as culture names.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["zh-Hans", "en", "ko", "zh-Hant"];

    /// <summary>What office staff see is named in these.</summary>
    public static IReadOnlyList<string> ForOffice { get; } = ["zh-Hans", "en"];

    public string In(string culture) => Exactly(culture) ?? ZhHans;

    public string? Exactly(string culture) => culture switch
    {
        "zh-Hans" => ZhHans,
        "en" => En,
        "ko" => Ko,
        "zh-Hant" => ZhHant,
        _ => null,
    };
}
