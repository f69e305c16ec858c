using System.Text;
using Lianxin.Exchange;

namespace Lianxin.Tests.Exchange;

public sealed class CsvReadTests
{
    private const string Table = "编号,主题\r\n1,路灯𠮷不亮\r\n";
    private const string Shown = "1: 编号|主题 / 2: 1|路灯𠮷不亮";

    public static TheoryData<string> Encodings => ["utf-8", "utf-8 with mark", "utf-16", "utf-16BE", "GB18030"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void The_encoding_is_found(string name)
    {
        var encoding = name switch
        {
            "utf-8" => new UTF8Encoding(false),
            "utf-8 with mark" => new UTF8Encoding(true),
            "GB18030" => CsvText.Gb18030,
            _ => Encoding.GetEncoding(name),
        };
        Assert.Equal(Shown, Tables.Shown(Tables.Csv([.. encoding.GetPreamble(), .. encoding.GetBytes(Table)])));
    }

    // 联通 made Notepad famous; 一 in GBK is a valid Cyrillic letter in UTF-8.
    [Theory]
    [InlineData("联通")]
    [InlineData("一")]
    [InlineData("a,一二")]
    public void Few_characters_of_GBK_are_not_taken_for_UTF_8(string text) => Assert.Equal("1: " + text.Replace(',', '|'), Tables.Shown(Tables.Csv(text, CsvText.Gb18030)));

    [Fact]
    public void A_character_cut_by_the_read_block_is_whole()
    {
        var text = "a" + string.Concat(Enumerable.Repeat(string.Concat(Enumerable.Repeat("灯𠮷", 10)) + "\n", 5_000));
        Assert.Equal(5_000, Tables.Csv(text).Count);
        Assert.Equal("灯𠮷", Tables.Csv(text, CsvText.Gb18030)[^1][0].Text[..3]);
    }

    [Theory]
    [InlineData("a;b\n1,5;2\n3,5;4\n", "1: a|b / 2: 1,5|2 / 3: 3,5|4")]
    [InlineData("a\tb\n1\t2\n", "1: a|b / 2: 1|2")]
    [InlineData("a|b\n1|2\n", "1: a|b / 2: 1|2")]
    [InlineData("汇总表\na,b,c\n1;2,3,4\n", "1: 汇总表 / 2: a|b|c / 3: 1;2|3|4")]
    [InlineData("sep=;\r\na;b\r\n", "1: a|b")]
    [InlineData("\"x,y\";b\n\"1,2\n3,4\";2\n", "1: x,y|b / 2: 1,2\n3,4|2")]
    [InlineData("single\nvalues\n", "1: single / 2: values")]
    public void The_delimiter_is_found(string text, string shown) => Assert.Equal(shown, Tables.Shown(Tables.Csv(text)));

    [Theory]
    [InlineData("a,b\n\n\n1,2", "1: a|b / 4: 1|2")]
    [InlineData("a,b\n , \n1,2", "1: a|b / 3: 1|2")]
    [InlineData("a,b,,\n1,,\n", "1: a|b / 2: 1")]
    [InlineData("a,b\n\"x\ny\r\nz\",2\n3,4\n", "1: a|b / 2: x\ny\r\nz|2 / 3: 3|4")]
    [InlineData("a,b\n\"say \"\"hi\"\"\",2\n", "1: a|b / 2: say \"hi\"|2")]
    [InlineData("a,b\n5\" pipe,2\n3,4", "1: a|b / 2: 5\" pipe|2 / 3: 3|4")]
    [InlineData("a,b\n'=1+1,'-5\n'plain,''\n", "1: a|b / 2: =1+1|-5 / 3: 'plain|''")]
    [InlineData("a,b\n007,1E5\n", "1: a|b / 2: 007|1E5")]
    public void Cells_stay_text_and_rows_keep_their_numbers(string text, string shown) => Assert.Equal(shown, Tables.Shown(Tables.Csv(text)));
}
