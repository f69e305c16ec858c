using Lianxin.Tests.Map;

namespace Lianxin.Tests;

public sealed class ModuleMapTests
{
    [Fact]
    public void The_sources_keep_the_house_rules()
    {
        var files = SourceTree.Files("src", ".cs", ".cshtml");
        Assert.NotEmpty(files);
        var breaches = files.SelectMany(file => HouseRules.Breaches(file, File.ReadAllText(SourceTree.At(file)))).ToList();
        Assert.True(breaches.Count == 0, string.Join('\n', breaches));
    }

    [Theory]
    [InlineData("Units", "using Lianxin.Matters;", "uses Matters")]
    [InlineData("Units", "using static Lianxin.Matters.MatterLifecycle;", "uses Matters")]
    [InlineData("Units", "using M = global::Lianxin.Matters.Matter;", "uses Matters")]
    [InlineData("Units", "Matters.Matter? matter = null;", "uses Matters")]
    [InlineData("Units", "var text = $\"{Duty.Rota.Length}\";", "uses Duty")]
    [InlineData("Units", "using Lianxin.People;", "uses People")]
    [InlineData("Matters", "using Lianxin.Web.Api;", "uses Web")]
    [InlineData("Database", "using Lianxin.Foundation;", "uses Foundation")]
    [InlineData("Texts", "using Lianxin.Database;", "uses Database")]
    [InlineData("Ledger", "using Lianxin.Database;", "uses Database, but the ledger's arithmetic uses nothing")]
    [InlineData("Units", "global using Lianxin.Units;", "has a global using: an arrow is written where it is taken")]
    [InlineData("Units", "namespace Lianxin.Units.Tree;", "has namespace Lianxin.Units.Tree, not Lianxin.Units")]
    [InlineData("Units", "public sealed class UnitManager;", "names a type UnitManager")]
    [InlineData("Units", "internal static class UnitHelpers;", "names a type UnitHelpers")]
    [InlineData("Units", "var now = DateTime.UtcNow;", "reads the wall clock: DateTime.UtcNow")]
    [InlineData("Units", "var now = System.DateTimeOffset.Now;", "reads the wall clock: DateTimeOffset.Now")]
    [InlineData("Units", "var day = $\"{DateTime.Today:d}\";", "reads the wall clock: DateTime.Today")]
    [InlineData("Units/Helpers", "", "lies in a folder Helpers")]
    [InlineData("Units/Shared", "", "lies in a folder Shared")]
    [InlineData("Gossip", "", "is in Gossip, which is not in the module map")]
    public void A_planted_breach_is_named(string folder, string code, string breach) =>
        Assert.Equal([$"Lianxin/{folder}/Planted.cs {breach}"], HouseRules.Breaches($"src/Lianxin/{folder}/Planted.cs", code));

    [Theory]
    [InlineData("People", "using Lianxin.Units; using Lianxin.Foundation; using Lianxin.Texts;")]
    [InlineData("Matters", "namespace Lianxin.Matters; using Lianxin.Deadlines; // not yet: Archives.Dossier")]
    [InlineData("Matters", "/* Archives.Dossier */ var text = \"Archives.Dossier\" + @\"Reports.\"\"A\" + \"\"\"Web \" Reports.B\"\"\";")]
    [InlineData("Matters", "db.Archives.Where(row => row.Reports.Any()); var quote = '\"'; var slash = '\\\\';")]
    [InlineData("Matters", "/// <summary>See <see cref=\"Reports.X\"/>, never DateTime.Now.</summary>")]
    [InlineData("Foundation", "using Lianxin.Ledger; using Lianxin.Database;")]
    public void Allowed_code_passes(string module, string code) =>
        Assert.Empty(HouseRules.Breaches($"src/Lianxin/{module}/Fine.cs", code));

    [Theory]
    [InlineData("<p style=\"color:red\">", "style=\"")]
    [InlineData("<script>go()</script>", "<script>")]
    [InlineData("<a href='#' onclick='go()'>", "onclick='")]
    [InlineData("<style>p{}</style>", "<style")]
    public void Inline_script_and_style_in_a_page_are_named(string markup, string found) =>
        Assert.Equal([$"Lianxin.Web/Portal/Index.cshtml has inline script or style: {found}"],
            HouseRules.Breaches("src/Lianxin.Web/Portal/Index.cshtml", markup));

    [Fact]
    public void A_page_with_linked_script_passes() =>
        Assert.Empty(HouseRules.Breaches("src/Lianxin.Web/Shared/Layout.cshtml",
            "@using Lianxin.Matters\n<script type=\"module\" src=\"/js/form.js\"></script><link rel=\"stylesheet\" href=\"/css/look.css\">"));

    [Fact]
    public void No_two_modules_use_each_other() =>
        Assert.DoesNotContain(ModuleMap.MayUse, pair => pair.Value.Any(other => ModuleMap.MayUse[other].Contains(pair.Key)));

    [Fact]
    public void The_ledger_store_may_use_the_database() =>
        Assert.Empty(HouseRules.Breaches("src/Lianxin/Ledger/LedgerStore.cs", "using Lianxin.Database;"));
}
