using System.Globalization;
using Lianxin.Foundation;
using Lianxin.Texts;
using Lianxin.Web.Hosting;

namespace Lianxin.Web.Api;

/// <summary>One thing that is wrong with a request: where (a JSON pointer, a query parameter or a header), its stable code, what fills its text.</summary>
public sealed record ApiError(string Code, params object[] Arguments)
{
    // The pages' own text speaks of the page that was renewed.
    private const string Stale = "matter.stale";

    /// <summary>RFC 6901 pointer into the body.</summary>
    public string? Pointer { get; init; }

    /// <summary>The query parameter.</summary>
    public string? Parameter { get; init; }

    /// <summary>The header.</summary>
    public string? Header { get; init; }

    /// <summary>The refusal whose text it bears, when the system itself refused.</summary>
    public RefusedException? Refusal { get; init; }

    /// <summary>What it says, in that language.</summary>
    public string Detail(CultureInfo language) => Refusal is { Code: not Stale } no
        ? RefusalWords.Of(no, language)
        : Words.Get(TextKey(Code), language, [.. Arguments]);

    /// <summary>Where the code's text stands: a picture's own one is shared with the pages.</summary>
    public static string TextKey(string code) => code.StartsWith("photo.", StringComparison.Ordinal) ? code : "problem." + code;
}

/// <summary>The interface says no, as problem details (RFC 9457). Codes are public interface and never renamed.</summary>
public sealed class ApiProblemException(int status, string code, params object[] arguments) : Exception(code)
{
    /// <summary>The HTTP status.</summary>
    public int Status { get; } = status;

    /// <summary>The problem itself.</summary>
    public ApiError Problem { get; init; } = new(code, arguments);

    /// <summary>Everything that is wrong, each at its place.</summary>
    public IReadOnlyList<ApiError> Errors { get; init; } = [];

    /// <summary>The version the matter has now, for a stale one.</summary>
    public int? CurrentVersion { get; init; }

    /// <summary>A field of the body is wrong.</summary>
    public static ApiProblemException Input(IReadOnlyList<ApiError> errors) => new(400, "input.invalid", errors.Count) { Errors = errors };

    /// <summary>A query parameter is wrong.</summary>
    public static ApiProblemException Query(string name, string code, params object[] arguments) =>
        Input([new ApiError(code, arguments) { Parameter = Shown(name) }]);

    /// <summary>A header is missing or wrong.</summary>
    public static ApiProblemException Header(int status, string name, string code, params object[] arguments) =>
        new(status, code, arguments) { Errors = [new ApiError(code, arguments) { Header = name }] };

    /// <summary>A refusal of the system: not there, stale, not the key's to do, about a field, or against a rule.</summary>
    public static ApiProblemException Of(RefusedException no, Func<string, string> pointer)
    {
        var error = new ApiError(no.Code) { Refusal = no, Pointer = no.Field is { } field ? pointer(field) : null };
        var stale = no.Code == "matter.stale";
        return new ApiProblemException(StatusOf(no), no.Code)
        {
            Problem = error with { Pointer = null },
            Errors = error.Pointer is null ? [] : [error],
            CurrentVersion = stale ? (int)no.Arguments[0] : null,
        };
    }

    /// <summary>A name as it may be said back: short, and nothing that could not be written.</summary>
    internal static string Shown(string name)
    {
        var clean = PlainText.Line(name, 60);
        return clean.IsTooLong ? string.Concat(clean.Text.EnumerateRunes().Take(60).Select(r => r.ToString())) + "…" : clean.Text;
    }

    private static int StatusOf(RefusedException no) => no.Code switch
    {
        "matter.not_found" => 404,
        "matter.not_yours" => 403,
        "matter.stale" => 412,
        _ => no.Field is null ? 409 : 400,
    };
}
