using Lianxin.Search;

namespace Lianxin.Tests.Search;

public sealed class BigramsTests
{
    [Theory]
    [InlineData("路灯不亮", "路灯 灯不 不亮 亮")]
    [InlineData("路", "路")]
    [InlineData("路灯,坏了!", "路灯 灯 坏了 了")]
    [InlineData("A3区路灯", "a3 区路 路灯 灯")]
    [InlineData("WiFi 坏", "wifi 坏")]
    [InlineData("\uFF37\uFF49\uFF26\uFF49\uFF12\uFF14", "wifi24")]
    [InlineData("\uF900\u2F0A", "豈入 入")]
    [InlineData("㎡", "m2")]
    [InlineData("caf\u00E9 cafe\u0301", "cafǀ000e9 cafǀ000e9")]
    [InlineData("𠮷祥", "ǀ20bb7祥 祥")]
    [InlineData("\uE815城", "ǀ0e815城 城")]
    [InlineData("연길시", "연길 길시 시")]
    [InlineData("ビル", "ビル ル")]
    [InlineData("二〇二六", "二ǀ03007 ǀ03007二 二六 六")]
    [InlineData("路\u200B灯", "路灯 灯")]
    [InlineData("\"路灯\" OR (NOT *) ' \\ :", "路灯 灯 or not")]
    [InlineData("", "")]
    [InlineData(" \r\n\t😀…", "")]
    public void A_text_becomes_pairs_and_words(string text, string column) => Assert.Equal(column, Bigrams.Column(text));

    [Fact]
    public void A_word_is_cut_where_databases_would_choke() => Assert.Equal(64, Bigrams.Column(new string('a', 100_000)).Length);

    [Fact]
    public void A_broken_text_is_still_cut() => Assert.Equal("路 灯", Bigrams.Column("路" + '\uD842' + "灯"));

    [Theory]
    [InlineData("路灯 a3 路灯", "'路灯':1 '灯':2 'a3':3 '路灯':4 '灯':5")]
    [InlineData("'", "")]
    public void A_vector_holds_the_positions(string text, string vector) => Assert.Equal(vector, Bigrams.Vector(text));

    [Fact]
    public void A_long_text_keeps_to_the_positions_PostgreSQL_counts() =>
        Assert.EndsWith("':16383", Bigrams.Vector(new string('灯', 20_000)), StringComparison.Ordinal);
}
