using System.ComponentModel.DataAnnotations;

namespace Lianxin.People;

/// <summary>How strict signing in is; section <c>SignIn</c> of the settings.</summary>
public sealed record SignInSettings
{
    /// <summary>Minutes without a request after which a session ends.</summary>
    [Range(1, 480)]
    public int IdleMinutes { get; set; } = 15;

    /// <summary>Hours after which a session ends even when it is used.</summary>
    [Range(1, 24)]
    public int LongestHours { get; set; } = 12;

    /// <summary>Wrong tries in a row that close an account for a while.</summary>
    [Range(3, 20)]
    public int TriesBeforeLock { get; set; } = 5;

    /// <summary>Minutes an account stays closed.</summary>
    [Range(1, 240)]
    public int LockMinutes { get; set; } = 15;

    /// <summary>Hours a one-time link holds.</summary>
    [Range(1, 336)]
    public int LinkHours { get; set; } = 72;

    /// <summary>The name code generators and passkeys show.</summary>
    [Required, MaxLength(40)]
    public string Issuer { get; set; } = "Lianxin";

    /// <summary>The host name passkeys are bound to, for ever, such as <c>lianxin.example.gov.cn</c>; empty: they are offered on localhost only.</summary>
    [RegularExpression("[A-Za-z0-9.-]{0,253}")]
    public string PasskeyHost { get; set; } = "";
}
