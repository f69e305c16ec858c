namespace Lianxin.Tests.Map;

/// <summary>Which module may use which: the floors. A change here is a design decision and needs a line in docs/decisions.</summary>
public static class ModuleMap
{
    /// <summary>The modules, lowest floor first.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Floors { get; } =
    [
        ["Foundation", "Ledger", "Database", "Profiles", "Texts", "Pictures"],
        ["Calendar", "Vault", "Search", "Settings", "Units", "People"],
        ["Deadlines", "Duty"],
        ["Matters"],
        ["Diaries", "Publicity", "Consultation"],
        ["Assessment", "Reports", "Notifications", "Exchange", "Archives"],
        ["Web"],
    ];

    /// <summary>Floor 0 and the arrows drawn inside floors; everything else follows from the floors.</summary>
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Foundation"] = ["Ledger", "Database"],
        ["Ledger"] = ["Database"],
        ["Settings"] = ["Calendar"],
        ["Units"] = ["Search"],
        ["People"] = ["Units", "Vault", "Search"],
    };

    private static readonly string[] UsedByAll = ["Texts", "Pictures", "Profiles"];

    public static IReadOnlyDictionary<string, IReadOnlySet<string>> MayUse { get; } = Build();

    public static bool Allows(string module, string other) => module == other || MayUse[module].Contains(other);

    private static Dictionary<string, IReadOnlySet<string>> Build()
    {
        var map = new Dictionary<string, IReadOnlySet<string>>();
        var below = new List<string>();
        foreach (var floor in Floors)
        {
            foreach (var module in floor)
            {
                var drawn = Arrows.GetValueOrDefault(module, []);
                map[module] = UsedByAll.Contains(module) ? new HashSet<string>() : new HashSet<string>([.. UsedByAll, .. below, .. drawn]);
            }

            below.AddRange(floor);
        }

        return map;
    }
}
