using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Lianxin.Exchange;

namespace Lianxin.Tests.Exchange;

public sealed class HistoricTimeTests
{
    [Theory]
    [InlineData("2019/2/28 11:25:05", "2019-02-28T03:25:05Z", false)]
    [InlineData("2019-02-28 11:25", "2019-02-28T03:25:00Z", false)]
    [InlineData("2019-02-28", "2019-02-27T16:00:00Z", true)]
    [InlineData("2019.2.8", "2019-02-07T16:00:00Z", true)]
    [InlineData("2019年2月28日", "2019-02-27T16:00:00Z", true)]
    [InlineData("2019年2月28日 11:25", "2019-02-28T03:25:00Z", false)]
    [InlineData("2019年2月28日11时25分05秒", "2019-02-28T03:25:05Z", false)]
    [InlineData("2019年2月28日11时25分", "2019-02-28T03:25:00Z", false)]
    [InlineData("2019年2月28日 9点", "2019-02-28T01:00:00Z", false)]
    [InlineData("\uFF12\uFF10\uFF11\uFF19/2/28 11\uFF1A25:05", "2019-02-28T03:25:05Z", false)]
    [InlineData("  2019/2/28\u00A0\t11:25:05 ", "2019-02-28T03:25:05Z", false)]
    [InlineData("2019/2/28 下午 3:25", "2019-02-28T07:25:00Z", false)]
    [InlineData("2019/2/28 上午12:05", "2019-02-27T16:05:00Z", false)]
    [InlineData("2019/2/28 12:05:00 PM", "2019-02-28T04:05:00Z", false)]
    [InlineData("2019/2/28 11:05:00 pm", "2019-02-28T15:05:00Z", false)]
    [InlineData("2019-02-28 24:00", "2019-02-28T16:00:00Z", false)]
    [InlineData("2019-02-28T11:25:05Z", "2019-02-28T11:25:05Z", false)]
    [InlineData("2019-02-28T11:25:05+08:00", "2019-02-28T03:25:05Z", false)]
    [InlineData("2019-02-28 11:25:05.1234567-0500", "2019-02-28T16:25:05.123Z", false)]
    [InlineData("20190228", "2019-02-27T16:00:00Z", true)]
    [InlineData("20190228112505", "2019-02-28T03:25:05Z", false)]
    [InlineData("201902281125", "2019-02-28T03:25:00Z", false)]
    [InlineData("43782", "2019-11-12T16:00:00Z", true)]
    [InlineData("43782.472465277802", "2019-11-13T03:20:21Z", false)]
    [InlineData("1990-06-01 12:00", "1990-06-01T03:00:00Z", false)]
    [InlineData("2020-02-29", "2020-02-28T16:00:00Z", true)]
    public void A_time_is_read_as_Shanghai_wall_time(string text, string at, bool isDayOnly)
    {
        var read = HistoricTime.Parse(text);
        Assert.Equal((null, at, isDayOnly), (read.Refusal, Shown(read), read.IsDayOnly));
        Assert.Equal(DateTimeKind.Utc, read.At!.Value.Kind);
    }

