using Lianxin.Foundation;
using Lianxin.Tests.Support;
using Lianxin.Units;

namespace Lianxin.Tests.Units;

public sealed class UnitDeskTests : IAsyncLifetime
{
    private static readonly DateOnly Start = new(2024, 1, 1);
    private static readonly Actor Admin = Actor.System(Via.Cli);
    private TestApp _app = null!;

    private UnitDesk Desk => _app.Get<UnitDesk>();

    public async ValueTask InitializeAsync()
    {
        _app = await TestApp.StartEmpty();
        await Desk.AddPlace(new() { Code = "990101000000", Level = PlaceLevel.District, Name = "连心区", On = Start }, Admin);
        await Desk.AddPlace(new() { Code = "990101001000", Level = PlaceLevel.Street, Name = "东桥街道", Parent = "990101000000", On = Start }, Admin);
        await Desk.AddPlace(new() { Code = "990101100000", Level = PlaceLevel.Town, Name = "北湖镇", Parent = "990101000000", On = Start }, Admin);
        await Desk.AddPlace(new() { Code = "990101100010", Level = PlaceLevel.Community, Name = "柳荫社区", Parent = "990101100000", On = Start }, Admin);
        await Desk.AddPlace(new() { Code = "9901011000100003", Level = PlaceLevel.Grid, Name = "三委", Parent = "990101100010", On = Start }, Admin);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    [Trait("row", "ED-16")]
    public async Task An_old_matter_shows_the_name_of_its_day()
    {
        var unit = await Add("weather", "民情气象站");
        await Desk.RenameUnit(unit, 1, new() { Name = "365干群工作室", On = new(2026, 2, 15) }, Admin);
        var tree = await Tree();
        Assert.Equal("民情气象站", tree.NameOf(unit, new(2026, 1, 20)));
        Assert.Equal("365干群工作室", tree.NameOf(unit, new(2026, 3, 1)));
        Assert.Equal(unit, tree.ByCode("weather")!.Id);
        Assert.Equal(unit, tree.UnitSearch("mqqxz", new(2026, 3, 1)).Single().Id);
        Assert.Equal(["民情气象站", "365干群工作室"], tree.NamesOf(unit).Select(n => n.Name));
    }

    [Fact]
    public async Task A_cut_off_shows_the_names_recorded_by_then()
    {
        var unit = await Add("weather", "民情气象站");
        await using var db = _app.Read();
        var size = db.Set<Lianxin.Database.Head>().Single().FactSize;
        await Desk.RenameUnit(unit, 1, new() { Name = "新名", On = Start }, Admin);
        Assert.Equal("民情气象站", (await UnitBook.ReadAt(db, size)).NameOf(unit, Start));
        Assert.Equal("新名", (await Tree()).NameOf(unit, Start));
    }

    [Fact]
    [Trait("row", "WQ-18")]
    public async Task A_place_is_found_under_either_parent_and_counted_under_the_one_of_the_day()
    {
        await Desk.MovePlace("990101100010", 1, "990101001000", new(2025, 7, 1), Admin);
        await Desk.AddAlias("990101100010", "江北", Admin);
        var tree = await Tree();
        var day = new DateOnly(2026, 1, 1);
        Assert.Contains("990101100010", tree.PlaceSearch("北湖镇", day).Select(p => p.Code));
        Assert.Contains("990101100010", tree.PlaceSearch("东桥 柳荫", day).Select(p => p.Code));
        Assert.Equal("990101100010", tree.PlaceSearch("江北", day)[0].Code);
        Assert.Equal("990101100010", tree.PlaceSearch("lysq", day)[0].Code);
        Assert.Equal("9901011000100003", tree.PlaceSearch("江北三委", day).Concat(tree.PlaceSearch("江北 三委", day)).Single().Code);
        Assert.Equal(["990101000000", "990101100000", "990101100010"], tree.PlacePath("990101100010", new(2025, 6, 30)));
        Assert.Equal(["990101000000", "990101001000", "990101100010"], tree.PlacePath("990101100010", new(2025, 7, 1)));
        Assert.Contains("9901011000100003", tree.PlacesUnder("990101001000", day).Select(p => p.Code));
        Assert.DoesNotContain("9901011000100003", tree.PlacesUnder("990101100000", day).Select(p => p.Code));
        Assert.Equal("东桥街道柳荫社区三委", tree.Places.FullName("9901011000100003", day));
    }

    [Fact]
    [Trait("row", "ED-35")]
    public async Task A_topic_is_answered_nearest_to_the_place_then_by_the_district()
    {
        var district = await Add("roads", "区市政处", place: "990101000000");
        var town = await Add("town", "北湖镇工作站", place: "990101100000");
        await Desk.SetTopics(district, 1, ["roads", "drainage"], Start, Admin);
        await Desk.SetTopics(town, 1, ["roads"], new(2026, 1, 1), Admin);
        var tree = await Tree();
        var day = new DateOnly(2026, 5, 1);
        Assert.Equal(town, tree.UnitFor("roads", "9901011000100003", day)!.Id);
        Assert.Equal(district, tree.UnitFor("roads", "9901011000100003", new(2025, 12, 31))!.Id);
        Assert.Equal(district, tree.UnitFor("roads", "990101001000", day)!.Id);
        Assert.Equal(district, tree.UnitFor("drainage", null, day)!.Id);
        Assert.Null(tree.UnitFor("heating", null, day));
        await Desk.SetTopics(district, 2, ["roads"], day, Admin);
        Assert.Null((await Tree()).UnitFor("drainage", null, day));
        Assert.Equal(district, (await Tree()).UnitFor("drainage", null, day.AddDays(-1))!.Id);
    }

    [Fact]
    public async Task A_unit_never_stands_below_itself()
    {
        var above = await Add("above", "甲");
        var below = await Add("below", "乙", parent: above);
        await Refused("unit.below_itself", () => Desk.MoveUnit(above, 1, new() { Parent = below, On = new(2026, 1, 1) }, Admin));
        Assert.True((await Tree()).IsWithin(below, above, new(2026, 1, 1)));
        await Refused("unit.has_units_below", () => Desk.CloseUnit(above, 1, below, new(2026, 1, 1), Admin));
        await Desk.CloseUnit(below, 1, above, new(2026, 1, 1), Admin);
        Assert.False((await Tree()).IsOpen(below, new(2026, 1, 1)));
        Assert.True((await Tree()).IsOpen(below, new(2025, 12, 31)));
    }

    [Fact]
    public async Task Places_keep_to_their_levels_and_codes()
    {
        await Refused("place.code_wrong", () => Place("12", PlaceLevel.Street, "990101000000"));
        await Refused("place.code_taken", () => Place("990101001000", PlaceLevel.Street, "990101000000"));
        await Refused("place.level_wrong", () => Place("990102000000", PlaceLevel.District, null));
        await Refused("place.level_wrong", () => Place("990101005000", PlaceLevel.Street, "990101100010"));
        await Refused("place.unknown", () => Place("990101005000", PlaceLevel.Street, "990199000000"));
    }

    [Fact]
    public async Task A_form_that_was_shown_an_older_version_is_refused()
    {
        var unit = await Add("a", "甲");
        await Desk.SetContact(unit, 1, "东桥大街1号", "0000-5501100", Admin);
        await Refused("unit.changed_meanwhile", () => Desk.RenameUnit(unit, 1, new() { Name = "乙", On = Start }, Admin));
        await Refused("unit.before_founding", () => Desk.RenameUnit(unit, 2, new() { Name = "乙", On = Start.AddDays(-1) }, Admin));
        await Refused("unit.code_taken", () => Add("a", "丙"));
        Assert.Equal("0000-5501100", (await Tree()).PhoneOf(unit));
    }

    private Task Place(string code, PlaceLevel level, string? parent) =>
        Desk.AddPlace(new() { Code = code, Level = level, Name = "某地", Parent = parent, On = Start }, Admin);

    private Task<Guid> Add(string code, string name, Guid? parent = null, string? place = null) =>
        Desk.AddUnit(new() { Code = code, Kind = "department", Name = name, Parent = parent, Place = place, On = Start }, Admin);

    private static async Task Refused(string code, Func<Task> operation) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<RefusedException>(operation)).Code);

    private async Task<UnitTree> Tree()
    {
        await using var db = _app.Read();
        return await _app.Get<UnitBook>().Read(db);
    }
}
