using System.Globalization;
using Lianxin.Database;
using Lianxin.Ledger;

namespace Lianxin.Foundation;

/// <summary>
/// Checks every kept cosignature of a witness that the policy names: its line under the stored checkpoint and its time (V05), that the
/// checkpoint is there (V21) and no later than the witness saw it (V08). Lines of others are ignored, as everywhere.
/// </summary>
internal sealed class WitnessCheck(RebuildSnapshot snapshot, LedgerPolicy policy, RebuildFindings findings)
{
    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(5);

    internal async Task Run(LedgerLog log, CancellationToken stop)
    {
        await using var command = snapshot.Command($"""
            select c.size, c.witness, c.cosigned_at, c.line, p.note from ledger_cosignature c
            left join ledger_checkpoint p on p.log = c.log and p.size = c.size where c.log = {log.Id} order by c.size, c.witness, c.cosigned_at
            """);
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            var (size, name) = (reader.GetInt64(0), reader.GetString(1));
            if (policy.Witnesses.FirstOrDefault(one => one.Key.Name == name) is not { } witness)
            {
                continue;
            }

            var key = string.Create(CultureInfo.InvariantCulture, $"{log.Id}/{size}/{name}");
            if (await reader.IsDBNullAsync(4, stop))
            {
                findings.Add(RebuildFault.Extra, "ledger_cosignature", key);
                continue;
            }

            Check(witness, key, reader.GetValue(2), reader.GetString(3), reader.GetString(4));
        }
    }

    private void Check(PolicyWitness witness, string key, object storedAt, string line, string note)
    {
        if (Signed(witness, line, note) is not { } at)
        {
            findings.Add(RebuildFault.Signature, "ledger_cosignature", key, "line");
        }
        else if (!StoredForm.Same(StoredForm.Read(storedAt), StoredForm.Of(snapshot.Kind, at)))
        {
            findings.Add(RebuildFault.Signature, "ledger_cosignature", key, "cosigned_at", StoredForm.Show(storedAt), StoredForm.Show(at));
        }
    }

    /// <summary>An entry may not be later than a witness that saw it; asked once the log's own times are known.</summary>
    internal async Task Times(LedgerLog log, CancellationToken stop)
    {
        await using var command = snapshot.Command($"""
            select c.size, c.witness, c.line, p.signed_at from ledger_cosignature c
            join ledger_checkpoint p on p.log = c.log and p.size = c.size where c.log = {log.Id} and p.signed_at > c.cosigned_at
            """);
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            var signed = reader.GetValue(3) is DateTime value ? value : DateTime.Parse(reader.GetString(3), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
            if (TimeOf(reader.GetString(1), reader.GetString(2)) is { } at && signed > at + Apart)
            {
                findings.Add(RebuildFault.Time, "ledger_cosignature", string.Create(CultureInfo.InvariantCulture, $"{log.Id}/{reader.GetInt64(0)}/{reader.GetString(1)}"), "line");
            }
        }
    }

    private DateTime? TimeOf(string name, string line)
    {
        var bytes = Parsed(line)?.Bytes;
        return bytes is { Length: > 8 } && policy.Witnesses.Any(one => one.Key.Name == name)
            && System.Buffers.Binary.BinaryPrimitives.ReadInt64BigEndian(bytes) is >= 0 and <= 253_402_300_799 and var seconds
            ? DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime
            : null;
    }

    private static DateTime? Signed(PolicyWitness witness, string line, string note) =>
        Parsed(line) is { } signature && witness.Key.Made(signature) && note.IndexOf("\n\n", StringComparison.Ordinal) is > 0 and var end
            ? witness.Key.Check(note[..(end + 1)], signature)?.At
            : null;

    private static NoteSignature? Parsed(string line)
    {
        try
        {
            return NoteSignature.Parse(line);
        }
        catch (FormatException)
        {
            // A line that is none is a bad signature.
            return null;
        }
    }
}
