using System.Globalization;
using Lianxin.Texts;

namespace Lianxin.Tests.Look;

public sealed class WordsTests
{
    private static readonly DateTime Evening = new(2026, 11, 21, 16, 5, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("zh-Hans", "返回")]
    [InlineData("zh-CN", "返回")]
    [InlineData("zh-Hant", "返回")]
    [InlineData("en", "Back")]
    [InlineData("en-GB", "Back")]
    [InlineData("ko", "뒤로")]
    public void A_text_is_read_in_its_language(string culture, string text)
    {
        Assert.Equal(text, Words.Get("common.back", new CultureInfo(culture)));
    }

    [Fact]
    public void A_text_a_language_lacks_is_read_in_simplified_Chinese()
    {
        Assert.Equal("督办台", Words.Get("console.rail.board", new CultureInfo("ko")));
    }

    [Fact]
    public void An_unknown_key_throws_in_the_suite()
    {
        Assert.Throws<KeyNotFoundException>(() => Words.Get("common.nobody_wrote_this", new CultureInfo("zh-Hans")));
    }

    [Theory]
    [InlineData("zh-Hans", "2026年11月22日（周日）")]
    [InlineData("zh-Hant", "2026年11月22日（週日）")]
    [InlineData("en", "Sunday, 22 November 2026")]
    [InlineData("ko", "2026년 11월 22일(일)")]
    public void A_day_is_written_with_its_weekday(string culture, string text)
    {
        Assert.Equal(text, Words.Day(new DateOnly(2026, 11, 22), new CultureInfo(culture)));
    }

    [Theory]
    [InlineData("zh-Hans", "2026年11月22日 00:05")]
    [InlineData("en", "22 November 2026, 00:05")]
    [InlineData("ko", "2026년 11월 22일 00:05")]
    public void An_instant_is_shown_on_the_district_s_clock(string culture, string text)
    {
        Assert.Equal(text, Words.Instant(Evening, new CultureInfo(culture)));
        Assert.Equal("00:05", Words.Time(Evening, new CultureInfo(culture)));
    }

    [Theory]
    [InlineData("zh-Hans", "11月27日（周五）")]
    [InlineData("en", "Fri 27 Nov")]
    public void A_near_day_leaves_the_year_out(string culture, string text)
    {
        Assert.Equal(text, Words.ShortDay(new DateOnly(2026, 11, 27), new CultureInfo(culture)));
    }

    [Theory]
    [InlineData("260000001873", "2600 0000 1873")]
    [InlineData("1873", "1873")]
    [InlineData("", "")]
    public void A_matter_number_is_read_in_fours(string number, string text)
    {
        Assert.Equal(text, Words.Number(number));
    }

    [Theory]
    [InlineData("en", 1, "1 working day left")]
    [InlineData("en", 4, "4 working days left")]
    [InlineData("zh-Hans", 1, "还剩 1 个工作日")]
    [InlineData("ko", 1, "1근무일 남음")]
    public void A_count_takes_the_singular_where_there_is_one(string culture, int count, string text)
    {
        Assert.Equal(text, Words.Count("control.term.left", count, new CultureInfo(culture)));
    }
}
