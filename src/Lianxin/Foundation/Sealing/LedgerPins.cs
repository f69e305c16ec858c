using System.Globalization;
using System.Text;
using Lianxin.Ledger;

namespace Lianxin.Foundation;

/// <summary>What a receipt or an older checkpoint says about a log: its root at a size, and perhaps a leaf at a place.</summary>
internal sealed record LedgerPin(string Name, LedgerLog Log, long Size, byte[] Root)
{
    internal (long Index, byte[] Leaf)? Leaf { get; init; }
}

/// <summary>Reads receipts and anchors, judges them by the policy, and gives what the stored log must then agree with.</summary>
internal sealed class LedgerPins(LedgerPolicy? policy, RebuildFindings findings, List<(Unchecked What, string About)> open)
{
    private readonly List<LedgerPin> _pins = [];

    internal IReadOnlyList<LedgerPin> Of(LedgerLog log) => [.. _pins.Where(pin => pin.Log == log).OrderBy(pin => pin.Size)];

    internal List<(string Name, ReceiptReport Report)> Receipts { get; } = [];

    /// <summary>Two pins of one size with different roots cannot both be of this log (V06).</summary>
    internal void Compare()
    {
        foreach (var same in _pins.GroupBy(pin => (pin.Log.Id, pin.Size)))
        {
            foreach (var other in same.Where(pin => !pin.Root.AsSpan().SequenceEqual(same.First().Root)))
            {
                findings.Add(RebuildFault.Inconsistent, "anchor", other.Name, null, Show(same.First().Root), Show(other.Root));
            }
        }
    }

    internal void AddAnchor(NamedFile file)
    {
        try
        {
            var note = file.Bytes.AsSpan().StartsWith("old "u8) ? ConsistencyFile.Parse(file.Bytes).Checkpoint : SignedCheckpoint.Parse(file.Bytes);
            if (policy is not null && PolicyJudgement.Of(policy, note).Trust is var trust and not Trust.Signed)
            {
                findings.Add(RebuildFault.Signature, "anchor", file.Name, null, trust.ToString(), Trust.Signed.ToString());
                return;
            }

            Add(file.Name, note.Checkpoint, null);
        }
        catch (FormatException)
        {
            open.Add((Unchecked.Unreadable, file.Name));
        }
    }

    internal void AddReceipt(NamedFile file)
    {
        var report = ReceiptCheck.Of(new ReceiptQuestion(file.Bytes, Encoding.UTF8.GetBytes(policy?.ToString() ?? "")));
        Receipts.Add((file.Name, report));
        if (report.Result.Finding() is { } code)
        {
            findings.Add((RebuildFault)int.Parse(code.AsSpan(1), CultureInfo.InvariantCulture), "receipt", file.Name, report.Path);
        }
        else if (report.Result != ReceiptResult.Proven)
        {
            open.Add((report.Receipt is null ? Unchecked.Unreadable : Unchecked.Receipt, file.Name));
        }

        // Also a receipt nobody signed rightly names an entry that this log has or has not.
        if (Readable(file) is { } receipt)
        {
            Add(file.Name, receipt.Checkpoint.Checkpoint, (receipt.Index, receipt.Leaf));
        }
    }

    private static Receipt? Readable(NamedFile file)
    {
        try
        {
            return Receipt.Parse(file.Bytes);
        }
        catch (FormatException)
        {
            // Its report already says so.
            return null;
        }
    }

    private void Add(string name, Checkpoint checkpoint, (long, byte[])? leaf)
    {
        if (LedgerLog.All.FirstOrDefault(log => log.IsOrigin(checkpoint.Origin)) is { } log)
        {
            _pins.Add(new LedgerPin(name, log, checkpoint.Size, checkpoint.Root) { Leaf = leaf });
        }
        else
        {
            open.Add((Unchecked.Unreadable, name));
        }
    }

    internal static string Show(byte[] hash) => Convert.ToBase64String(hash);
}
