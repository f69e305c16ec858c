using System.Net;
using System.Text.RegularExpressions;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.People;
using Lianxin.Tests.Support;
using Lianxin.Web.Console;
using Lianxin.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Protection;

/// <summary>What is never built (catalogue §10): a matter, a place or a unit is watched, never a person.</summary>
public sealed partial class NegativeTests(TestApp app) : IClassFixture<TestApp>
{
    // Parts of names, as they would stand in a column, a list of values or a fact.
    private static readonly string[] Forbidden =
    [
        "belief", "religion", "faith", "mood", "loyalty", "sentiment", "emotion", "attitude", "stability", "risk", "score", "suspicion", "blacklist", "watchlist",
        "keyperson", "dossier", "ringleader", "organiser", "organizer", "agitator", "frequent", "repeater", "habitual", "household", "ethnicity", "politics",
        "voiceprint", "latitude", "longitude", "checkedin",
    ];

    // How many households an answer helped, and how a person rates the office's manner: of matters and offices, not of the person.
    private static readonly string[] Argued = ["MatterAnswered.Households", "MatterRated.Attitude"];

    // What the screens never call people or work (catalogue §10, terms).
    private static readonly string[] Terms = ["稳控", "维稳", "重点人员", "重点人", "缠访", "闹访", "思想动态", "思想动向", "息访", "人员画像", "信访积极分子"];

    [Fact]
    public void No_table_fact_or_value_has_a_name_for_a_trait_of_a_person()
    {
        using var db = app.Read();
        var columns = db.Model.GetEntityTypes().SelectMany(t => t.GetProperties().Select(p => $"{t.ClrType.Name}.{p.Name}")).ToList();
        var types = typeof(Matter).Assembly.GetTypes();
        var values = types.Where(t => t.IsEnum).SelectMany(t => Enum.GetNames(t).Select(n => $"{t.Name}.{n}"));
        var facts = types.Where(t => t.IsSubclassOf(typeof(Fact))).SelectMany(t => t.GetProperties().Select(p => $"{t.Name}.{p.Name}"));
        var names = columns.Concat(values).Concat(facts).ToList();
        Assert.True(names.Count > 400);
        Assert.Equal(Argued, names.Where(name => Forbidden.Any(word => string.Concat(Parts().Split(name)).Contains(word, StringComparison.OrdinalIgnoreCase))).Order(StringComparer.Ordinal));
    }

    // A person is no row: whatever is known of one hangs on a single matter, and the only way back from a number is the exact one.
    [Fact]
    public void No_table_is_keyed_by_a_person_and_the_sealed_fields_are_four()
    {
        using var db = app.Read();
        var tables = db.Model.GetEntityTypes().Select(t => t.ClrType.Name).ToList();
        Assert.DoesNotContain(tables, t => t is "Person" or "Resident" or "Petitioner" or "Caller");
        var keyed = db.Model.GetEntityTypes().SelectMany(t => t.FindPrimaryKey()!.Properties.Select(p => (Table: t.ClrType.Name, p.Name)));
        Assert.DoesNotContain(keyed, k => k.Name is "Person" or "Phone" or "Contact" or "Resident");
        Assert.Equal(["Door", "Identity", "Name", "Phone"], typeof(SubmitContact).GetProperties().Select(p => p.Name).Order(StringComparer.Ordinal));
    }

    // A new filter has to be argued here: none of these finds matters by who reported them.
    [Fact]
    public async Task No_list_route_or_interface_asks_by_person()
    {
        Assert.Equal(["Q", "State", "Unit", "Place", "Category", "Kind", "Officer", "Channel", "From", "To", "Overdue", "Order"], ListAddress.Filters);
        Assert.DoesNotContain(typeof(MatterFilter).GetProperties().Select(p => p.Name), n => n is "Phone" or "Name" or "Contact" or "Person" or "Resident" or "Identity");
        Assert.DoesNotContain(AccessMatrix.Rows.Select(r => r.Route), r => r.Contains("phone", StringComparison.Ordinal) || r.Contains("resident", StringComparison.Ordinal) || r.Contains("person", StringComparison.Ordinal));

        var caller = await Api.Caller.With(app, "city", [.. KeyScopes.All]);
        foreach (var asked in (string[])["phone=13800135521", "name=王", "contact=1", "person=1"])
        {
            await caller.Get("/api/v1/matters?" + asked);
            Assert.Equal((asked, HttpStatusCode.BadRequest), (asked, caller.Status));
        }
    }

    [Fact]
    public async Task What_is_sealed_is_found_by_no_search_and_stands_in_no_index()
    {
        var receipt = await app.Get<MatterIntake>().Submit(
            new SubmitMatter
            {
                Body = "河边的护栏松了。",
                Place = TestTown.Community,
                Contact = new SubmitContact { Name = "欧阳测试", Phone = "13800138877", Identity = "110101199003078515", Door = "柳荫里七门九号" },
            },
            Given.Anybody);
        string[] sealed4 = ["欧阳测试", "13800138877", "138 0013 8877", "110101199003078515", "柳荫里七门九号"];
        foreach (var officer in (string[])["supervisor", "coordinator", "centre-lead"])
        {
            var browser = await app.As(officer);
            await browser.Open("/console/matters?Q=" + Uri.EscapeDataString("护栏"));
            Assert.Contains(new MatterNumber(receipt.Number).Grouped, browser.Text, StringComparison.Ordinal);
            foreach (var words in sealed4)
            {
                foreach (var path in (string[])["/console/matters?Q=", "/console/find/people?q=", "/console/find/places?q=", "/console/find/units?q="])
                {
                    await browser.Open(path + Uri.EscapeDataString(words));
                    Assert.DoesNotContain(new MatterNumber(receipt.Number).Grouped, browser.Text, StringComparison.Ordinal);
                }
            }
        }

        await using var db = app.Read();
        foreach (var words in sealed4)
        {
            Assert.Empty(await app.Get<Lianxin.Search.MatterIndex>().Find(db, Lianxin.Search.SearchQuery.Parse(words)).ToListAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public void No_text_of_the_product_uses_a_word_that_watches_people()
    {
        var files = SourceTree.Files("src", ".resx", ".json", ".cshtml").Concat(SourceTree.Files("profiles", ".json")).ToList();
        Assert.True(files.Count > 50);
        Assert.Empty(files.SelectMany(f => Terms.Where(t => File.ReadAllText(SourceTree.At(f)).Contains(t, StringComparison.Ordinal)).Select(t => f + ": " + t)));
    }

    [GeneratedRegex("[^A-Za-z]+", RegexOptions.NonBacktracking)]
    private static partial Regex Parts();
}
