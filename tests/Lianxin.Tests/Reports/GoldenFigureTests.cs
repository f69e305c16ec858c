using Lianxin.Reports;
using Lianxin.Tests.Support;
using Lianxin.Web.Verbs;

namespace Lianxin.Tests.Reports;

/// <summary>Version 1 of the definitions gives, on the kept journal, the bytes it gave when it was made.</summary>
public sealed class GoldenFigureTests : IAsyncLifetime
{
    private TestApp _app = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await TestApp.StartEmpty();
        await GoldenJournal.Load(_app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    [Trait("row", "INV-12")]
    [Trait("row", "WQ-46")]
    public async Task Version_1_never_changes_its_bytes()
    {
        foreach (var kept in await File.ReadAllLinesAsync(SourceTree.At("tests/Lianxin.Tests/Reports/golden-1.txt"), TestContext.Current.CancellationToken))
        {
            var parts = kept.Split('\t');
            var question = new FigureQuestion(CutOff.Parse(parts[0])!.Value, Blank(parts[1]), Blank(parts[2])) { Definitions = 1 };
            var json = (await _app.Get<FigureDesk>().Count(question, TestContext.Current.CancellationToken)).ToJson();
            Assert.Equal((kept, parts[3]), (kept, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(json)))));
            Assert.Equal((kept, parts[4]), (kept, json.ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal)));
        }
    }

    private static string? Blank(string text) => text.Length == 0 ? null : text;
}
