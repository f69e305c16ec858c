namespace Lianxin.People;

/// <summary>A program's key to the JSON interface: for one unit, some scopes, until a day. Its name and the SHA-256 of its secret are committed words.</summary>
public sealed class ApiKey
{
    /// <summary>Its id, which acts in the journal.</summary>
    public Guid Id { get; init; }

    /// <summary>The entry that issued it.</summary>
    public long Seq { get; init; }

    /// <summary>The unit it acts for.</summary>
    public Guid Unit { get; init; }

    /// <summary>Scope codes, separated by spaces.</summary>
    public string Scopes { get; init; } = "";

    /// <summary>Requests a minute at most.</summary>
    public int PerMinute { get; init; }

    /// <summary>The last day it opens anything, until 24:00 in Asia/Shanghai.</summary>
    public DateOnly LastOn { get; init; }

    /// <summary>When it was issued.</summary>
    public DateTime IssuedAt { get; init; }

    /// <summary>When it was revoked; null while it stands.</summary>
    public DateTime? RevokedAt { get; internal set; }
}
