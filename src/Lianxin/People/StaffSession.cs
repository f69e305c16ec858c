namespace Lianxin.People;

/// <summary>How far a session is.</summary>
public enum SessionStep
{
    /// <summary>The password was right; the code is still asked for.</summary>
    Code,

    /// <summary>Signed in.</summary>
    Open,
}

/// <summary>A session on the server's side. The browser holds 256 random bits, this row their SHA-256 only; without the row there is no session.</summary>
public sealed class StaffSession
{
    /// <summary>An id to name it by in the list of own sessions.</summary>
    public Guid Id { get; init; }

    /// <summary>SHA-256 of the browser's token.</summary>
    public byte[] Token { get; init; } = [];

    /// <summary>Whose it is.</summary>
    public Guid Officer { get; init; }

    /// <summary>How far it is.</summary>
    public SessionStep Step { get; init; }

    /// <summary>When it began.</summary>
    public DateTime OpenedAt { get; init; }

    /// <summary>The last request, to the minute.</summary>
    public DateTime SeenAt { get; set; }

    /// <summary>When it ends even when it is used.</summary>
    public DateTime EndsAt { get; init; }

    /// <summary>The browser as it calls itself, shortened.</summary>
    public string Agent { get; init; } = "";
}

/// <summary>Counts wrong tries for an account name, whether such an account exists or not.</summary>
public sealed class SignInGuard
{
    /// <summary>SHA-256 of the account name as typed, in small letters.</summary>
    public byte[] Name { get; init; } = [];

    /// <summary>Tries since the last success.</summary>
    public int Tries { get; set; }

    /// <summary>No try is looked at before this instant.</summary>
    public DateTime? LockedUntilAt { get; set; }

    /// <summary>The last try.</summary>
    public DateTime LastAt { get; set; }
}

/// <summary>The last time step whose code an officer used: a code opens once (RFC 6238 §5.2).</summary>
public sealed class TotpUse
{
    /// <summary>The officer.</summary>
    public Guid Officer { get; init; }

    /// <summary>The step.</summary>
    public long Step { get; set; }
}

/// <summary>What a one-time link does.</summary>
public enum LinkKind
{
    /// <summary>Sets the password and enrols the code generator.</summary>
    SetUp,

    /// <summary>Signs in at once; made for demo accounts only.</summary>
    SignIn,
}

/// <summary>A one-time link: the address holds 128 random bits, this row their SHA-256 only.</summary>
public sealed class OneTimeLink
{
    /// <summary>SHA-256 of the token.</summary>
    public byte[] Token { get; init; } = [];

    /// <summary>Whose it is.</summary>
    public Guid Officer { get; init; }

    /// <summary>What it does.</summary>
    public LinkKind Kind { get; init; }

    /// <summary>When it ends unused.</summary>
    public DateTime EndsAt { get; init; }

    /// <summary>When its button was pressed.</summary>
    public DateTime? UsedAt { get; set; }
}
