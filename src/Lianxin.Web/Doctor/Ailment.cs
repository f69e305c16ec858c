namespace Lianxin.Web.Doctor;

/// <summary>How much a finding matters.</summary>
public enum Gravity
{
    /// <summary>It is as it should be.</summary>
    Well,

    /// <summary>It works and should be changed.</summary>
    Warning,

    /// <summary>It must be changed before residents depend on it.</summary>
    Danger,
}

/// <summary>One thing the doctor looked at. The words are the resources <c>doctor.CODE</c> and, unless well, <c>doctor.fix.CODE</c>.</summary>
public sealed record Ailment(string Code, Gravity Gravity, params object[] Arguments);

/// <summary>Looks at one side of an installation; reads only.</summary>
internal interface IExamine
{
    /// <summary>What it found, in the order it is told.</summary>
    Task<IReadOnlyList<Ailment>> Look(CancellationToken stop);
}
