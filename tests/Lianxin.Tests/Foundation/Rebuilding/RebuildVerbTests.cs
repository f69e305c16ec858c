using System.CommandLine;
using System.Text.Json;
using Lianxin.Tests.Support;
using Lianxin.Web.Hosting;
using Lianxin.Web.Verbs;

namespace Lianxin.Tests.Foundation;

/// <summary>The command as a person or a script calls it, beside the running site.</summary>
public sealed class RebuildVerbTests(TestApp app) : IClassFixture<TestApp>
{
    private async Task<(int Code, string Out)> Run(params string[] more)
    {
        var place = app.Get<DataPlace>();
        string[] where = place.Postgres is null ? ["--data", place.Folder] : ["--data", place.Folder, "--db", place.Postgres];
        await using var output = new StringWriter();
        var code = await VerbTable.Root().Parse(["rebuild", .. more, .. where])
            .InvokeAsync(new InvocationConfiguration { Output = output, Error = output }, TestContext.Current.CancellationToken);
        return (code, output.ToString());
    }

    [Fact]
    public async Task It_says_nothing_was_found_then_names_what_was_changed_and_shows_no_words()
    {
        await app.Given.Matter("南堤村的水管又爆了");
        var (clean, first) = await Run("--check", "--json", "--open-files");
        Assert.Equal(0, clean);
        Assert.True(JsonDocument.Parse(first).RootElement.GetProperty("matters").GetInt64() > 0);

        await using var rows = await DirectRows.Open(app);
        var table = rows.Table("matter");
        var row = (await rows.Last(table))!;
        await rows.Set(table, row, "returns", 2);
        await rows.Set(rows.Table("wording"), (await rows.Last(rows.Table("wording")))!, "value", "别人的话");
        var (found, text) = await Run("--check");
        Assert.Equal(1, found);
        Assert.Contains($"V10 matter {row["number"]} returns", text, StringComparison.Ordinal);
        Assert.Contains("V11 wording", text, StringComparison.Ordinal);
        Assert.DoesNotContain("别人的话", text, StringComparison.Ordinal);
        Assert.DoesNotContain("水管", text, StringComparison.Ordinal);
        await rows.Set(table, row, "returns", row["returns"]);
    }

    [Fact]
    public async Task Without_key_file_database_or_its_schema_it_says_that_it_could_not_check()
    {
        await app.Given.Matter();
        var place = app.Get<DataPlace>();
        File.Move(place.KeyFile, place.KeyFile + ".away");
        Assert.Equal(2, (await Run("--check")).Code);
        File.Move(place.KeyFile + ".away", place.KeyFile);

        await using var rows = await DirectRows.Open(app);
        await rows.Run("update schema_version set sha256 = sha256 || 'x' where number = 1");
        Assert.Equal(2, (await Run("--check")).Code);
        await rows.Run("update schema_version set sha256 = replace(sha256, 'x', '') where number = 1");

        await using var nowhere = new StringWriter();
        Assert.Equal(2, await VerbTable.Root().Parse(["rebuild", "--check", "--data", Path.Combine(place.Folder, "none")])
            .InvokeAsync(new InvocationConfiguration { Output = nowhere, Error = nowhere }, TestContext.Current.CancellationToken));
    }
}
