using System.Data.Common;
using System.Globalization;
using Lianxin.Ledger;

namespace Lianxin.Foundation;

/// <summary>Reads one journal over one span: checks each entry's bytes, place and chain, and gives the facts that can be folded.</summary>
internal sealed class RebuildEntries(FactCatalogue catalogue, bool access, SeenNumbers seen, RebuildFindings findings)
{
    private readonly string _table = access ? "access_entry" : "fact_entry";
    private long? _matter;
    private int _cn;
    private byte[] _leaf = [];
    private DateTime _at;

    /// <summary>Entries read.</summary>
    internal long Count { get; private set; }

    /// <summary>The statement over a span.</summary>
    internal static string Select(bool access, MatterSpan span) => $"select seq, matter, cn, bytes, leaf from {(access ? "access_entry" : "fact_entry")} where "
        + (span.IsNone ? "matter is null order by seq" : "matter > $1 and matter <= $2 order by matter, cn");

    /// <summary>Checks the row under the reader; the entry with its fact, or null when it is unreadable. Fact is null when it must not be folded.</summary>
    internal (ReadEntry Entry, Fact? Fact)? Next(DbDataReader reader)
    {
        Count++;
        var seq = reader.GetInt64(0);
        var matter = reader.IsDBNull(1) ? (long?)null : reader.GetInt64(1);
        var cn = reader.GetInt32(2);
        var bytes = (byte[])reader.GetValue(3);
        var leaf = TreeHash.Leaf(bytes);
        if (!seen.Mark(seq))
        {
            findings.Add(RebuildFault.Sequence, _table, Show(seq), "seq");
        }

        if (!leaf.AsSpan().SequenceEqual((byte[])reader.GetValue(4)))
        {
            findings.Add(RebuildFault.Leaf, _table, Show(seq), "leaf");
        }

        var read = Read(seq, bytes);
        var former = Step(matter, cn, leaf, seq);
        if (read is null)
        {
            return null;
        }

        Chain(read.Entry, former, seq);
        var stands = Same("seq", seq, read.Entry.Seq, seq) & Same("cn", cn, read.Entry.Cn, seq) & Same("matter", matter, MatterOf(read.Entry), seq);
        return (read, stands ? FactOf(read, seq) : null);
    }

    private ReadEntry? Read(long seq, byte[] bytes)
    {
        try
        {
            return EntryReader.Read(bytes);
        }
        catch (FormatException)
        {
            findings.Add(RebuildFault.Form, _table, Show(seq), "bytes");
            return null;
        }
    }

    /// <summary>Moves on in the chain; gives the leaf before, null at the start of a chain.</summary>
    private byte[]? Step(long? matter, int cn, byte[] leaf, long seq)
    {
        var starts = matter is null || matter != _matter;
        var expected = matter is null ? 0 : starts ? 1 : _cn + 1;
        if (cn != expected)
        {
            findings.Add(RebuildFault.Chain, _table, Show(seq), "cn", Show(cn), Show(expected));
        }

        var former = starts ? null : _leaf;
        _at = matter is not null && starts ? default : _at;
        (_matter, _cn, _leaf) = (matter, cn, leaf);
        return former;
    }

    private void Chain(Entry entry, byte[]? former, long seq)
    {
        if (!(entry.Cprev ?? []).AsSpan().SequenceEqual(former ?? []))
        {
            findings.Add(RebuildFault.Chain, _table, Show(seq), "bytes");
        }

        if (entry.At < _at)
        {
            findings.Add(RebuildFault.Time, _table, Show(seq), "bytes");
        }

        _at = entry.At;
    }

    private bool Same(string column, long? stored, long? real, long seq)
    {
        if (stored == real)
        {
            return true;
        }

        findings.Add(RebuildFault.Derived, _table, Show(seq), column, Show(stored), Show(real));
        return false;
    }

    private Fact? FactOf(ReadEntry read, long seq)
    {
        try
        {
            var fact = catalogue.Read(read);
            if (catalogue.Shape(fact).Access == access)
            {
                return fact;
            }
        }
        catch (FormatException)
        {
            // Said below: an unknown type, unfitting members and the wrong journal are one finding.
        }

        findings.Add(RebuildFault.Form, _table, Show(seq), "bytes");
        return null;
    }

    private static long? MatterOf(Entry entry) =>
        entry.Matter is null ? null : long.TryParse(entry.Matter, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private static string Show(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "∅";
}
