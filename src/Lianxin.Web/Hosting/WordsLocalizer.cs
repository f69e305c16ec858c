using System.Globalization;
using Lianxin.Texts;
using Microsoft.Extensions.Localization;

namespace Lianxin.Web.Hosting;

/// <summary>Gives the framework's validation and display attributes our texts: what they hold as message or name is a key.</summary>
public sealed class WordsLocalizer : IStringLocalizer, IStringLocalizerFactory
{
    /// <inheritdoc />
    public LocalizedString this[string name] => this[name, []];

    /// <inheritdoc />
    public LocalizedString this[string name, params object[] arguments] =>
        new(name, Words.Get(name, CultureInfo.CurrentUICulture, arguments), !Words.Has(name));

    /// <inheritdoc />
    public IStringLocalizer Create(Type resourceSource) => this;

    /// <inheritdoc />
    public IStringLocalizer Create(string baseName, string location) => this;

    /// <inheritdoc />
    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [];
}
