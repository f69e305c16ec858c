namespace Lianxin.Units;

/// <summary>Values that hold from a day on, until the next one's day. Of two for one day, the one recorded later holds.</summary>
public sealed class Dated<T>
    where T : class
{
    private readonly (DateOnly FromOn, T Value)[] _values;

    /// <summary>Sorts the values; <paramref name="seq"/> is the entry that recorded each.</summary>
    public Dated(IEnumerable<T> values, Func<T, DateOnly> fromOn, Func<T, long> seq) =>
        _values = values.OrderBy(fromOn).ThenBy(seq).Select(v => (fromOn(v), v)).ToArray();

    /// <summary>Everything that ever held, oldest first.</summary>
    public IEnumerable<(DateOnly FromOn, T Value)> All => _values;

    /// <summary>What holds on that day; null before the first day.</summary>
    public T? On(DateOnly on)
    {
        for (var i = _values.Length - 1; i >= 0; i--)
        {
            if (_values[i].FromOn <= on)
            {
                return _values[i].Value;
            }
        }

        return null;
    }

    /// <summary>What holds on that day; before the first day, what held first.</summary>
    public T? OnOrFirst(DateOnly on) => On(on) ?? (_values.Length > 0 ? _values[0].Value : null);
}
