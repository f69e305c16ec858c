using System.Globalization;

namespace Lianxin.Database;

/// <summary>The form a value has in a database's own cell, so that a stored cell can be compared without being parsed.</summary>
internal static class StoredForm
{
    internal static string Text(Guid id) => id.ToString().ToUpperInvariant();

    internal static string Text(DateTime at) => at.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);

    internal static string Text(DateOnly on) => on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>What a reader would give for the value: whole numbers as <see cref="long"/>, the rest as each database does.</summary>
    internal static object? Of(DatabaseKind kind, object? value) => value switch
    {
        int number => (long)number,
        bool flag when kind == DatabaseKind.Sqlite => flag ? 1L : 0L,
        Guid id when kind == DatabaseKind.Sqlite => Text(id),
        DateTime at when kind == DatabaseKind.Sqlite => Text(at),
        DateOnly on when kind == DatabaseKind.Sqlite => Text(on),
        _ => value,
    };

    /// <summary>A cell as a reader gave it, in the same forms.</summary>
    internal static object? Read(object cell) => cell switch
    {
        DBNull => null,
        int number => (long)number,
        short number => (long)number,
        _ => cell,
    };

    internal static bool Same(object? one, object? other) =>
        one is byte[] a && other is byte[] b ? a.AsSpan().SequenceEqual(b) : Equals(one, other);

    /// <summary>A cell for a report: short, and the same wording on both databases where that is possible.</summary>
    internal static string Show(object? cell)
    {
        var text = cell switch
        {
            null => "∅",
            byte[] bytes => Convert.ToHexStringLower(bytes),
            DateTime at => Text(at),
            DateOnly on => Text(on),
            _ => Convert.ToString(cell, CultureInfo.InvariantCulture)!,
        };
        return text.Length <= 80 ? text : text[..80] + "…";
    }
}
