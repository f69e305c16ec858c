using Lianxin.Exchange;

namespace Lianxin.Tests.Exchange;

public sealed class ColumnMappingTests
{
    [Theory]
    [InlineData("留言编号|留言用户|留言主题|留言时间|留言详情|反对数|点赞数", "SourceNumber=0 Author=1 Title=2 Body=4 At=3 Against=5 For=6")]
    [InlineData("留言编号|留言用户|留言主题|留言时间|留言详情|一级分类", "SourceNumber=0 Author=1 Title=2 Body=4 At=3 Category=5")]
    [InlineData("留言编号|留言用户|留言主题|留言时间|留言详情|答复意见|答复时间", "SourceNumber=0 Author=1 Title=2 Body=4 At=3 Reply=5 RepliedAt=6")]
    [InlineData("编号|标题|内容|受理时间|姓名|联系电话|地址|分类|承办单位|答复|答复时间|渠道", "SourceNumber=0 Title=1 Body=2 At=3 Reply=9 RepliedAt=10 Name=4 Phone=5 Address=6 Category=7 Unit=8 Channel=11")]
    [InlineData("编号|来源编号|事项|诉求内容|来电时间", "SourceNumber=1 Title=2 Body=3 At=4")]
    [InlineData(" 来电 时间*|诉求内容(必填)|【选填】联系电话:|ID", "SourceNumber=3 Body=1 At=0 Phone=2")]
    [InlineData("首次答复时间|市民诉求内容|最终承办单位", "Body=1 RepliedAt=0 Unit=2")]
    [InlineData("Number|Title|Description|Created At|Phone Number|service_name", "SourceNumber=0 Title=1 Body=2 At=3 Phone=4 Category=5")]
    [InlineData("内容|内容|时间|时间", "Body=0 At=2")]
    [InlineData("下次办结提醒时间段|甲|乙", "")]
    [InlineData("||", "")]
    public void Headers_tell_what_columns_mean(string headers, string found)
    {
        var mapping = ColumnMapping.Guess(headers.Split('|'));
        Assert.Equal(found, Shown(mapping));
    }

    [Fact]
    public void Every_known_header_is_guessed_alone()
    {
        foreach (var (column, headers) in ColumnHeaders.Known)
        {
            Assert.All(headers, header => Assert.Equal($"{column}=0", Shown(ColumnMapping.Guess([header]))));
        }

        Assert.Equal(Enum.GetValues<MatterColumn>().Order(), ColumnHeaders.Known.Select(one => one.Column).Order());
        Assert.Distinct(ColumnHeaders.Known.SelectMany(one => one.Headers));
        Assert.All(ColumnHeaders.Known.SelectMany(one => one.Headers), header => Assert.Equal(header, ColumnHeaders.Fold(header)));
    }

    [Fact]
    public void What_is_left_over_is_told()
    {
        var mapping = ColumnMapping.Guess(["编号", "天气", null, "内容"]);
        Assert.Equal([1], mapping.Unused);
        Assert.True(mapping.IsUsable);
        Assert.False(ColumnMapping.Guess(["编号", "时间"]).IsUsable);
    }

    [Fact]
    public void A_person_can_correct_the_guess()
    {
        var mapping = ColumnMapping.Guess(["编号", "内容", "时间", "备注"]);
        Assert.Equal("SourceNumber=0 Body=3 At=2", Shown(mapping.With("body=D")));
        Assert.Equal("SourceNumber=0 Body=1 Reply=3", Shown(mapping.With("reply=备注, At=")));
        Assert.Equal("SourceNumber=0 Title=1 At=2", Shown(mapping.With("title=内容")));
        Assert.Equal("SourceNumber=0 Body=1 At=2", Shown(mapping));
        Assert.Throws<ArgumentOutOfRangeException>(() => mapping.With(MatterColumn.Reply, 4));
    }

    [Theory]
    [InlineData("nonsense=A")]
    [InlineData("body")]
    [InlineData("body=E")]
    [InlineData("body=没有")]
    [InlineData("3=A")]
    public void A_correction_that_means_nothing_is_refused(string map)
    {
        var refusal = Assert.Throws<RowFileException>(() => ColumnMapping.Guess(["编号", "内容"]).With(map));
        Assert.Equal(("row_file.map_unknown", map), (refusal.Code, refusal.Detail));
    }

    [Fact]
    public void The_header_may_stand_below_a_title()
    {
        var rows = Tables.Csv("2019年诉求内容汇总表,,\n制表:某处,,\n编号,内容,时间\n1,路灯,2019-01-01\n");
        Assert.Equal(3, ColumnMapping.FindHeader(rows)!.Number);
        Assert.Equal(1, ColumnMapping.FindHeader(Tables.Csv("甲,乙\n1,2\n"))!.Number);
        Assert.Null(ColumnMapping.FindHeader([]));
    }

    [Fact]
    public void Cells_are_taken_by_meaning()
    {
        var rows = Tables.Csv("内容,编号\n路灯,7\n短\n");
        var mapping = ColumnMapping.Guess(rows[0]);
        Assert.Equal("7", mapping.Cell(rows[1], MatterColumn.SourceNumber).Text);
        Assert.Equal(SheetCell.Empty, mapping.Cell(rows[2], MatterColumn.SourceNumber));
        Assert.Equal(SheetCell.Empty, mapping.Cell(rows[1], MatterColumn.Reply));
    }

    private static string Shown(ColumnMapping mapping) => string.Join(' ', mapping.Columns.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}={pair.Value}"));
}
