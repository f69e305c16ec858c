using Lianxin.Foundation;

namespace Lianxin.People;

/// <summary>The officer has a new password; its hash is committed.</summary>
[FactType("officer.password_set")]
public sealed record PasswordSet(Guid Officer) : Fact
{
    /// <inheritdoc/>
    public override void Fold(IFoldRows rows, Stamp stamp) => rows.Get<Officer>(Officer).PasswordSeq = stamp.Seq;
}

/// <summary>The officer has a new code generator; its sealed secret is committed.</summary>
[FactType("officer.totp_set")]
public sealed record TotpSet(Guid Officer) : Fact
{
    /// <inheritdoc/>
    public override void Fold(IFoldRows rows, Stamp stamp) => rows.Get<Officer>(Officer).TotpSeq = stamp.Seq;
}

/// <summary>A one-time link was made for the officer.</summary>
[FactType("officer.link_made")]
public sealed record LinkMade(Guid Officer, LinkKind Kind, DateTime EndsAt) : Fact
{
    /// <inheritdoc/>
    public override void Fold(IFoldRows rows, Stamp stamp)
    {
    }
}

/// <summary>The officer signed in.</summary>
[FactType("session.opened")]
public sealed record SessionOpened(Guid Officer, Guid Session, string Method) : Fact
{
    /// <inheritdoc/>
    public override void Fold(IFoldRows rows, Stamp stamp)
    {
    }
}

/// <summary>A session was ended by a person, not by time.</summary>
[FactType("session.ended")]
public sealed record SessionEnded(Guid Officer, Guid Session) : Fact
{
    /// <inheritdoc/>
    public override void Fold(IFoldRows rows, Stamp stamp)
    {
    }
}

/// <summary>Five wrong tries: the account is closed for a while.</summary>
[FactType("sign_in.locked")]
public sealed record SignInLocked(Guid Officer, DateTime UntilAt) : Fact
{
    /// <inheritdoc/>
    public override void Fold(IFoldRows rows, Stamp stamp)
    {
    }
}
