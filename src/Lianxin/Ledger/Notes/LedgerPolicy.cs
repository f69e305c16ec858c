using System.Globalization;
using System.Text;

namespace Lianxin.Ledger;

/// <summary>A log's key and the tree sizes whose checkpoints it may sign; no end while it is in use.</summary>
public sealed record PolicyLog(VerifierKey Key, long From, long? Until, string? Url)
{
    /// <summary>True for a size at which the key was in force.</summary>
    public bool Holds(long size) => size >= From && (Until is null || size <= Until);
}

/// <summary>A witness under the name that groups use.</summary>
public sealed record PolicyWitness(string Name, VerifierKey Key, string? Url);

/// <summary>So many of the named witnesses or groups make a quorum.</summary>
public sealed record PolicyGroup(string Name, int Needed, IReadOnlyList<string> Members);

/// <summary>
/// Whom to believe: the log's keys, the witnesses, and how many of them confirm. A text file in the form of c2sp.org/tlog-policy;
/// a log's line may also say from and until which size the key is in force (<c>from=</c>, <c>until=</c>).
/// </summary>
public sealed record LedgerPolicy(
    IReadOnlyList<PolicyLog> Logs, IReadOnlyList<PolicyWitness> Witnesses, IReadOnlyList<PolicyGroup> Groups, string Quorum)
{
    /// <summary>The quorum that asks for no witness.</summary>
    public const string None = "none";

    /// <summary>Reads a policy; throws <see cref="FormatException"/> at the first line that is not one.</summary>
    public static LedgerPolicy Parse(ReadOnlySpan<byte> bytes, SignatureAlgorithms? algorithms = null) =>
        new PolicyReader(algorithms ?? SignatureAlgorithms.Standard).Read(bytes);

    /// <summary>Reads a policy held as text.</summary>
    public static LedgerPolicy Parse(string text) => Parse(Encoding.UTF8.GetBytes(text));

    /// <summary>True when the witnesses that cosigned, by their names here, are enough.</summary>
    public bool IsQuorum(IReadOnlySet<string> witnesses) => Quorum == None || Stands(Quorum, witnesses);

    /// <summary>The file.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var log in Logs)
        {
            var until = log.Until is { } last ? string.Create(CultureInfo.InvariantCulture, $" until={last}") : "";
            text.Append(CultureInfo.InvariantCulture, $"log {log.Key}{(log.From > 0 ? $" from={log.From}" : "")}{until}{Spaced(log.Url)}\n");
        }

        foreach (var witness in Witnesses)
        {
            text.Append(CultureInfo.InvariantCulture, $"witness {witness.Name} {witness.Key}{Spaced(witness.Url)}\n");
        }

        foreach (var group in Groups)
        {
            text.Append(CultureInfo.InvariantCulture, $"group {group.Name} {group.Needed} {string.Join(' ', group.Members)}\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"quorum {Quorum}\n").ToString();
    }

    private static string Spaced(string? url) => url is null ? "" : $" {url}";

    private bool Stands(string name, IReadOnlySet<string> witnesses) =>
        Groups.FirstOrDefault(group => group.Name == name) is { } group
            ? group.Members.Count(member => Stands(member, witnesses)) >= group.Needed
            : witnesses.Contains(name);
}
