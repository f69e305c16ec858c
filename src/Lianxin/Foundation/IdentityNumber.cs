using System.Globalization;
using System.Text;

namespace Lianxin.Foundation;

/// <summary>Why a typed identity number was refused.</summary>
public enum IdentityProblem
{
    None,
    Length,
    Characters,
    Birthday,
    CheckDigit,
}

/// <summary>An 18-character resident identity number with the right check digit (GB 11643-1999).</summary>
public readonly record struct IdentityNumber
{
    private const int LongestTyped = 64;
    private const string CheckCharacters = "10X98765432";

    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    private readonly string? value;

    private IdentityNumber(string value) => this.value = value;

    /// <summary>The 18 characters, X in upper case.</summary>
    public string Value => value ?? throw new InvalidOperationException("An identity number is read, never left empty.");

    /// <summary>First three and last four characters; region, birthday and sequence stay hidden.</summary>
    public string Masked => $"{Value[..3]}***********{Value[14..]}";

    /// <summary>Reads 18 characters, or 15 of the old form and upgrades them; spaces, dashes and full-width forms are fine.</summary>
    public static IdentityProblem Read(string? typed, out IdentityNumber number)
    {
        number = default;
        var text = Fold(typed);
        if (text.Length is not (15 or 18))
        {
            return IdentityProblem.Length;
        }

        if (!HasShape(text))
        {
            return IdentityProblem.Characters;
        }

        var full = text.Length == 18 ? text : Upgrade(text);
        if (!HasBirthday(full))
        {
            return IdentityProblem.Birthday;
        }

        if (CheckOf(full) != full[17])
        {
            return IdentityProblem.CheckDigit;
        }

        number = new IdentityNumber(full);
        return IdentityProblem.None;
    }

    /// <summary>Always masked, so that no log can hold the number.</summary>
    public override string ToString() => value is null ? "" : Masked;

    private static string Fold(string? typed)
    {
        if (typed is null || typed.Length > LongestTyped)
        {
            return "";
        }

        var text = new StringBuilder(18);
        foreach (var character in PlainText.WellFormed(typed).Normalize(NormalizationForm.FormKC))
        {
            if (!char.IsWhiteSpace(character) && char.GetUnicodeCategory(character) != UnicodeCategory.DashPunctuation)
            {
                text.Append(char.ToUpperInvariant(character));
            }
        }

        return text.ToString();
    }

    private static bool HasShape(string text) =>
        text[0] is >= '1' and <= '9' && text[..^1].All(char.IsAsciiDigit)
        && (char.IsAsciiDigit(text[^1]) || (text.Length == 18 && text[^1] == 'X'));

    private static string Upgrade(string old)
    {
        var body = $"{old[..6]}19{old[6..]}";
        return body + CheckOf(body);
    }

    private static bool HasBirthday(string full) =>
        DateOnly.TryParseExact(full[6..14], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born)
        && born.Year is >= 1900 and < 2100;

    private static char CheckOf(string digits)
    {
        var sum = 0;
        for (var at = 0; at < Weights.Length; at++)
        {
            sum += (digits[at] - '0') * Weights[at];
        }

        return CheckCharacters[sum % 11];
    }
}
