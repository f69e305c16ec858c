using System.Text;

namespace Lianxin.People;

/// <summary>How passwords are hashed and checked: the host gives ASP.NET Core Identity's hasher, since this project knows no HTTP framework.</summary>
public sealed record PasswordHashing(Func<string, string> Hash, Func<string, string, bool> Verify)
{
    private readonly Lazy<string> _nobody = new(() => Hash(Convert.ToBase64String(System.Security.Cryptography.RandomNumberGenerator.GetBytes(24))));

    /// <summary>Checks the password; without a stored hash it takes the same time and is wrong.</summary>
    public bool Check(string? hash, string password) => Verify(hash ?? _nobody.Value, password) && hash is not null;
}

/// <summary>What a password must be: long rather than odd, and not one of the plain ones. It never has to be changed by date (ASVS 6.2.10).</summary>
public static class PasswordRules
{
    /// <summary>Characters at least.</summary>
    public const int Shortest = 10;

    /// <summary>Characters at most, so that hashing stays bounded.</summary>
    public const int Longest = 128;

    private static readonly string[] Plain =
        ["password", "passw0rd", "1234567", "7654321", "qwerty", "asdfgh", "1q2w3e", "abcdef", "abc123", "aaaaaa", "111111", "000000", "888888", "666666", "admin", "lianxin", "woaini", "5201314", "iloveyou", "letmein"];

    /// <summary>True when the password may be used for the account.</summary>
    public static bool Fits(string password, string account)
    {
        var runes = password.EnumerateRunes().ToList();
        if (runes.Count < Shortest || runes.Count > Longest || runes.Distinct().Count() < 5)
        {
            return false;
        }

        var lower = password.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        var rest = Plain.Append(account).Aggregate(lower, (text, plain) => text.Replace(plain, "", StringComparison.Ordinal));
        return rest.EnumerateRunes().Distinct().Count() >= 4 && rest.EnumerateRunes().Count() >= Shortest / 2;
    }
}
