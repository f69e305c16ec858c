namespace Lianxin.People;

/// <summary>Somebody who works here. The name is a committed text; unit and roles are dated rows; credentials are committed texts.</summary>
public sealed class Officer
{
    /// <summary>The id, the same for ever.</summary>
    public Guid Id { get; init; }

    /// <summary>The account name for signing in.</summary>
    public string Code { get; init; } = "";

    /// <summary>The entry whose wordings <c>name</c> and <c>title</c> are in force.</summary>
    public long NameSeq { get; internal set; }

    /// <summary>The first day the account is switched off.</summary>
    public DateOnly? DeactivatedOn { get; internal set; }

    /// <summary>The entry whose wording <c>password</c> is the hash in force.</summary>
    public long? PasswordSeq { get; internal set; }

    /// <summary>The entry whose wording <c>totp</c> is the sealed secret in force.</summary>
    public long? TotpSeq { get; internal set; }

    /// <summary>The entry that added the officer.</summary>
    public long Seq { get; init; }

    /// <summary>Rises with every change; a form carries the one it was shown.</summary>
    public int Version { get; internal set; } = 1;
}

/// <summary>Unit and roles of an officer from a day on, until the next row's day.</summary>
public sealed class OfficerPost
{
    /// <summary>The entry that made this row.</summary>
    public long Seq { get; init; }

    /// <summary>The officer.</summary>
    public Guid Officer { get; init; }

    /// <summary>The first day it holds.</summary>
    public DateOnly FromOn { get; init; }

    /// <summary>The unit; null only for administrators of a district that has none yet.</summary>
    public Guid? Unit { get; init; }

    /// <summary>Role codes, sorted, a space between.</summary>
    public string Roles { get; init; } = "";
}

/// <summary>An absence: the successor answers meanwhile.</summary>
public sealed class OfficerLeave
{
    /// <summary>The entry that made this row.</summary>
    public long Seq { get; init; }

    /// <summary>Who is away.</summary>
    public Guid Officer { get; init; }

    /// <summary>Who answers meanwhile.</summary>
    public Guid Successor { get; init; }

    /// <summary>The first day away.</summary>
    public DateOnly FromOn { get; init; }

    /// <summary>The first day back.</summary>
    public DateOnly? BackOn { get; internal set; }
}

/// <summary>Who sorts what comes in for a unit, from a day on; without a row the head does.</summary>
public sealed class TriageOfficer
{
    /// <summary>The entry that made this row.</summary>
    public long Seq { get; init; }

    /// <summary>The unit.</summary>
    public Guid Unit { get; init; }

    /// <summary>The officer.</summary>
    public Guid Officer { get; init; }

    /// <summary>The first day it holds.</summary>
    public DateOnly FromOn { get; init; }
}
