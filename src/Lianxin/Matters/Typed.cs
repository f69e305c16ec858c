using Lianxin.Foundation;

namespace Lianxin.Matters;

/// <summary>Texts as people type them, cleaned and bounded, or refused by their field's name.</summary>
internal static class Typed
{
    /// <summary>Text elements of an answer, an explanation or a notice at most.</summary>
    internal const int Long = 4000;

    /// <summary>Text elements of a reason at most.</summary>
    internal const int Short = 500;

    internal static string Needed(string field, string? typed, int most = Short)
    {
        var clean = PlainText.Clean(typed, most);
        return clean.IsEmpty ? throw MatterRefusals.Missing(field) : clean.IsTooLong ? throw MatterRefusals.TooLong(field, most) : clean.Text;
    }

    internal static string? Optional(string field, string? typed, int most = Short)
    {
        var clean = PlainText.Clean(typed, most);
        return clean.IsTooLong ? throw MatterRefusals.TooLong(field, most) : clean.IsEmpty ? null : clean.Text;
    }
}
