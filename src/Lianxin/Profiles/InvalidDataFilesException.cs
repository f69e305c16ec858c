namespace Lianxin.Profiles;

/// <summary>Says that data files cannot be used and lists every problem at once, never only the first.</summary>
public sealed class InvalidDataFilesException : Exception
{
    public InvalidDataFilesException(IReadOnlyList<ProfileProblem> problems)
        : base(string.Join(Environment.NewLine, problems)) => Problems = problems;

    public IReadOnlyList<ProfileProblem> Problems { get; }
}
