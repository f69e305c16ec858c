using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Tests.Docs;

public sealed class MadeDocTests(TestApp app) : IClassFixture<TestApp>
{
    private static IReadOnlyList<(string Path, string Text)> Sources { get; } =
        [.. SourceTree.Files("src", ".cs", ".cshtml").Select(path => (path, File.ReadAllText(SourceTree.At(path))))];

    private static FactsDoc Planted { get; } = new(
        new FactCatalogue(typeof(Lamp).Assembly), [new WhenLamp()], FactsDoc.Promises(["/// <summary>A lamp was <see cref=\"Lit\"/>,\n/// twice.</summary>\n[FactType(\"test.lamp\")]\ninternal sealed record Lamp("]));

    [Fact]
    public void The_page_of_facts_is_fresh() => MadePage.IsFresh(FactsDoc.Path, Facts().Write());

    [Fact]
    public void The_page_of_the_lifecycle_is_fresh() => MadePage.IsFresh(LifecycleDoc.Path, LifecycleDoc.Write(MatterLifecycle.Steps));

    [Fact]
    public void The_page_of_modules_is_fresh() => MadePage.IsFresh(MapDoc.Path, MapDoc.Write(Sources));

    [Fact]
    public void Every_fact_says_what_happened()
    {
        var promises = FactsDoc.Promises(Sources.Select(source => source.Text));
        Assert.All(app.Journal.Catalogue.Names, name => Assert.Contains(app.Journal.Catalogue.TypeOf(name)!.Name, promises.Keys));
    }

    [Fact]
    public void A_fact_shows_its_promise_members_parts_and_listeners()
    {
        var page = Planted.Write();
        Assert.Contains("| [`test.lamp`](#testlamp) | A lamp was Lit, twice. | looks | `WhenLamp` |\n", page, StringComparison.Ordinal);
        Assert.Contains("| `posts` | list of: [Post](#post) | always |\n", page, StringComparison.Ordinal);
        Assert.Contains("| `state` | one of `not_lit`, `lit` | may be absent |\n", page, StringComparison.Ordinal);
        Assert.Contains("| `note` | code | may be absent |\n", page, StringComparison.Ordinal);
        Assert.Contains("\n## Post\n", page, StringComparison.Ordinal);
        Assert.Contains("| `on` | day | always |\n", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_shows_where_it_leads_and_whose_it_is()
    {
        var page = LifecycleDoc.Write([new Step("sing", [MatterState.Handling], MatterState.Closed, ["singer"], Reach.Own) { ForMerged = true }]);
        Assert.Contains("| `sing` | – | handling | closed | singer | own | yes |\n", page, StringComparison.Ordinal);
        Assert.Contains("| closed by sing | – |\n", page, StringComparison.Ordinal);
    }

    [Fact]
    public void An_arrow_is_counted_once_a_file()
    {
        var page = MapDoc.Write([("src/Lianxin/Duty/A.cs", "using Lianxin.Units; var x = Units.Y.Z;"), ("src/Lianxin/Duty/B.cs", "using Lianxin.Units; // Lianxin.People"), ("src/Lianxin/Units/C.cs", "")]);
        Assert.Contains("| Duty | Units 2 | – |\n", page, StringComparison.Ordinal);
        Assert.Contains("| Units | – | Duty 2 |\n", page, StringComparison.Ordinal);
        Assert.Contains("| 2 | Deadlines (none yet), Duty |", page, StringComparison.Ordinal);
    }

    private FactsDoc Facts() => new(app.Journal.Catalogue, [.. app.Services.GetServices<IListen>()], FactsDoc.Promises(Sources.Select(source => source.Text)));

    private enum Light
    {
        NotLit,
        Lit,
    }

    private sealed record Post(DateOnly On);

    [FactType("test.lamp", Access = true)]
    private sealed record Lamp(Guid Id, IReadOnlyList<Post> Posts, Light? State = null, string? Note = null) : Fact
    {
        public override void Fold(IFoldRows rows, Stamp stamp) => throw new NotSupportedException("Never saved.");
    }

    private sealed class WhenLamp : Listener<Lamp>
    {
        public override Task Hear(Lamp fact, Stamp stamp, Work work) => throw new NotSupportedException("Never heard.");
    }
}
