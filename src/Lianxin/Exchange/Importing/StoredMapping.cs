using System.Globalization;
using Lianxin.Database;

namespace Lianxin.Exchange;

/// <summary>A mapping as a run keeps it: meaning and column number, by position, whatever the headers say.</summary>
public static class StoredMapping
{
    /// <summary>For example <c>source_number=0,title=2</c>.</summary>
    public static string Write(ColumnMapping mapping) =>
        string.Join(',', mapping.Columns.OrderBy(pair => pair.Value).Select(pair => string.Create(CultureInfo.InvariantCulture, $"{Conventions.Text(pair.Key)}={pair.Value}")));

    /// <summary>The mapping of that text over these headers; a column the table does not have means nothing.</summary>
    public static ColumnMapping Read(IReadOnlyList<string?> headers, string stored)
    {
        var mapping = Enum.GetValues<MatterColumn>().Aggregate(ColumnMapping.Guess(headers), (all, column) => all.With(column, null));
        foreach (var part in stored.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var sides = part.Split('=');
            if (Conventions.TryParse<MatterColumn>(sides[0], out var column) && int.Parse(sides[1], CultureInfo.InvariantCulture) is var at && at < headers.Count)
            {
                mapping = mapping.With(column, at);
            }
        }

        return mapping;
    }
}
