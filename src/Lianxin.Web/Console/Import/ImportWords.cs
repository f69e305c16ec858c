using Lianxin.Database;
using Lianxin.Exchange;
using Lianxin.Texts;
using System.Globalization;

namespace Lianxin.Web.Console;

/// <summary>What an import says in words: the meanings of columns, faults of rows, why it failed.</summary>
public static class ImportWords
{
    /// <summary>The meaning of a column.</summary>
    public static string Column(MatterColumn column, CultureInfo language) => Words.Get("import.column." + Conventions.Text(column), language);

    /// <summary>The faults of one row, in one line.</summary>
    public static string Faults(IEnumerable<RowFault> faults, CultureInfo language) => string.Join(
        " · ",
        faults.Select(f => Words.Get("import.fault.of", language, Column(f.Column, language), Words.Get("import.fault." + f.Code, language, f.Detail))));

    /// <summary>Why it failed.</summary>
    public static string Error(string code, CultureInfo language) =>
        Words.Has("refusal." + code) ? Words.Get("refusal." + code, language, "", "") : Words.Get("import.failed.fault", language);
}
