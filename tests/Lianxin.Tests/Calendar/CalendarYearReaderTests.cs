using Lianxin.Calendar;
using Lianxin.Texts;

namespace Lianxin.Tests.Calendar;

public sealed class CalendarYearReaderTests
{
    [Fact]
    public void A_notice_is_read_from_its_file()
    {
        var reading = CalendarYearReader.Read(Notices.Invented2027Json);
        Assert.Empty(reading.Faults);
        Assert.Equal(2027, reading.Year!.Year);
        Assert.Equal([new HolidayNotice("示例〔2026〕1号", Days.Of("2026-11-10"))], reading.Year.Notices);
        Assert.Equal(new OffRange(Holiday.SpringFestival, Days.Of("2027-02-05"), Days.Of("2027-02-12")), reading.Year.Off[1]);
        Assert.Equal(Days.Of("2027-01-03"), reading.Year.WorkingDays[0]);
    }

    [Theory]
    [InlineData("\"year\": 2027", "\"year\": \"soon\"", "year", "not_a_year", "soon")]
    [InlineData("\"year\": 2027", "\"year\": 1912", "year", "not_a_year", "1912")]
    [InlineData("\"year\": 2027,", "", "year", "missing", "")]
    [InlineData("\"year\": 2027", "\"year\": 2027, \"note\": 1", "note", "unknown_field", "")]
    [InlineData("\"publishedOn\": \"2026-11-10\"", "\"publishedOn\": \"10.11.2026\"", "notices[0].publishedOn", "not_a_day", "10.11.2026")]
    [InlineData("示例〔2026〕1号", " ", "notices[0].number", "not_a_text", " ")]
    [InlineData("qingming", "easter", "off[2].holiday", "unknown_holiday", "easter")]
    [InlineData("\"2027-04-05\"", "\"2027-04-31\"", "off[2].to", "not_a_day", "2027-04-31")]
    [InlineData("\"to\": \"2027-02-12\"", "\"to\": \"2027-02-04\"", "off[1].to", "before_from", "2027-02-04")]
    [InlineData("\"to\": \"2027-02-12\"", "\"to\": \"2028-02-12\"", "off[1].to", "outside_year", "2028-02-12")]
    [InlineData("\"from\": \"2027-02-05\"", "\"from\": \"2027-02-06\"", "off", "statutory_missing", "2027-02-05")]
    [InlineData("\"from\": \"2027-05-01\"", "\"from\": \"2027-04-05\"", "off[3]", "overlaps", "2027-04-05")]
    [InlineData("2027-02-20", "2027-02-19", "workingDays[1]", "not_a_weekend", "2027-02-19")]
    [InlineData("2027-02-20", "2027-02-06", "workingDays[1]", "is_off", "2027-02-06")]
    [InlineData("2027-02-20", "2027-01-03", "workingDays[1]", "twice", "2027-01-03")]
    [InlineData("2027-02-20", "2026-02-21", "workingDays[1]", "outside_year", "2026-02-21")]
    [InlineData("\"2027-02-20\"", "7", "workingDays[1]", "not_a_day", "7")]
    [InlineData("\"year\": 2027,\n", "\"year\": 2027\n", "", "not_json", "3")]
    [InlineData("\"year\": 2027", "\"year\": 2027, \"year\": 2028", "", "not_json", "3")]
    public void A_fault_is_named_by_its_field(string there, string instead, string field, string code, string value)
    {
        Assert.Contains(there, Notices.Invented2027Json, StringComparison.Ordinal);
        var reading = CalendarYearReader.Read(Notices.Invented2027Json.Replace(there, instead, StringComparison.Ordinal));
        Assert.Null(reading.Year);
        if (code == "not_json")
        {
            Assert.Equal(code, Assert.Single(reading.Faults).Code);
        }
        else
        {
            Assert.Contains(new NoticeFault(field, code, value), reading.Faults);
        }
    }

    [Theory]
    [InlineData("[]", "", "not_an_object")]
    [InlineData("null", "", "not_an_object")]
    [InlineData("{\"year\": 2027, \"notices\": {}, \"off\": [], \"workingDays\": []}", "notices", "not_a_list")]
    [InlineData("{\"year\": 2027, \"notices\": [], \"off\": [], \"workingDays\": []}", "off", "empty")]
    [InlineData("{\"year\": 2027, \"notices\": [3], \"off\": [], \"workingDays\": []}", "notices[0]", "not_an_object")]
    public void A_file_of_another_shape_is_named_too(string json, string field, string code) =>
        Assert.Contains(CalendarYearReader.Read(json).Faults, fault => fault.Field == field && fault.Code == code);

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("\"\\ud800\"")]
    public void Text_that_is_no_file_is_refused_kindly(string json) =>
        Assert.NotEmpty(CalendarYearReader.Read(json).Faults);

    [Fact]
    public void All_faults_are_named_at_once()
    {
        var json = Notices.Invented2027Json.Replace("qingming", "easter", StringComparison.Ordinal).Replace("2027-10-09", "soon", StringComparison.Ordinal);
        Assert.Equal(["off[2].holiday", "workingDays[3]"], CalendarYearReader.Read(json).Faults.Select(fault => fault.Field));
    }

    [Fact]
    public void Every_fault_and_every_day_has_its_text()
    {
        string[] codes =
        [
            "before_from", "empty", "is_off", "missing", "not_a_day", "not_a_list", "not_a_text", "not_a_weekend", "not_a_year", "not_an_object",
            "not_json", "outside_year", "overlaps", "statutory_missing", "twice", "unknown_field", "unknown_holiday",
        ];
        var days = Enum.GetValues<DayStatus>().Select(status => new CalendarDay(default, status, null, null, false))
            .Concat(Enum.GetValues<Holiday>().Select(holiday => new CalendarDay(default, DayStatus.Holiday, holiday, null, false)));
        Assert.All(codes.Select(code => new NoticeFault("", code).Key).Concat(days.Select(day => day.Key)), key => Assert.True(Words.Has(key), key));
    }
}
