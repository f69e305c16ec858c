using Lianxin.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Lianxin.Web.Hosting;

/// <summary>ASP.NET Core Identity's password hasher (PBKDF2, HMAC-SHA-512); nothing else of Identity's accounts is used.</summary>
public static class PasswordHashes
{
    // The OWASP Password Storage Cheat Sheet's figure for this hash; a stored hash names its own rounds, so older ones still open.
    private const int Rounds = 210_000;

    /// <summary>The hasher behind the port that signing in asks.</summary>
    public static PasswordHashing Identity()
    {
        var hasher = new PasswordHasher<Officer>(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));
        var nobody = new Officer();
        return new PasswordHashing(
            password => hasher.HashPassword(nobody, password),
            (hash, password) => hasher.VerifyHashedPassword(nobody, hash, password) != PasswordVerificationResult.Failed);
    }
}
