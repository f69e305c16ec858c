using System.IO.Compression;
using System.Text.Json;
using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Ledger;
using Lianxin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Reports;

/// <summary>A line of the kept journal: an entry's bytes as they were hashed, and the words of settings and units beside it.</summary>
internal sealed record GoldenLine(long? Matter, int Cn, byte[] Bytes, Dictionary<string, string>? Words);

/// <summary>
/// The journal that holds version 1 of the definitions to its word: written once by the product as it was, never again. It is put into an
/// empty database as it is; nothing in it is made by today's operations.
/// </summary>
internal static class GoldenJournal
{
    private static string File => SourceTree.At("tests/Lianxin.Tests/Reports/golden-1.jsonl.gz");

    /// <summary>Puts the kept journal into an empty database, with the rows of settings and units that its entries fold into.</summary>
    internal static async Task Load(TestApp app)
    {
        await using var file = new GZipStream(System.IO.File.OpenRead(File), CompressionMode.Decompress);
        using var reader = new StreamReader(file);
        var lines = new List<GoldenLine>();
        while (await reader.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            lines.Add(JsonSerializer.Deserialize<GoldenLine>(line)!);
        }

        var rows = new ReplayedRows();
        await app.Get<Writer>().Write(scope =>
        {
            for (var seq = 0; seq < lines.Count; seq++)
            {
                Put(scope, lines[seq], seq);
                if (lines[seq].Matter is null)
                {
                    var read = EntryReader.Read(lines[seq].Bytes);
                    app.Journal.Catalogue.Read(read).Fold(rows, new Stamp(seq, read.Entry.At, null, 0, read.Entry.Actor, null));
                }
            }

            foreach (var row in rows.All<object>())
            {
                scope.Add(row);
            }

            scope.Head.FactSize = lines.Count;
            return Task.FromResult(true);
        });
    }

    private static void Put(WriteScope scope, GoldenLine line, long seq)
    {
        scope.Add(new FactEntry { Seq = seq, Matter = line.Matter, Cn = line.Cn, Bytes = line.Bytes, Leaf = TreeHash.Leaf(line.Bytes) });
        scope.Append(new AppendedLeaf(LedgerLog.Facts.Id, seq, TreeHash.Leaf(line.Bytes), scope.Now));
        foreach (var (path, value) in line.Words ?? [])
        {
            scope.Add(new Wording { Seq = seq, Matter = null, Path = path, Value = value, Salt = new byte[32] });
        }
    }
}
