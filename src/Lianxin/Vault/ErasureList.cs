using System.Globalization;
using System.Text;

namespace Lianxin.Vault;

/// <summary>One line of the list: matter, the code of its first entry's leaf, the request with scope, ground and origin, and who approved.</summary>
public sealed record ListedErasure(long Matter, string Leaf, Guid Request, string Scope, string Ground, string Origin, Guid First, Guid Second);

/// <summary>
/// Which data was erased, in files beside the keys and beside the backups: after a restore to an older moment the journal does not know it
/// (P17, P20). Each line is written and flushed before the erasure is committed, and bears a keyed hash, so that nobody adds one by hand.
/// It holds numbers and ids only.
/// </summary>
public sealed class ErasureList(KeyRing keys, IReadOnlyList<string> folders)
{
    /// <summary>The file's name in each folder.</summary>
    public const string Name = "erasures.list";

    /// <summary>Adds the line to every copy that lacks it; returns when all of them are on the disk.</summary>
    public void Add(ListedErasure erasure)
    {
        var line = Written(erasure);
        foreach (var folder in folders)
        {
            if (!Lines(Path.Combine(folder, Name)).Contains(line))
            {
                Append(folder, line);
            }
        }
    }

    /// <summary>What the copies in these folders list, each once; throws <see cref="InvalidDataException"/> with the line's number for one that was not written by this district.</summary>
    public IReadOnlyList<ListedErasure> Read(IEnumerable<string> from)
    {
        var all = new Dictionary<Guid, ListedErasure>();
        foreach (var file in from.Select(folder => Path.Combine(folder, Name)).Distinct())
        {
            var number = 0;
            foreach (var line in Lines(file))
            {
                number++;
                var read = Parsed(line) ?? throw new InvalidDataException(number.ToString(CultureInfo.InvariantCulture));
                all[read.Request] = read;
            }
        }

        return [.. all.Values];
    }

    // A last line without its end was cut short by a crash: its erasure was not committed and comes again.
    private static List<string> Lines(string file)
    {
        var text = File.Exists(file) ? File.ReadAllText(file, Encoding.ASCII) : "";
        return [.. text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    private static void Append(string folder, string line)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, Name);
        var whole = Lines(file).Sum(l => (long)l.Length + 1);
        using (var stream = new FileStream(file, new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        }))
        {
            stream.SetLength(whole);
            stream.Seek(0, SeekOrigin.End);
            stream.Write(Encoding.ASCII.GetBytes(line + "\n"));
            stream.Flush(flushToDisk: true);
        }

        DurableFolder.Flush(folder);
    }

    private string Written(ListedErasure e)
    {
        var body = string.Join(' ', e.Matter.ToString(CultureInfo.InvariantCulture), e.Leaf, e.Request.ToString("N"), e.Scope, e.Ground, e.Origin, e.First.ToString("N"), e.Second.ToString("N"));
        return body + " " + Seal(body);
    }

    private ListedErasure? Parsed(string line)
    {
        var at = line.LastIndexOf(' ');
        var parts = at < 0 ? [] : line[..at].Split(' ');
        return parts.Length == 8 && line[(at + 1)..] == Seal(line[..at])
            ? new ListedErasure(
                long.Parse(parts[0], CultureInfo.InvariantCulture), parts[1], Guid.ParseExact(parts[2], "N"), parts[3], parts[4], parts[5],
                Guid.ParseExact(parts[6], "N"), Guid.ParseExact(parts[7], "N"))
            : null;
    }

    private string Seal(string body) => Convert.ToHexStringLower(keys.BlindIndex("erasure", body));
}
