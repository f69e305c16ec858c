using System.Globalization;
using Lianxin.Texts;

namespace Lianxin.Web.Hosting;

/// <summary>The texts in the language of the request being answered; pages inject it as <c>T</c>.</summary>
public sealed class PageWords
{
    /// <summary>The language of the request, one of <see cref="Words.Cultures"/>.</summary>
    public CultureInfo Culture => CultureInfo.CurrentUICulture;

    /// <summary>The text of a key, see <see cref="Words.Get"/>.</summary>
    public string this[string key, params object?[] args] => Words.Get(key, Culture, args);

    /// <summary>The text of a key about a count, see <see cref="Words.Count"/>.</summary>
    public string Count(string key, long count) => Words.Count(key, count, Culture);

    /// <summary>See <see cref="Words.Day"/>.</summary>
    public string Day(DateOnly day) => Words.Day(day, Culture);

    /// <summary>See <see cref="Words.ShortDay"/>.</summary>
    public string ShortDay(DateOnly day) => Words.ShortDay(day, Culture);

    /// <summary>See <see cref="Words.Instant"/>.</summary>
    public string Instant(DateTime utc) => Words.Instant(utc, Culture);

    /// <summary>See <see cref="Words.Time"/>.</summary>
    public string Time(DateTime utc) => Words.Time(utc, Culture);

    /// <summary>The word of a form, state, kind, outcome or verdict.</summary>
    public string Of(Enum value) => ValueWords.Of(value, Culture);

    /// <summary>See <see cref="Words.Number"/>.</summary>
    public string Number(string number) => Words.Number(number);
}
