using System.Diagnostics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Lianxin.Search;

namespace Lianxin.Tests.Search;

public sealed class PinyinTests
{
    [Theory]
    [InlineData("若士社区", "rssq")]
    [InlineData("永宁社区", "ynsq")]
    [InlineData("連心區", "lxq")]
    [InlineData("A3区(示例)", "a3qsl")]
    [InlineData("吕家村", "ljc")]
    [InlineData("", "")]
    public void Initials_are_the_usual_first_letters(string name, string initials) => Assert.Equal(initials, Pinyin.Initials(name));

    [Theory]
    [InlineData("重", "zhong", "chong")]
    [InlineData("长", "chang", "zhang")]
    [InlineData("行", "xing", "hang")]
    [InlineData("乐", "le", "yue")]
    [InlineData("女", "nv")]
    [InlineData("𬭎", "hong")]
    public void Every_reading_is_known_the_usual_first(string character, params string[] readings)
    {
        var known = Pinyin.Readings(character.EnumerateRunes().First());
        Assert.Equal(readings[0], known[0]);
        Assert.Subset(known.ToHashSet(), readings.ToHashSet());
    }

    [Fact]
    public void The_common_block_is_covered()
    {
        var without = Enumerable.Range(0x4E00, 0x9FFF - 0x4E00 + 1).Count(code => Pinyin.Readings(new Rune(code)).Count == 0);
        Assert.InRange(without, 0, 136);
        Assert.All(Enumerable.Range(0x4E00, 0x5200), code => Assert.All(Pinyin.Readings(new Rune(code)), syllable =>
            Assert.True(syllable.Length is >= 1 and <= 6 && syllable.All(char.IsAsciiLetterLower))));
        Assert.Empty(Pinyin.Readings(new Rune('a')));
    }

    [Theory]
    [InlineData("若士社区", "rssq")]
    [InlineData("若士社区", "RS")]
    [InlineData("若士社区", "rs sq")]
    [InlineData("若士社区", "ruoshi")]
    [InlineData("若士社区", "ruossq")]
    [InlineData("若士社区", "ruoshisheq")]
    [InlineData("若士社区", "士社")]
    [InlineData("若士社区居民委员会", "rssq")]
    [InlineData("永宁社区", "ynsq")]
    [InlineData("永宁社区", "yong'ning")]
    [InlineData("重庆路", "cql")]
    [InlineData("重庆路", "zql")]
    [InlineData("长安街", "caj")]
    [InlineData("行政村", "xzc")]
    [InlineData("太行路", "thl")]
    [InlineData("乐山里", "lsl")]
    [InlineData("音乐广场", "yygc")]
    [InlineData("吕家村", "lvjia")]
    [InlineData("吕家村", "lüjia")]
    [InlineData("第3网格", "d3wg")]
    [InlineData("第3网格", "\uFF13网")]
    [InlineData("社区(东)", "sqd")]
    [InlineData("𠮷祥里", "𠮷祥")]
    public void A_name_is_found_by_letters_or_part(string name, string typed) => Assert.True(PinyinMatch.Matches(name, typed));

    [Theory]
    [InlineData("若士社区", "")]
    [InlineData("若士社区", null)]
    [InlineData("若士社区", "  -")]
    [InlineData("若士社区", "ssq")]
    [InlineData("若士社区", "rsq")]
    [InlineData("若士社区", "rssqq")]
    [InlineData("若士社区", "区社")]
    [InlineData("若士社区", "r士")]
    [InlineData("", "r")]
    [InlineData("𠮷祥里", "jxl")]
    public void Another_name_is_not_found(string name, string? typed) => Assert.False(PinyinMatch.Matches(name, typed));

    [Fact]
    public void Every_name_is_found_by_any_mix_of_its_readings()
    {
        var characters = Gen.Elements("若士社区永宁重庆长安行乐村街道里号楼北京路".ToCharArray());
        var cases = from name in characters.ListOf().Where(list => list.Count is > 0 and <= 10)
                    from picks in Gen.Choose(0, 1_000).ListOf(name.Count)
                    select (name: string.Concat(name), picks);
        Prop.ForAll(cases.ToArbitrary(), pair =>
        {
            var typed = string.Concat(pair.name.Select((character, at) => Picked(character, pair.picks[at])));
            return PinyinMatch.Matches(pair.name, typed[..Math.Min(typed.Length, 60)]);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Hostile_letters_cost_no_time()
    {
        var name = new string('长', 10_000);
        var watch = Stopwatch.StartNew();
        Assert.False(PinyinMatch.Matches(name, new string('c', 62) + "x"));
        Assert.False(PinyinMatch.Matches(name, new string('c', 1_000_000)));
        Assert.InRange(watch.ElapsedMilliseconds, 0, 2_000);
    }

    private static string Picked(char character, int pick)
    {
        var readings = Pinyin.Readings(new Rune(character));
        var reading = readings[pick % readings.Count];
        return reading[..(1 + (pick / 7 % reading.Length))];
    }
}
