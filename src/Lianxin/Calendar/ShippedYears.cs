using System.Text.Json;

namespace Lianxin.Calendar;

/// <summary>The years that came with this release: the notices for 2017–2026 with their later corrections (2019's Labour Day, 2020's longer Spring Festival).</summary>
public static class ShippedYears
{
    /// <summary>The years, in order.</summary>
    public static IReadOnlyList<CalendarYear> All { get; } = Read();

    /// <summary>The years' own JSON by year, as a district records them.</summary>
    public static IReadOnlyList<(int Year, string Json)> Rows { get; } = ReadRows();

    private static List<(int, string)> ReadRows()
    {
        using var stream = typeof(ShippedYears).Assembly.GetManifestResourceStream("Lianxin.Calendar.Years.json")!;
        using var file = JsonDocument.Parse(stream);
        return [.. file.RootElement.EnumerateArray().Select(e => (e.GetProperty("year").GetInt32(), JsonSerializer.Serialize(e)))];
    }

    private static List<CalendarYear> Read()
    {
        using var stream = typeof(ShippedYears).Assembly.GetManifestResourceStream("Lianxin.Calendar.Years.json")!;
        using var file = JsonDocument.Parse(stream);
        return [.. file.RootElement.EnumerateArray().Select(Year)];
    }

    private static CalendarYear Year(JsonElement element)
    {
        var reading = CalendarYearReader.Read(element.GetRawText());
        return reading.Year ?? throw new InvalidDataException($"Calendar/Years.json: {string.Join("; ", reading.Faults)}");
    }
}