    [Theory]
    [InlineData(null, HistoricTime.Missing)]
    [InlineData("", HistoricTime.Missing)]
    [InlineData(" \u3000", HistoricTime.Missing)]
    [InlineData("03/04/2019", HistoricTime.Ambiguous)]
    [InlineData("3/4/2019 11:25", HistoricTime.Ambiguous)]
    [InlineData("28.02.2019", HistoricTime.Ambiguous)]
    [InlineData("28-02-2019", HistoricTime.Ambiguous)]
    [InlineData("19/2/28", HistoricTime.TwoDigitYear)]
    [InlineData("19-02-28 11:25:05", HistoricTime.TwoDigitYear)]
    [InlineData("19年2月28日", HistoricTime.TwoDigitYear)]
    [InlineData("2/28/19", HistoricTime.TwoDigitYear)]
    [InlineData("2019-02-29", HistoricTime.Impossible)]
    [InlineData("2019-13-01", HistoricTime.Impossible)]
    [InlineData("2019-00-10", HistoricTime.Impossible)]
    [InlineData("2019-01-10 25:00", HistoricTime.Impossible)]
    [InlineData("2019-01-10 24:01", HistoricTime.Impossible)]
    [InlineData("2019-01-10 11:60", HistoricTime.Impossible)]
    [InlineData("2019-01-10 13:00 AM", HistoricTime.Impossible)]
    [InlineData("2019-01-10 上午0:30 PM", HistoricTime.Impossible)]
    [InlineData("2019-01-10T11:00:00+19:00", HistoricTime.Impossible)]
    [InlineData("20191345", HistoricTime.Impossible)]
    [InlineData("1986-05-04 02:30", HistoricTime.Impossible)]
    [InlineData("1949-12-31", HistoricTime.OutOfRange)]
    [InlineData("2100-01-01", HistoricTime.OutOfRange)]
    [InlineData("9999-12-31 24:00", HistoricTime.OutOfRange)]
    [InlineData("0001-01-01", HistoricTime.OutOfRange)]
    [InlineData("0001-01-01T00:00:00+14:00", HistoricTime.OutOfRange)]
    [InlineData("2019-02", HistoricTime.Unreadable)]
    [InlineData("昨天", HistoricTime.Unreadable)]
    [InlineData("28 Feb 2019", HistoricTime.Unreadable)]
    [InlineData("1551324305", HistoricTime.Unreadable)]
    [InlineData("12", HistoricTime.Unreadable)]
    [InlineData("-43782", HistoricTime.Unreadable)]
    [InlineData("4.3782E4", HistoricTime.Unreadable)]
    [InlineData("NaN", HistoricTime.Unreadable)]
    [InlineData("2019-02-28 11:25:05; drop", HistoricTime.Unreadable)]
    [InlineData("=NOW()", HistoricTime.Unreadable)]
    public void What_is_not_one_time_is_refused_and_says_why(string? text, string code)
    {
        var read = HistoricTime.Parse(text);
        Assert.Equal((code, null), (read.Refusal, read.At));
    }

    [Fact]
    public void Cells_are_read_by_what_they_hold()
    {
        Assert.Equal("2019-08-01T08:30:00Z", Shown(HistoricTime.Parse(SheetCell.OfLocal(new DateTime(2019, 8, 1, 16, 30, 0)))));
        Assert.True(HistoricTime.Parse(SheetCell.Of(43678L)).IsDayOnly);
        Assert.Equal("2019-11-13T03:20:21Z", Shown(HistoricTime.Parse(SheetCell.Of(43782.472465277802))));
        Assert.Equal("2019-02-27T16:00:00Z", Shown(HistoricTime.Parse(SheetCell.Of(20_190_228L))));
        Assert.Equal(HistoricTime.Unreadable, HistoricTime.Parse(SheetCell.Of(12L)).Refusal);
        Assert.Equal(HistoricTime.Unreadable, HistoricTime.Parse(SheetCell.Of(true)).Refusal);
        Assert.Equal(HistoricTime.Missing, HistoricTime.Parse(SheetCell.Empty).Refusal);
    }

    [Fact]
    public void Every_form_of_a_time_is_the_same_instant() => Prop.ForAll(Gen.Choose(0, 1_000_000_000).ToArbitrary(), seconds =>
    {
        var local = new DateTime(1995, 1, 1).AddSeconds(seconds);
        var forms = new[] { "yyyy/M/d H:mm:ss", "yyyy-MM-dd HH:mm:ss", "yyyy年M月d日 H时m分s秒", "yyyyMMddHHmmss", "yyyy-MM-ddTHH:mm:ss+08:00" };
        var instants = forms.Select(form => HistoricTime.Parse(local.ToString(form, CultureInfo.InvariantCulture)).At)
            .Append(HistoricTime.Parse(SheetCell.OfLocal(local)).At).Append(HistoricTime.Parse(SheetCell.Of(local.ToOADate())).At);
        return instants.All(at => at == local.AddHours(-8));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nothing_written_makes_it_fail() => Prop.ForAll<string?>(text =>
    {
        var read = HistoricTime.Parse(text);
        return read.At is null != read.Refusal is null;
    }).QuickCheckThrowOnFailure();

    private static string Shown(HistoricTime read) => read.At?.ToString("yyyy-MM-ddTHH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture) ?? "";
}
