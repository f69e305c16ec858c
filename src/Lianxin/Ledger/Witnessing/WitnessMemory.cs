using System.Text;
using System.Text.Json;

namespace Lianxin.Ledger;

/// <summary>
/// What a witness remembers: the last checkpoint of each log that it cosigned, in a file of its own. It is on disk before the signature
/// leaves the machine, so that a witness never confirms two histories.
/// </summary>
public sealed class WitnessMemory
{
    private readonly string _file;
    private readonly SortedDictionary<string, string> _notes;

    private WitnessMemory(string file, SortedDictionary<string, string> notes)
    {
        _file = file;
        _notes = notes;
    }

    /// <summary>Reads the file, or begins an empty memory where there is none. Throws <see cref="FormatException"/> when it is none.</summary>
    public static WitnessMemory Open(string file)
    {
        try
        {
            var notes = File.Exists(file) ? JsonSerializer.Deserialize<SortedDictionary<string, string>>(File.ReadAllBytes(file)) : null;
            foreach (var (origin, note) in notes ?? [])
            {
                if (SignedCheckpoint.Parse(Encoding.UTF8.GetBytes(note)).Checkpoint.Origin != origin)
                {
                    throw new FormatException("The witness's memory names another log.");
                }
            }

            return new WitnessMemory(file, new SortedDictionary<string, string>(notes ?? [], StringComparer.Ordinal));
        }
        catch (JsonException fault)
        {
            throw new FormatException("The witness's memory cannot be read.", fault);
        }
    }

    /// <summary>The last checkpoint of that log that was cosigned; null before the first.</summary>
    public SignedCheckpoint? Last(string origin) => _notes.TryGetValue(origin, out var note) ? SignedCheckpoint.Parse(Encoding.UTF8.GetBytes(note)) : null;

    /// <summary>Remembers it, on disk.</summary>
    public void Keep(SignedCheckpoint checkpoint)
    {
        _notes[checkpoint.Checkpoint.Origin] = checkpoint.ToString();
        var fresh = _file + ".new";
        using (var stream = new FileStream(fresh, FileMode.Create, FileAccess.Write))
        {
            JsonSerializer.Serialize(stream, _notes);
            stream.Flush(flushToDisk: true);
        }

        File.Move(fresh, _file, overwrite: true);
    }

    /// <summary>Writes both notes of a fork beside the memory, as evidence; gives the file.</summary>
    public string KeepEvidence(SignedCheckpoint held, SignedCheckpoint shown)
    {
        var file = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{_file}.fork-{held.Checkpoint.Size}-{shown.Checkpoint.Size}");
        File.WriteAllText(file, $"{held}\n{shown}");
        return file;
    }
}
