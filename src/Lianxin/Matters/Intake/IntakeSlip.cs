namespace Lianxin.Matters;

/// <summary>What a desk's form became: its matter, and the slip's secrets sealed for the officer who sent it. A form sent twice finds it here.</summary>
public sealed class IntakeSlip
{
    /// <summary>The form's own id.</summary>
    public Guid Form { get; init; }

    /// <summary>The matter.</summary>
    public long Matter { get; init; }

    /// <summary>The officer who sent it.</summary>
    public Guid Officer { get; init; }

    /// <summary>Number, code and link, sealed under the key file.</summary>
    public string Sealed { get; init; } = "";

    /// <summary>When; it goes after a day.</summary>
    public DateTime At { get; init; }
}
