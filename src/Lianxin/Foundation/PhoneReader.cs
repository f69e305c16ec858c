using System.Text;
using System.Text.RegularExpressions;

namespace Lianxin.Foundation;

/// <summary>Reads phone numbers as people write them: +86, brackets, dashes, full-width digits, extensions, several in one field.</summary>
internal static partial class PhoneReader
{
    private const int LongestTyped = 200;

    public static bool TryRead(string? typed, string? areaCode, out PhoneNumber number)
    {
        number = default;
        if (typed is null || typed.Length > LongestTyped)
        {
            return false;
        }

        var match = Shape().Match(Fold(typed));
        if (!match.Success)
        {
            return false;
        }

        var groups = Gap().Split(match.Groups["body"].Value).Where(group => group.Length > 0).ToArray();
        var extension = match.Groups["ext"] is { Success: true, Value: var given } ? given : null;
        return TrySplit(groups, extension, areaCode, out number) || TryWhole(string.Concat(groups), extension, areaCode, out number);
    }

    public static IReadOnlyList<PhoneNumber> ReadAll(string? typed, string? areaCode)
    {
        if (typed is null || typed.Length > LongestTyped)
        {
            return [];
        }

        if (TryRead(typed, areaCode, out var only))
        {
            return [only];
        }

        var found = new List<PhoneNumber>();
        foreach (var piece in Between().Split(Fold(typed)).SelectMany(part => PartsOf(part, areaCode)))
        {
            if (TryRead(piece, areaCode, out var number) && !found.Any(earlier => earlier.Digits == number.Digits))
            {
                found.Add(number);
            }
        }

        return found;
    }

    private static string[] PartsOf(string part, string? areaCode)
    {
        var bare = part.Trim(' ', '(', ')');
        return TryRead(bare, areaCode, out _) ? [bare] : bare.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    }

    private static string Fold(string typed)
    {
        var text = PlainText.WellFormed(typed).Normalize(NormalizationForm.FormKC);
        return Invisible().Replace(text, "").Trim().ToLowerInvariant();
    }

    // Area, number, extension as three groups: the last group must not be read as the eighth digit of the number.
    private static bool TrySplit(string[] groups, string? extension, string? areaCode, out PhoneNumber number)
    {
        number = default;
        if (extension is not null || groups.Length < 2 || groups[^1].Length > 6)
        {
            return false;
        }

        var head = groups[..^1];
        var isLocal = head[^1].Length is 7 or 8 && !head[^1].StartsWith('0');
        return (isLocal || groups[^1].Length < 3) && TryWhole(string.Concat(head), groups[^1], areaCode, out number) && number.Kind != PhoneKind.Overseas;
    }

    private static bool TryWhole(string whole, string? extension, string? areaCode, out PhoneNumber number)
    {
        number = default;
        var digits = WithoutHomeCode(whole);
        var wasHome = digits.Length < whole.Length;
        if (KindOf(digits) is { } kind)
        {
            number = new PhoneNumber(digits, kind, extension);
            return true;
        }

        if (wasHome && KindOf("0" + digits) == PhoneKind.Landline)
        {
            number = new PhoneNumber("0" + digits, PhoneKind.Landline, extension);
            return true;
        }

        if (areaCode is not null && Local().IsMatch(digits) && KindOf(areaCode + digits) == PhoneKind.Landline)
        {
            number = new PhoneNumber(areaCode + digits, PhoneKind.Landline, extension);
            return true;
        }

        if (!wasHome && Abroad().Match(whole) is { Success: true } abroad)
        {
            number = new PhoneNumber("+" + abroad.Groups["rest"].Value, PhoneKind.Overseas, extension);
            return true;
        }

        return false;
    }

    private static string WithoutHomeCode(string whole) =>
        whole.StartsWith("+86", StringComparison.Ordinal) ? whole[3..]
        : whole.StartsWith("0086", StringComparison.Ordinal) ? whole[4..]
        : whole.StartsWith("86", StringComparison.Ordinal) && Mobile().IsMatch(whole[2..]) ? whole[2..]
        : whole;

    private static PhoneKind? KindOf(string digits) =>
        Mobile().IsMatch(digits) ? PhoneKind.Mobile
        : Landline().IsMatch(digits) ? PhoneKind.Landline
        : Public().IsMatch(digits) ? PhoneKind.Service
        : null;

    [GeneratedRegex(@"^(?<body>\(?\+?[0-9()\-\s./\p{Pd}]+?)(?:\s*(?:转|分机|ext\.?|x|#|,)\s*:?\s*(?<ext>[0-9]{1,6}))?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();

    [GeneratedRegex(@"[()\-\s./\p{Pd}]+", RegexOptions.NonBacktracking)]
    private static partial Regex Gap();

    // Whatever cannot stand inside one number parts two: slashes, commas, names, remarks.
    [GeneratedRegex(@"[^0-9+()\-\s.转分机extx#:\p{Pd}]+", RegexOptions.NonBacktracking)]
    private static partial Regex Between();

    [GeneratedRegex(@"[\p{Cf}\u2212]", RegexOptions.NonBacktracking)]
    private static partial Regex Invisible();

    [GeneratedRegex("^1[3-9][0-9]{9}$", RegexOptions.NonBacktracking)]
    private static partial Regex Mobile();

    // Area codes of three digits have eight-digit numbers only; the rest seven or eight (numbering plan of the MIIT).
    [GeneratedRegex("^0(?:(?:10|2[0-9])[2-9][0-9]{7}|[3-9][0-9]{2}[2-9][0-9]{6,7})$", RegexOptions.NonBacktracking)]
    private static partial Regex Landline();

    // 400 and 800 lines, 95xxx and 96xxx services, 12345 and its like, operators' 10xxx, emergency numbers.
    [GeneratedRegex("^(?:[48]00[0-9]{7}|9[56][0-9]{3,4}|1[0-2][0-9]{3}|11[0-9]|12[0-2])$", RegexOptions.NonBacktracking)]
    private static partial Regex Public();

    [GeneratedRegex("^[2-9][0-9]{6,7}$", RegexOptions.NonBacktracking)]
    private static partial Regex Local();

    [GeneratedRegex("^(?:\\+|00)(?<rest>(?:[1-79][0-9]|8[0-57-9])[0-9]{5,13})$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Abroad();
}
