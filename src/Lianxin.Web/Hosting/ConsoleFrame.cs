namespace Lianxin.Web.Hosting;

/// <summary>What stands around a staff page: who works, for which unit, and the rail. Sign-in fills it once a request.</summary>
public sealed class ConsoleFrame
{
    /// <summary>The unit at the head of the rail.</summary>
    public string UnitName { get; set; } = "";

    /// <summary>Who is signed in.</summary>
    public string PersonName { get; set; } = "";

    /// <summary>The rail, top to bottom; only what the person may open.</summary>
    public IReadOnlyList<RailGroup> Rail { get; set; } = [];

    /// <summary>How the ledger's witnesses stand; null before sign-in.</summary>
    public Foundation.WitnessStanding? Witnesses { get; set; }

    /// <summary>The links of the rail that a letter after G opens.</summary>
    public IEnumerable<RailLink> Lettered => Rail.SelectMany(g => g.Links).Where(l => l.Letter is not null);
}

/// <summary>A heading of the rail (a text key) and its links.</summary>
public sealed record RailGroup(string Key, IReadOnlyList<RailLink> Links);

/// <summary>One link of the rail: text key, path, the letter that follows G, if any, and, where something waits, how much.</summary>
public sealed record RailLink(string Key, string Path, string? Letter = null, int? Count = null);
