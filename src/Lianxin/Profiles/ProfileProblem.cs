namespace Lianxin.Profiles;

/// <summary>One thing wrong in a data file: where it stands, what it says and what is allowed there.</summary>
public sealed record ProfileProblem(string File, string Path, string Value, string Allowed)
{
    public override string ToString() => $"{File} {Path}: “{Value}”; allowed: {Allowed}";
}
