using System.Security.Claims;
using System.Text.Encodings.Web;
using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Lianxin.Web.Hosting;

/// <summary>
/// Reads the session from its row and the officer's roles from the people of today, on every request: what was revoked anywhere is gone
/// with the next one. The principal holds the officer's id only.
/// </summary>
public sealed class SignInScheme(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder,
    StaffSessions sessions, OfficerBook book, LianxinDatabase database, CurrentActor current, TimeProvider time)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>The scheme's name.</summary>
    public const string SchemeName = "session";

    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (await sessions.Find(SessionCookie.Read(Context), SessionStep.Open) is not { } session)
        {
            return AuthenticateResult.NoResult();
        }

        await using var db = database.Read();
        var people = await book.Read(db);
        var today = ShanghaiTime.DayOf(time.GetUtcNow().UtcDateTime);
        if (!people.IsActive(session.Officer, today))
        {
            return AuthenticateResult.NoResult();
        }

        current.SignIn(session, people, today, Via.Web);
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, session.Id.ToString("N"))], SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }
}
