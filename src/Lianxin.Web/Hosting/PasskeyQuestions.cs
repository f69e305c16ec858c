using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Lianxin.People;
using Lianxin.Vault;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Lianxin.Web.Hosting;

/// <summary>What a page gives the browser's authenticator (JSON of WebAuthn 3, 5.1.9), and the sealed half that comes back with the answer.</summary>
public sealed record PasskeyQuestion(string Options, string State);

/// <summary>
/// Asks authenticators and checks their answers with ASP.NET Core Identity's passkey code. The question travels sealed in the form: showing a
/// page writes nothing, any server of the district takes the answer, and <see cref="Passkeys"/> takes it once.
/// </summary>
public sealed class PasskeyQuestions(Passkeys passkeys, PasskeyStore store, PassingSeals seals, SignInSettings settings, TimeProvider time, IServiceProvider services)
{
    private const string SignInPurpose = "passkey.sign_in";
    private const string Local = "localhost";
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    /// <summary>True where passkeys work: under the host name of the settings, or on localhost when they name none.</summary>
    public bool IsOffered(HttpContext context) => context.Request.Host.Host.Equals(Host, StringComparison.OrdinalIgnoreCase);

    /// <summary>A question for signing in; null where passkeys do not work.</summary>
    public async Task<PasskeyQuestion?> ForSignIn(HttpContext context)
    {
        if (!IsOffered(context))
        {
            return null;
        }

        using var people = People();
        var made = await Handler(people).MakeRequestOptionsAsync(null, context);
        return new PasskeyQuestion(made.RequestOptionsJson, Seal(SignInPurpose, "", made.AssertionState!));
    }

    /// <summary>Opens a session for the answer; gives its token. Refused with the same words whatever is wrong.</summary>
    public async Task<string> SignIn(HttpContext context, string state, string credential)
    {
        var (_, inner, asked) = Open(SignInPurpose, state);
        using var people = People();
        var result = await Handler(people).PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = context, CredentialJson = credential, AssertionState = inner });
        if (!result.Succeeded || !result.Passkey.IsUserVerified || await passkeys.Find(result.Passkey.CredentialId) is not { } known || known.Officer != result.User.Id)
        {
            throw PeopleRefusals.PasskeyOpensNothing();
        }

        return await passkeys.SignIn(known, result.Passkey.SignCount, asked, context.Request.Headers.UserAgent.ToString());
    }

    /// <summary>A question for making a passkey of that name for the officer.</summary>
    public async Task<PasskeyQuestion> ForAdding(HttpContext context, Officer officer, string shownAs, string name)
    {
        using var people = People();
        var entity = new PasskeyUserEntity { Id = PasskeyStore.HandleOf(officer.Id), Name = officer.Code, DisplayName = shownAs };
        var made = await Handler(people).MakeCreationOptionsAsync(entity, context);
        return new PasskeyQuestion(made.CreationOptionsJson, Seal(AddPurpose(officer.Id), name, made.AttestationState!));
    }

    /// <summary>Adds the passkey that was made; refused when it was made for somebody else, elsewhere, or too late.</summary>
    public async Task Add(HttpContext context, Officer officer, string state, string credential, Foundation.Actor actor)
    {
        var (name, inner, asked) = Open(AddPurpose(officer.Id), state);
        using var people = People();
        var result = await Handler(people).PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = context, CredentialJson = credential, AttestationState = inner });
        if (!result.Succeeded || !result.Passkey.IsUserVerified || result.UserEntity.Id != PasskeyStore.HandleOf(officer.Id))
        {
            throw PeopleRefusals.PasskeyOpensNothing();
        }

        var made = new NewPasskey(result.Passkey.CredentialId, result.Passkey.PublicKey, result.Passkey.SignCount, result.Passkey.IsBackupEligible);
        await passkeys.Add(officer.Id, name, made, asked, actor);
    }

    private string Host => settings.PasskeyHost.Length > 0 ? settings.PasskeyHost : Local;

    private static string AddPurpose(Guid officer) => "passkey.add." + PasskeyStore.HandleOf(officer);

    private string Seal(string purpose, string name, string inner)
    {
        var ends = time.GetUtcNow().Add(Life).ToUnixTimeMilliseconds();
        return Base64Url.EncodeToString(seals.Seal(purpose, JsonSerializer.SerializeToUtf8Bytes(new Asked(ends, name, inner))));
    }

    private (string Name, string Inner, AskedPasskey Asked) Open(string purpose, string state)
    {
        try
        {
            var bytes = Base64Url.DecodeFromChars(state);
            var asked = JsonSerializer.Deserialize<Asked>(seals.Open(purpose, bytes))!;
            return (asked.Name, asked.Inner, new AskedPasskey(SHA256.HashData(bytes), DateTimeOffset.FromUnixTimeMilliseconds(asked.Ends).UtcDateTime));
        }
        catch (Exception fault) when (fault is FormatException or CryptographicException)
        {
            // A form that was altered, or sealed for somebody else.
            throw PeopleRefusals.PasskeyOpensNothing();
        }
    }

    private PasskeyHandler<Officer> Handler(UserManager<Officer> people) => new(people, Options.Create(new IdentityPasskeyOptions
    {
        ServerDomain = Host,
        UserVerificationRequirement = "required",
        ResidentKeyRequirement = "required",
        ValidateOrigin = asked => ValueTask.FromResult(!asked.CrossOrigin && IsOrigin(asked.Origin)),
    }));

    // On localhost plain http is fine (Secure Contexts, 3.1); elsewhere https alone.
    private bool IsOrigin(string origin) => Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && uri.Host.Equals(Host, StringComparison.OrdinalIgnoreCase)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.Host == Local));

    private UserManager<Officer> People() => new(
        store, Options.Create(new IdentityOptions()), new PasswordHasher<Officer>(), [], [], new UpperInvariantLookupNormalizer(), new IdentityErrorDescriber(),
        services, NullLogger<UserManager<Officer>>.Instance);

    private sealed record Asked(long Ends, string Name, string Inner);
}
