namespace Lianxin.Foundation;

/// <summary>What keeps a column true.</summary>
public enum ColumnClass
{
    /// <summary>Folding the journal again gives the same value.</summary>
    Derived,

    /// <summary>An entry commits to it: value and salt open the commitment.</summary>
    Committed,

    /// <summary>No entry knows it: search, sessions, drafts, caches.</summary>
    Unprotected,
}

/// <summary>One line of the list: a column, its class, and how it is held or why it is not. <c>*</c> stands for a whole search index.</summary>
public sealed record ListedColumn(string Table, string Column, ColumnClass Class, string How);

/// <summary>The list of every column of every table (<c>Columns.csv</c>); a test holds it complete on both databases.</summary>
public static class ColumnList
{
    private const string Resource = "Lianxin.Foundation.Columns.csv";

    /// <summary>All lines, in the file's order: by table, then column.</summary>
    public static IReadOnlyList<ListedColumn> All { get; } = Read();

    /// <summary>The names of a table's columns of one class.</summary>
    public static IReadOnlySet<string> Of(string table, ColumnClass kind) =>
        All.Where(line => line.Table == table && line.Class == kind).Select(line => line.Column).ToHashSet();

    private static List<ListedColumn> Read()
    {
        using var reader = new StreamReader(typeof(ColumnList).Assembly.GetManifestResourceStream(Resource)!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(Parse).ToList();
    }

    private static ListedColumn Parse(string line) => line.TrimEnd('\r').Split(',', 4) is [var table, var column, var kind, { Length: > 0 } how]
        && Database.Conventions.TryParse<ColumnClass>(kind, out var known)
            ? new ListedColumn(table, column, known, how)
            : throw new FormatException($"{Resource} does not hold 'table,column,class,how': {line}");
}
