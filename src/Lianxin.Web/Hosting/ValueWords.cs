using System.Globalization;
using Lianxin.Database;
using Lianxin.Matters;
using Lianxin.Texts;

namespace Lianxin.Web.Hosting;

/// <summary>The words of the closed lists of a matter: form, state, kind, outcome, verdict.</summary>
public static class ValueWords
{
    private static readonly Dictionary<Type, string> Keys = new()
    {
        [typeof(MatterForm)] = "form.",
        [typeof(MatterState)] = "state.",
        [typeof(MatterKind)] = "kind.",
        [typeof(MatterOutcome)] = "outcome.",
        [typeof(MatterVerdict)] = "verdict.",
    };

    /// <summary>The lists that have words.</summary>
    public static IReadOnlyCollection<Type> Lists => Keys.Keys;

    /// <summary>The word of a value; a value of another list throws.</summary>
    public static string Of(Enum value, CultureInfo language) => Words.Get(Keys[value.GetType()] + Conventions.Snake(value.ToString()), language);
}
