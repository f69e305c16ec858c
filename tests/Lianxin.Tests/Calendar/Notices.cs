using Lianxin.Calendar;

namespace Lianxin.Tests.Calendar;

/// <summary>An invented notice for 2027, as it might be imported; the true one is not out.</summary>
public static class Notices
{
    public const string Invented2027Json = """
        {
          "year": 2027,
          "notices": [{ "number": "示例〔2026〕1号", "publishedOn": "2026-11-10" }],
          "off": [
            { "holiday": "new_year", "from": "2027-01-01", "to": "2027-01-02" },
            { "holiday": "spring_festival", "from": "2027-02-05", "to": "2027-02-12" },
            { "holiday": "qingming", "from": "2027-04-03", "to": "2027-04-05" },
            { "holiday": "labour", "from": "2027-05-01", "to": "2027-05-05" },
            { "holiday": "dragon_boat", "from": "2027-06-09", "to": "2027-06-09" },
            { "holiday": "mid_autumn", "from": "2027-09-15", "to": "2027-09-15" },
            { "holiday": "national_day", "from": "2027-10-01", "to": "2027-10-07" }
          ],
          "workingDays": ["2027-01-03", "2027-02-20", "2027-05-08", "2027-10-09"]
        }
        """;

    public static CalendarYear Invented2027 { get; } = CalendarYearReader.Read(Invented2027Json).Year!;
}
