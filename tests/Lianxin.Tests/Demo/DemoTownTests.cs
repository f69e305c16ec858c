using Lianxin.Profiles;
using Lianxin.Tests.Profiles;
using Lianxin.Web.Demo;

namespace Lianxin.Tests.Demo;

public sealed class DemoTownTests
{
    private static readonly DateOnly Day = new(2026, 6, 30);
    private static readonly Profile Neutral = ProfileReader.Read(ProfileFolder.Neutral);
    private static readonly DemoTownBook Town = DemoTownBook.Read();

    [Fact]
    public void Three_streets_or_towns_and_a_park_hold_forty_communities_and_villages()
    {
        Assert.Equal(["东桥街道", "西岭街道", "北湖镇", "高新园区"], Town.Places.Where(p => p.Level is "street" or "town" or "park").Select(p => p.Name));
        Assert.Equal(21, Town.Places.Count(p => p.Level is "community"));
        Assert.Equal(19, Town.Places.Count(p => p.Level is "village"));
        Assert.All(new[] { "永宁社区", "柳荫社区", "南堤村" }, name => Assert.Contains(Town.Places, p => p.Name == name));
    }

    [Fact]
    public void Place_codes_are_twelve_digits_of_the_unassigned_district_and_unique()
    {
        Assert.All(Town.Places, p => Assert.True(p.Code.Length is 12 && p.Code.StartsWith("990101", StringComparison.Ordinal) && p.Code.All(char.IsAsciiDigit)));
        Assert.Distinct(Town.Places.Select(p => p.Code).Concat(Town.Places.SelectMany(p => p.Formerly).Select(f => f.Code).OfType<string>()));
    }

    [Fact]
    public void Every_place_has_one_parent_on_any_day_and_communities_have_three_to_six_grids()
    {
        var codes = Town.Places.Select(p => p.Code).ToHashSet();
        foreach (var day in new[] { new DateOnly(2024, 12, 31), new DateOnly(2025, 6, 30), new DateOnly(2025, 7, 1), Day })
        {
            Assert.All(Town.Places.Where(p => p.Level is not "district"), p =>
                Assert.Single(p.Parents, r => (r.From is null || r.From <= day) && (r.Until is null || day < r.Until) && codes.Contains(r.Code)));
        }

        var grids = Town.Places.Where(p => p.Level is "grid").GroupBy(p => p.ParentOn(Day)).ToDictionary(g => g.Key!, g => g.Count());
        Assert.All(Town.Places.Where(p => p.Level is "community" or "village"), p => Assert.InRange(grids[p.Code], 3, 6));
    }

    [Fact]
    public void One_community_stood_under_the_town_until_a_day_and_answers_to_the_old_name()
    {
        var moved = Town.Places.Single(p => p.Name == "柳荫社区");
        Assert.Equal("北湖镇", Town.Place(moved.ParentOn(new DateOnly(2025, 6, 30))!).Name);
        Assert.Equal("西岭街道", Town.Place(moved.ParentOn(new DateOnly(2025, 7, 1))!).Name);
        Assert.Contains("北湖镇柳荫社区", moved.Aliases);
        Assert.Contains(Town.Places, p => p.Level is "grid" && p.ParentOn(Day) == moved.Code && p.Aliases.Contains("柳荫三委"));
    }

    [Fact]
    public void Units_are_of_known_kinds_at_known_places_and_answer_for_every_topic_once()
    {
        Assert.Distinct(Town.Units.Select(u => u.Code));
        Assert.Distinct(Town.Units.Select(u => u.Name));
        Assert.All(Town.Units, u => Assert.Contains(Neutral.UnitKinds, k => k.Code == u.Kind));
        Assert.All(Town.Units, u => Assert.Contains(Town.Places, p => p.Code == u.Place));
        Assert.All(Town.Units.Where(u => u.Parent is not null), u => Assert.Contains(Town.Units, p => p.Code == u.Parent));
        Assert.Equal(Neutral.Topics.Where(t => t.Until is null).Select(t => t.Code).Order(), Town.Units.SelectMany(u => u.Topics).Order());
    }

    [Fact]
    public void Every_category_has_a_lead_unit_at_every_place()
    {
        foreach (var leaf in Neutral.Leaves)
        {
            Assert.All(Town.Places, p => Assert.NotNull(Town.LeadUnit(Neutral, leaf.Code, p.Code, Day)));
        }
    }

    [Fact]
    public void A_lead_unit_is_the_places_own_the_streets_or_the_topics()
    {
        string Lead(string category, string place) => Town.LeadUnit(Neutral, category, Town.Places.Single(p => p.Name == place).Code, Day).Name;
        Assert.Equal("永宁社区群众工作室", Lead("noise", "永宁社区"));
        Assert.Equal("永宁社区群众工作室", Lead("noise", "永宁社区第二网格"));
        Assert.Equal("东桥街道群众工作站", Lead("property-service", "永宁社区"));
        Assert.Equal("区交通运输局", Lead("potholes", "南堤村"));
        Assert.Equal("区城市管理局", Lead("potholes", "永宁社区"));
        Assert.Equal("区群众服务中心", Lead("noise", "连心区（示例）"));
        Assert.Equal("区人力资源和社会保障局", Lead("legacy-insurance", "机厂社区"));
    }

    [Fact]
    public void Officers_have_unique_sign_in_names_known_roles_and_lone_administrators()
    {
        Assert.InRange(Town.Officers.Count, 140, 165);
        Assert.Distinct(Town.Officers.Select(o => o.Login));
        Assert.Distinct(Town.Officers.Select(o => o.Name));
        Assert.All(Town.Officers, o => Assert.Contains(Town.Units, u => u.Code == o.Unit));
        Assert.All(Town.Officers, o => Assert.All(o.Roles, r => Assert.Contains(Neutral.Roles, known => known.Code == r)));
        var alone = Neutral.Roles.Where(r => r.Alone).Select(r => r.Code).ToHashSet();
        Assert.All(Town.Officers.Where(o => o.Roles.Any(alone.Contains)), o => Assert.Single(o.Roles));
        Assert.Equal(Neutral.Roles.Where(r => r.Scope is not "public").Select(r => r.Code).Order(), Town.Officers.SelectMany(o => o.Roles).Distinct().Order());
    }

    [Fact]
    public void Every_unit_has_a_lead_and_somebody_to_handle() => Assert.All(Town.Units, u =>
    {
        var roles = Town.Officers.Where(o => o.Unit == u.Code).SelectMany(o => o.Roles).ToHashSet();
        Assert.Superset(new HashSet<string> { "unit_lead", "handler" }, roles);
    });

    [Fact]
    public void Names_try_rare_characters_and_middle_dots()
    {
        Assert.Contains(Town.Officers, o => o.Name.EnumerateRunes().Any(r => r.Value > 0xFFFF));
        Assert.Contains(Town.Officers, o => o.Name.Contains('·', StringComparison.Ordinal));
    }

    [Fact]
    public void Estates_stand_in_a_grid_of_their_community_on_a_road_of_its_street()
    {
        Assert.Distinct(Town.Estates.Select(e => e.Name));
        Assert.All(Town.Estates, e =>
        {
            Assert.Equal(e.Place, Town.Place(e.Grid).ParentOn(Day));
            Assert.Contains(Town.Roads, r => r.Name == e.Road && r.Place == Town.Place(e.Place).ParentOn(Day));
        });
    }
}
