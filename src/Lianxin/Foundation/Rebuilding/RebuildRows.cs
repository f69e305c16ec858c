namespace Lianxin.Foundation;

/// <summary>An entry that cannot be folded: it asks for a row that no earlier entry of its chain made, or makes one twice.</summary>
internal sealed class FoldException(string message) : Exception(message);

/// <summary>
/// The empty rows a chain is folded into. A fact about a matter sees the rows of that matter only, and one about no matter only the rows
/// of none: so matters can be folded one by one, in any order.
/// </summary>
internal sealed class RebuildRows : IFoldRows
{
    private readonly Dictionary<(Type Type, object Key), object> _rows = [];

    internal IEnumerable<object> All => _rows.Values;

    public T Get<T>(object key)
        where T : class => _rows.TryGetValue((typeof(T), key), out var row)
            ? (T)row
            : throw new FoldException($"no {typeof(T).Name} {key} in its chain");

    public void Add<T>(T row, object key)
        where T : class
    {
        if (!_rows.TryAdd((typeof(T), key), row))
        {
            throw new FoldException($"a second {typeof(T).Name} {key}");
        }
    }

    internal void Clear() => _rows.Clear();
}
