using System.Text.Json;

namespace Lianxin.Web.Demo;

/// <summary>Which demo town: the seed, the day at whose 00:00 (Asia/Shanghai) it ends, how many matters over how many months.</summary>
public sealed record DemoPlan(long Seed, DateOnly Until, int Matters = 5000, int Months = 18)
{
    /// <summary>The seed when none is given.</summary>
    public const long UsualSeed = 990101;

    /// <summary>The first day somebody brings a matter.</summary>
    public DateOnly From => Until.AddMonths(-Months);
}

/// <summary>Marks a data folder that holds nothing but a demo town; ids, salts and nonces are seeded in such a folder only.</summary>
public sealed record DemoMarker(DemoPlan Plan, bool Finished)
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The folder's marker; null where there is none.</summary>
    public static DemoMarker? Read(string folder) =>
        File.Exists(PathIn(folder)) ? JsonSerializer.Deserialize<DemoMarker>(File.ReadAllText(PathIn(folder)), Form) : null;

    /// <summary>Marks the folder.</summary>
    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(PathIn(folder), JsonSerializer.Serialize(this, Form));
    }

    private static string PathIn(string folder) => Path.Combine(folder, "demo.json");
}
