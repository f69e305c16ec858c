using Lianxin.People;
using Microsoft.AspNetCore.Identity;

namespace Lianxin.Web.Hosting;

/// <summary>ASP.NET Core Identity's password hasher (PBKDF2, HMAC-SHA-512, 100,000 rounds); nothing else of Identity's accounts is used.</summary>
public static class PasswordHashes
{
    /// <summary>The hasher behind the port that signing in asks.</summary>
    public static PasswordHashing Identity()
    {
        var hasher = new PasswordHasher<Officer>();
        var nobody = new Officer();
        return new PasswordHashing(
            password => hasher.HashPassword(nobody, password),
            (hash, password) => hasher.VerifyHashedPassword(nobody, hash, password) != PasswordVerificationResult.Failed);
    }
}
