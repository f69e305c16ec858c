using Lianxin.Database;
using Lianxin.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Web.Hosting;

/// <summary>
/// What ASP.NET Core Identity's passkey code reads of officers. It changes nothing: what it verified goes through <see cref="Passkeys"/>.
/// </summary>
public sealed class PasskeyStore(Passkeys passkeys, LianxinDatabase database) : IUserPasskeyStore<Officer>
{
    /// <summary>The id an authenticator keeps for an officer.</summary>
    public static string HandleOf(Guid officer) => officer.ToString("N");

    /// <inheritdoc/>
    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Officer user, CancellationToken cancellationToken) =>
        [.. (await passkeys.Known(user.Id)).Select(Shape)];

    /// <inheritdoc/>
    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Officer user, byte[] credentialId, CancellationToken cancellationToken) =>
        await passkeys.Find(credentialId) is { } known && known.Officer == user.Id ? Shape(known) : null;

    /// <inheritdoc/>
    public async Task<Officer?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        await passkeys.Find(credentialId) is { } known ? await FindByIdAsync(HandleOf(known.Officer), cancellationToken) : null;

    /// <inheritdoc/>
    public async Task<Officer?> FindByIdAsync(string userId, CancellationToken cancellationToken)
    {
        if (!Guid.TryParseExact(userId, "N", out var id))
        {
            return null;
        }

        await using var db = database.Read();
        return await db.Officers.FirstOrDefaultAsync(o => o.Id == id && o.DeactivatedOn == null, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<string> GetUserIdAsync(Officer user, CancellationToken cancellationToken) => Task.FromResult(HandleOf(user.Id));

    /// <inheritdoc/>
    public Task<string?> GetUserNameAsync(Officer user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Code);

    /// <inheritdoc/>
    public Task<string?> GetNormalizedUserNameAsync(Officer user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Code);

    /// <inheritdoc/>
    public Task<Officer?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => throw Only();

    /// <inheritdoc/>
    public Task AddOrUpdatePasskeyAsync(Officer user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw Only();

    /// <inheritdoc/>
    public Task RemovePasskeyAsync(Officer user, byte[] credentialId, CancellationToken cancellationToken) => throw Only();

    /// <inheritdoc/>
    public Task SetUserNameAsync(Officer user, string? userName, CancellationToken cancellationToken) => throw Only();

    /// <inheritdoc/>
    public Task SetNormalizedUserNameAsync(Officer user, string? normalizedName, CancellationToken cancellationToken) => throw Only();

    /// <inheritdoc/>
    public Task<IdentityResult> CreateAsync(Officer user, CancellationToken cancellationToken) => throw Only();

    /// <inheritdoc/>
    public Task<IdentityResult> UpdateAsync(Officer user, CancellationToken cancellationToken) => throw Only();

    /// <inheritdoc/>
    public Task<IdentityResult> DeleteAsync(Officer user, CancellationToken cancellationToken) => throw Only();

    /// <inheritdoc/>
    public void Dispose()
    {
        // Holds nothing open.
    }

    private static UserPasskeyInfo Shape(KnownPasskey known) => new(
        known.Credential, known.PublicKey, known.AddedAt, (uint)known.Counter, transports: null, isUserVerified: true, isBackupEligible: known.Synced,
        isBackedUp: false, attestationObject: [], clientDataJson: []);

    private static NotSupportedException Only() => new("Officers and passkeys change through the journal only.");
}
