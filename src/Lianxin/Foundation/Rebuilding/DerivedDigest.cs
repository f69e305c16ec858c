using System.Security.Cryptography;
using Lianxin.Ledger;

namespace Lianxin.Foundation;

/// <summary>
/// SHA-256 over every folded row in canonical order: matter by matter in order of number, then the rows of no matter; inside each by table
/// and by bytes. A row is one canonical JSON object of its derived columns. It does not depend on the database nor on how a check was cut.
/// </summary>
internal sealed class DerivedDigest : IDisposable
{
    private readonly IncrementalHash _whole = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Adds the hashes of further matters, which come in order of number.</summary>
    internal void AddMatters(IEnumerable<byte[]> hashes)
    {
        foreach (var hash in hashes)
        {
            _whole.AppendData(hash);
        }
    }

    /// <summary>Adds the rows of no matter and gives the hash in hex.</summary>
    internal string Finish(IEnumerable<(string Table, byte[] Bytes)> rows)
    {
        _whole.AppendData(HashOf(rows));
        return Convert.ToHexStringLower(_whole.GetHashAndReset());
    }

    /// <inheritdoc/>
    public void Dispose() => _whole.Dispose();

    /// <summary>The hash of the rows of one matter.</summary>
    internal static byte[] HashOf(IEnumerable<(string Table, byte[] Bytes)> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (table, bytes) in rows.Order(Comparer<(string Table, byte[] Bytes)>.Create(Compare)))
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(table + "\n"));
            hash.AppendData(bytes);
            hash.AppendData("\n"u8);
        }

        return hash.GetHashAndReset();
    }

    /// <summary>One row; <paramref name="columns"/> come in order of name. Columns without a value are left out.</summary>
    internal static byte[] Row(object row, FoldedColumn[] columns)
    {
        var json = new CanonicalJson().Open();
        foreach (var column in columns)
        {
            if (column.Get(row) is { } value)
            {
                json.Key(column.Name);
                Write(json, value);
            }
        }

        return json.Close().ToArray();
    }

    private static int Compare((string Table, byte[] Bytes) one, (string Table, byte[] Bytes) other) =>
        string.CompareOrdinal(one.Table, other.Table) is not 0 and var order ? order : one.Bytes.AsSpan().SequenceCompareTo(other.Bytes);

    private static void Write(CanonicalJson json, object value)
    {
        switch (value)
        {
            case string text: json.Text(text); break;
            case int number: json.Number(number); break;
            case long number: json.Number(number); break;
            case bool flag: json.Flag(flag); break;
            case Guid id: json.Text(id.ToString()); break;
            case DateTime at: json.Instant(at); break;
            case byte[] bytes: json.Bytes(bytes); break;
            case IFormattable other: json.Text(other.ToString(other is DateOnly ? "yyyy-MM-dd" : "R", System.Globalization.CultureInfo.InvariantCulture)); break;
            default: throw new NotSupportedException($"A derived column of {value.GetType()} has no canonical form.");
        }
    }
}
