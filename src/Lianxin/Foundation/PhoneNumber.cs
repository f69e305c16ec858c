using System.Text.RegularExpressions;

namespace Lianxin.Foundation;

/// <summary>What a number dials.</summary>
public enum PhoneKind
{
    Mobile,
    Landline,
    Service,
    Overseas,
}

/// <summary>A phone number in the one form it is stored, compared and dialled in: digits with the area code, or + and the country.</summary>
public readonly partial record struct PhoneNumber
{
    private readonly string? digits;

    internal PhoneNumber(string digits, PhoneKind kind, string? extension)
    {
        this.digits = digits;
        Kind = kind;
        Extension = extension;
    }

    /// <summary>The form to store and to index: <c>13800005521</c>, <c>09318460000</c>, <c>12345</c>, <c>+82212345678</c>; no extension.</summary>
    public string Digits => digits ?? throw new InvalidOperationException("A phone number is parsed, never left empty.");

    public PhoneKind Kind { get; }

    /// <summary>What to dial after the call is answered, when it was given.</summary>
    public string? Extension { get; }

    /// <summary>The form to show: <c>138****5521</c>; area code and last two of a landline; a public service number in full.</summary>
    public string Masked => Kind switch
    {
        PhoneKind.Mobile => $"{Digits[..3]}****{Digits[7..]}",
        PhoneKind.Landline => $"{Digits[..AreaLength(Digits)]}-*****{Digits[^2..]}",
        PhoneKind.Overseas => $"{Digits[..3]}****{Digits[^3..]}",
        _ => Digits,
    };

    /// <summary>
    /// Reads one number; a local landline needs <paramref name="areaCode"/> (such as 0931). Two numbers in one field are refused:
    /// see <see cref="ReadAll"/>.
    /// </summary>
    public static bool TryParse(string? typed, out PhoneNumber number, string? areaCode = null) =>
        PhoneReader.TryRead(typed, areaCode, out number);

    /// <summary>Every number of a field such as <c>0931-8460000/13800005521</c>, in order, each once; what is no number is left out.</summary>
    public static IReadOnlyList<PhoneNumber> ReadAll(string? typed, string? areaCode = null) => PhoneReader.ReadAll(typed, areaCode);

    /// <summary>Always masked, so that no log can hold the number.</summary>
    public override string ToString() => digits is null ? "" : Masked;

    internal static int AreaLength(string digits) => ThreeDigitArea().IsMatch(digits) ? 3 : 4;

    [GeneratedRegex("^0(?:10|2[0-9])", RegexOptions.NonBacktracking)]
    private static partial Regex ThreeDigitArea();
}
