using Lianxin.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Lianxin.Foundation;

/// <summary>One derived column: how a folded row gives its value.</summary>
internal sealed record FoldedColumn(string Name, Func<object, object?> Get);

/// <summary>A table whose rows folds make: its derived columns, key first, and the column that says which matter a row belongs to.</summary>
internal sealed class FoldedTable
{
    private static readonly Type[] Apart = [typeof(Head), typeof(FactEntry), typeof(AccessEntry), typeof(LedgerNode), typeof(LedgerCheckpoint)];
    private readonly DatabaseKind _kind;
    private readonly FoldedColumn[] _byName;
    private readonly Func<object, object?>? _matter;

    private FoldedTable(IEntityType entity, IReadOnlySet<string> derived, DatabaseKind kind)
    {
        _kind = kind;
        Name = entity.GetTableName()!;
        Type = entity.ClrType;
        var key = entity.FindPrimaryKey()!.Properties;
        var others = entity.GetProperties().Except(key).Where(p => derived.Contains(p.GetColumnName()));
        Columns = key.Concat(others).Select(p => new FoldedColumn(p.GetColumnName(), RowShape.Value(p))).ToArray();
        KeyLength = key.Count;
        _byName = [.. Columns.OrderBy(c => c.Name, StringComparer.Ordinal)];
        var matter = MatterOf(entity);
        _matter = matter is null ? null : RowShape.Value(matter);
        MatterColumn = matter?.GetColumnName();
    }

    internal string Name { get; }

    internal Type Type { get; }

    internal FoldedColumn[] Columns { get; }

    internal int KeyLength { get; }

    /// <summary>Null for a table of the district as a whole.</summary>
    internal string? MatterColumn { get; }

    /// <summary>All tables whose rows folds make, by name; the journal itself, its head and its trees are checked apart.</summary>
    internal static IReadOnlyList<FoldedTable> All(LianxinDb db, DatabaseKind kind) => db.Model.GetEntityTypes()
        .Where(e => !Apart.Contains(e.ClrType))
        .Select(e => (Entity: e, Derived: ColumnList.Of(e.GetTableName()!, ColumnClass.Derived)))
        .Where(t => t.Derived.Count > 0)
        .Select(t => new FoldedTable(t.Entity, t.Derived, kind))
        .OrderBy(t => t.Name, StringComparer.Ordinal)
        .ToList();

    internal long? Matter(object row) => (long?)_matter?.Invoke(row);

    internal object? Cell(object row, int column) => StoredForm.Of(_kind, Columns[column].Get(row));

    internal object Key(object row) => Key(column => Cell(row, column));

    internal object KeyOf(object[] cells) => Key(column => StoredForm.Read(cells[column]));

    internal string ShowKey(object row) => string.Join('/', Columns.Take(KeyLength).Select(c => StoredForm.Show(c.Get(row))));

    internal static string ShowKey(object[] cells, int length) => string.Join('/', cells.Take(length).Select(c => StoredForm.Show(Tidy(c))));

    internal string Select(MatterSpan span) =>
        $"select {string.Join(", ", Columns.Select(c => '"' + c.Name + '"'))} from \"{Name}\"" + (MatterColumn is null ? ""
            : span.IsNone ? $" where \"{MatterColumn}\" is null"
            : $" where \"{MatterColumn}\" > $1 and \"{MatterColumn}\" <= $2");

    /// <summary>The derived columns of a row in canonical form, the same on both databases.</summary>
    internal byte[] Canonical(object row) => DerivedDigest.Row(row, _byName);

    private object Key(Func<int, object?> cell) => KeyLength == 1
        ? cell(0) is byte[] bytes ? Convert.ToHexString(bytes) : cell(0) ?? ""
        : string.Join('\u001f', Enumerable.Range(0, KeyLength).Select(i => StoredForm.Show(cell(i))));

    private static object? Tidy(object cell) =>
        StoredForm.Read(cell) is string { Length: 36 } text && Guid.TryParse(text, out var id) ? id : StoredForm.Read(cell);

    private static IProperty? MatterOf(IEntityType entity) => entity.FindProperty("Matter") is { } named && Whole(named)
        ? named
        : entity.GetTableName() == "matter" ? entity.FindPrimaryKey()!.Properties[0] : null;

    private static bool Whole(IProperty property) => property.ClrType == typeof(long) || property.ClrType == typeof(long?);
}
