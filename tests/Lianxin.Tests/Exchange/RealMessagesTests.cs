using System.Diagnostics;
using Lianxin.Exchange;
using Lianxin.Foundation;
using Lianxin.Search;

namespace Lianxin.Tests.Exchange;

/// <summary>The 4,326 real messages, where they lie beside the repository; nothing of them is kept here.</summary>
public sealed class RealMessagesTests
{
    [Fact]
    public void Every_real_message_is_read()
    {
        using var file = File.OpenRead(Messages());
        var watch = Stopwatch.StartNew();
        var rows = RowFile.Read(file).ToList();
        var mapping = ColumnMapping.Guess(ColumnMapping.FindHeader(rows)!);
        var matters = rows.Skip(1).ToList();

        Assert.Equal(7, mapping.Columns.Count);
        Assert.Empty(mapping.Unused);
        Assert.Equal(4_326, matters.Count);
        Assert.Equal(4_326, matters.Select(row => mapping.Cell(row, MatterColumn.SourceNumber).Text).Distinct().Count());
        Assert.All(matters, row => Assert.Null(HistoricTime.Parse(mapping.Cell(row, MatterColumn.At)).Refusal));
        Assert.Equal(129, matters.Count(row => mapping.Cell(row, MatterColumn.At).Kind == CellKind.Moment));
        Assert.All(matters, row => Assert.InRange(HistoricTime.Parse(mapping.Cell(row, MatterColumn.At)).At!.Value, new DateTime(2016, 12, 31), new DateTime(2020, 12, 31)));
        Assert.All(matters, row => Assert.False(PlainText.Clean(mapping.Cell(row, MatterColumn.Body).Text, 32_767).IsEmpty));
        Assert.All(matters, row => Assert.NotEmpty(Bigrams.Column(mapping.Cell(row, MatterColumn.Body).Text)));
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 15);
    }

    internal static string Messages()
    {
        var given = Environment.GetEnvironmentVariable("LIANXIN_SHARED");
        var folders = given is { Length: > 0 } ? [given] : Above(AppContext.BaseDirectory).Select(folder => Path.Combine(folder, "shared"));
        var file = folders.Select(folder => Path.Combine(folder, "data", "messages.xlsx")).FirstOrDefault(File.Exists);
        if (file is null)
        {
            const string Reason = "The real messages (shared/data/messages.xlsx) are not beside the repository; LIANXIN_SHARED can name the folder.";
            Assert.Skip(Reason);
        }

        return file!;
    }

    private static IEnumerable<string> Above(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            yield return folder.FullName;
        }
    }
}
