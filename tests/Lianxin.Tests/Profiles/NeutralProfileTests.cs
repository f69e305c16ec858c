using System.Reflection;
using Lianxin.Notifications;
using Lianxin.Profiles;

namespace Lianxin.Tests.Profiles;

public sealed class NeutralProfileTests
{
    private static readonly Profile Neutral = ProfileReader.Read(ProfileFolder.Neutral);

    private static ProfileCategory Named(string field) =>
        Neutral.Roots.SingleOrDefault(r => r.Label.ZhHans == field) ?? Neutral.Leaves.Single(c => c.Office.ZhHans == field);

    [Fact, Trait("row", "LZ-52")]
    public void The_eight_fields_are_roots_and_counts_by_root_sum_to_the_total()
    {
        string[] fields = ["社区治安", "邻里纠纷", "水电气暖", "医疗卫生", "公共卫生", "环境绿化", "贫困救助", "文体活动"];
        Assert.All(fields, field => Assert.Contains(Neutral.Roots, r => r.Label.ZhHans == field));
        var byRoot = Neutral.Roots.ToDictionary(r => r.Code, r => Neutral.Leaves.Count(l => Neutral.RootOf(l.Code).Code == r.Code));
        Assert.Equal(Neutral.Leaves.Count(), byRoot.Values.Sum());
        Assert.DoesNotContain(0, byRoot.Values);
    }

    [Theory, Trait("row", "ED-38")]
    [InlineData("房屋维修", "housing")]
    [InlineData("道路修整", "roads")]
    [InlineData("环境美化", "city-management")]
    [InlineData("治安管理", "police")]
    public void Each_hot_field_has_a_default_lead_unit(string field, string topic) =>
        Assert.Equal(new LeadTarget(LeadTo.Topic, topic), Neutral.LeadFor(Named(field).Code, "community"));

    [Fact, Trait("row", "YP-37")]
    public void The_pressure_fields_are_in_the_tree() => Assert.All(
        new[] { "旧改动迁", "就业", "救助" }, field => Assert.Contains(Neutral.Categories, c => c.Label.ZhHans == field));

    [Theory, Trait("row", "ED-10")]
    [InlineData("改制企业工资及经济补偿", "labour")]
    [InlineData("改制企业社会保险", "labour")]
    [InlineData("改制企业职工福利", "industry")]
    public void A_legacy_enterprise_matter_goes_to_the_unit_of_its_child(string office, string topic)
    {
        var category = Neutral.Categories.Single(c => c.Office.ZhHans == office);
        Assert.Equal("企业改制遗留", Neutral.RootOf(category.Code).Label.ZhHans);
        Assert.All(ProfileWords.PlaceLevels.Take(6), level => Assert.Equal(topic, Neutral.LeadFor(category.Code, level).Topic));
    }

    [Theory, Trait("row", "ED-35")]
    [InlineData("人社", "labour")]
    [InlineData("民政", "civil-affairs")]
    [InlineData("卫生", "health")]
    [InlineData("教育", "education")]
    [InlineData("计生", "health")]
    [InlineData("司法", "justice")]
    [InlineData("农业", "agriculture")]
    [InlineData("科技", "science")]
    [InlineData("党群", "party-mass")]
    public void The_nine_consulting_departments_resolve_to_today(string name, string code) => Assert.Equal(code, Neutral.TopicNamed(name)?.Code);

    [Theory]
    [InlineData("劳动局", "labour")]
    [InlineData("环保局", "environment")]
    [InlineData("国土局", "land")]
    [InlineData("教体局", "education")]
    [InlineData("区委群工办", "lead-office")]
    public void A_renamed_bureau_resolves_to_its_successor(string name, string code) => Assert.Equal(code, Neutral.TopicNamed(name)?.Code);

    [Fact, Trait("row", "LZ-25")]
    public void What_a_community_may_not_decide_is_proposed_upward()
    {
        var unlawful = Neutral.Categories.Single(c => c.Office.ZhHans == "违建拆除");
        Assert.False(Neutral.MayDecide("community", unlawful.Code));
        Assert.Equal("report_up", Neutral.KindBeyond("community", unlawful.Code));
        Assert.Null(Neutral.KindBeyond("department", unlawful.Code));
        Assert.Equal("referral", Neutral.KindBeyond("community", "street-lights"));
    }

    [Fact]
    public void The_five_consulting_fields_are_answered_in_one_working_day()
    {
        var asked = Neutral.Leaves.Where(c => c.Form is "consultation").ToList();
        Assert.Equal(["consult-family", "consult-farming", "consult-jobs", "consult-law", "consult-medicine"], asked.Select(c => c.Code).Order());
        Assert.All(asked, c => Assert.Equal(1, c.WorkingDays));
    }

    [Fact]
    public void Promised_limits_stay_within_the_longest_lawful_one() =>
        Assert.All(Neutral.Leaves, c => Assert.InRange(c.WorkingDays!.Value, 1, Neutral.Limit("promised").Maximum!.Value));

    [Fact]
    public void Residents_choose_among_at_most_twenty_plain_roots_and_one_is_other()
    {
        Assert.InRange(Neutral.Roots.Count(), 1, 20);
        Assert.Equal("其他", Neutral.Roots.Last().Label.ZhHans);
    }

    [Fact]
    public void Administrators_stand_alone() =>
        Assert.Equal(["audit_admin", "security_admin", "system_admin"], Neutral.Roles.Where(r => r.Alone).Select(r => r.Code).Order());

    [Theory]
    [InlineData("kitchen is on fire", "119")]
    [InlineData("门口有人持刀", "110")]
    [InlineData("老人晕倒了", "120")]
    [InlineData("路口出了车祸", "122")]
    public void Emergency_words_point_to_their_line(string words, string phone) =>
        Assert.Equal(phone, Assert.Single(Neutral.Emergencies, e => e.Words.Any(words.Contains)).Phone);

    [Fact]
    public void Chinese_texts_use_full_width_punctuation()
    {
        var texts = Neutral.Categories.SelectMany(c => c.Notices.Select(n => n.Text).Concat(c.Questions.Select(q => q.Text)))
            .Concat(Neutral.Templates.Select(t => t.Text)).Concat(Neutral.Phrases.Select(p => p.Text)).Concat(Neutral.Refusals.Select(r => r.RouteText));
        Assert.All(texts.SelectMany(t => new[] { t.ZhHans, t.ZhHant ?? "" }), text =>
            Assert.DoesNotContain(text.Replace("{{link}}", "", StringComparison.Ordinal), c => ",;:?!()\"".Contains(c)));
    }

    [Fact]
    public void Every_notice_has_its_template()
    {
        var codes = typeof(NoticeCode).GetFields(BindingFlags.Static | BindingFlags.NonPublic).Select(f => (string)f.GetRawConstantValue()!).ToList();
        Assert.NotEmpty(codes);
        Assert.Empty(codes.Except(Neutral.Templates.Select(t => t.Code)));
    }
}
