using Lianxin.Search;

namespace Lianxin.Tests.Search;

public sealed class SearchQueryTests
{
    [Theory]
    [InlineData("路灯", "\"路灯\"", "('路灯')")]
    [InlineData("路", "\"路\" *", "('路':*)")]
    [InlineData("路灯不亮", "\"路灯 灯不 不亮\"", "('路灯' <-> '灯不' <-> '不亮')")]
    [InlineData("路灯 不亮", "\"路灯\" AND \"不亮\"", "('路灯') & ('不亮')")]
    [InlineData("路灯\u3000路灯,路灯", "\"路灯\"", "('路灯')")]
    [InlineData("A3区", "\"a3 区\" *", "('a3' <-> '区':*)")]
    [InlineData("区A3", "\"区 a3\" *", "('区' <-> 'a3':*)")]
    [InlineData("Lian", "\"lian\" *", "('lian':*)")]
    [InlineData("\"路灯\" OR NOT NEAR(*)", "\"路灯\" AND \"or\" * AND \"not\" * AND \"near\" *", "('路灯') & ('or':*) & ('not':*) & ('near':*)")]
    [InlineData("title:路灯' & !'坏了\\", "\"title\" * AND \"路灯\" AND \"坏了\"", "('title':*) & ('路灯') & ('坏了')")]
    [InlineData("{a b}: ^c + d", "\"a\" * AND \"b\" * AND \"c\" * AND \"d\" *", "('a':*) & ('b':*) & ('c':*) & ('d':*)")]
    public void A_query_asks_for_all_its_words(string typed, string match, string tsQuery)
    {
        var query = SearchQuery.Parse(typed);
        Assert.Equal((match, tsQuery), (query.Match, query.TsQuery));
        Assert.False(query.IsEmpty);
        Assert.False(query.WasCut);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\u3000 ")]
    [InlineData("*")]
    [InlineData("\"")]
    [InlineData("' OR 1=1 --", false)]
    [InlineData("😀…。")]
    public void What_holds_no_word_is_empty(string? typed, bool isEmpty = true) => Assert.Equal(isEmpty, SearchQuery.Parse(typed).IsEmpty);

    [Fact]
    public void A_query_has_bounds()
    {
        var longOne = SearchQuery.Parse(new string('灯', 1_000_000));
        Assert.True(longOne.WasCut);
        Assert.Equal(SearchQuery.LongestQuery - 1, longOne.Match.Split(' ').Length);

        var manyWords = SearchQuery.Parse("一 二 三 四 五 六 七 八 九 十 百 千 万");
        Assert.True(manyWords.WasCut);
        Assert.Equal(SearchQuery.MostPhrases, manyWords.Match.Split(" AND ").Length);
    }

    [Fact]
    public void A_broken_query_is_still_read() => Assert.Equal("\"路灯\"", SearchQuery.Parse("路灯" + '\uD842').Match);
}
