namespace Lianxin.Foundation;

/// <summary>
/// A rule says no. The code is public interface and never renamed; its text is the resource <c>refusal.CODE</c>, filled with the arguments.
/// Pages show it in the summary of the same page with 409, the API as problem details.
/// </summary>
public sealed class RefusedException(string code, params object[] arguments) : Exception(code)
{
    /// <summary>For example <c>matter.not_your_unit</c>.</summary>
    public string Code { get; } = code;

    /// <summary>What the text is filled with: codes, names and dates the reader may see.</summary>
    public IReadOnlyList<object> Arguments { get; } = arguments;

    /// <summary>The field the refusal is about, when there is one.</summary>
    public string? Field { get; init; }
}
