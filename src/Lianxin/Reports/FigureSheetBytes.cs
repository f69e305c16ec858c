using System.IO.Compression;

namespace Lianxin.Reports;

/// <summary>A sheet's rows as bytes, in pieces, and back again.</summary>
internal static class FigureSheetBytes
{
    /// <summary>Rises when the bytes, or what rows are made of, change: a kept sheet of another form is counted anew.</summary>
    internal const int Form = 1;

    private const int RowsOfPart = 20_000;

    /// <summary>The pieces; the first holds the lists.</summary>
    internal static IEnumerable<byte[]> Write(FigureSheet sheet)
    {
        yield return Pack(to =>
        {
            WriteAll(to, sheet.Channels, to.Write);
            WriteAll(to, sheet.Units, u => to.Write(u.ToByteArray()));
            WriteAll(to, sheet.Categories, to.Write);
        });
        for (var at = 0; at < sheet.Rows.Count; at += RowsOfPart)
        {
            var start = at;
            yield return Pack(to => WriteAll(to, [.. sheet.Rows.Skip(start).Take(RowsOfPart)], r => Write(to, r)));
        }
    }

    /// <summary>The sheet of those pieces.</summary>
    internal static FigureSheet Read(FigureBasis basis, IReadOnlyList<byte[]> parts)
    {
        using var lists = Open(parts[0]);
        var channels = ReadAll(lists, lists.ReadString);
        var units = ReadAll(lists, () => new Guid(lists.ReadBytes(16)));
        var categories = ReadAll(lists, lists.ReadString);
        var rows = new List<FigureRow>();
        foreach (var part in parts.Skip(1))
        {
            using var from = Open(part);
            rows.AddRange(ReadAll(from, () => Row(from)));
        }

        return new FigureSheet(basis, [.. rows], channels, units, categories);
    }

    private static void Write(BinaryWriter to, FigureRow row)
    {
        to.Write(row.Number);
        to.Write(row.Figures);
        foreach (var small in (int[])[row.Channel, row.Unit, row.Category + 1, row.FromOn.DayNumber, row.Heads, Code(row.Days), row.At is { } at ? (int)at + 1 : 0])
        {
            to.Write7BitEncodedInt(small);
        }

        foreach (var station in Enum.GetValues<Station>())
        {
            to.Write7BitEncodedInt(Code(row.Dwell.Of(station)));
        }
    }

    private static FigureRow Row(BinaryReader from) => new()
    {
        Number = from.ReadInt64(),
        Figures = from.ReadUInt32(),
        Channel = from.Read7BitEncodedInt(),
        Unit = from.Read7BitEncodedInt(),
        Category = from.Read7BitEncodedInt() - 1,
        FromOn = DateOnly.FromDayNumber(from.Read7BitEncodedInt()),
        Heads = from.Read7BitEncodedInt(),
        Days = Value(from),
        At = from.Read7BitEncodedInt() is > 0 and var at ? (Station)(at - 1) : null,
        Dwell = new Dwell(Value(from), Value(from), Value(from), Value(from)),
    };

    private static int Code(int? value) => value is { } some ? some + 1 : 0;

    private static int? Value(BinaryReader from) => from.Read7BitEncodedInt() is > 0 and var code ? code - 1 : null;

    private static void WriteAll<T>(BinaryWriter to, IReadOnlyList<T> values, Action<T> write)
    {
        to.Write7BitEncodedInt(values.Count);
        foreach (var value in values)
        {
            write(value);
        }
    }

    private static T[] ReadAll<T>(BinaryReader from, Func<T> read)
    {
        var all = new T[from.Read7BitEncodedInt()];
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = read();
        }

        return all;
    }

    private static byte[] Pack(Action<BinaryWriter> write)
    {
        using var memory = new MemoryStream();
        using (var zip = new DeflateStream(memory, CompressionLevel.Fastest, leaveOpen: true))
        using (var to = new BinaryWriter(zip))
        {
            write(to);
        }

        return memory.ToArray();
    }

    private static BinaryReader Open(byte[] part) => new(new DeflateStream(new MemoryStream(part), CompressionMode.Decompress));
}
