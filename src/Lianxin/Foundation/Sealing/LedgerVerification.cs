using Lianxin.Database;
using Lianxin.Ledger;

namespace Lianxin.Foundation;

/// <summary>
/// The whole check of a district's ledger, read-only, on a live or a copied database (P2, P3): both trees from their entries, every
/// checkpoint and signature, receipts and older checkpoints, the schema itself, and the folding of both journals.
/// </summary>
public sealed class LedgerVerification(LianxinDatabase database, Rebuild rebuild, LedgerKeys keys, TimeProvider time)
{
    /// <summary>Checks everything. Throws <see cref="SchemaDiffersException"/> where <see cref="Rebuild"/> does.</summary>
    public async Task<LedgerReport> Check(LedgerQuestion question, CancellationToken stop = default)
    {
        var folded = await rebuild.Check(question.Rebuild, stop);
        var findings = new RebuildFindings();
        var open = new List<(Unchecked, string)>();
        var policy = Policy(question, open);
        var pins = new LedgerPins(policy, findings, open);
        foreach (var anchor in question.Anchors)
        {
            pins.AddAnchor(anchor);
        }

        foreach (var receipt in question.Receipts)
        {
            pins.AddReceipt(receipt);
        }

        pins.Compare();
        var logs = new List<VerifiedLog>();
        await using (var snapshot = (await RebuildSnapshot.OpenSame(database, 1))[0])
        {
            foreach (var log in LedgerLog.All)
            {
                var tree = new LedgerTreeCheck(snapshot, log, policy, pins.Of(log), findings, time.GetUtcNow().UtcDateTime);
                logs.Add(await tree.Run(stop));
                if (policy is not null)
                {
                    var witnesses = new WitnessCheck(snapshot, policy, findings);
                    await witnesses.Run(log, stop);
                    await witnesses.Times(log, stop);
                }

                if (tree.IsUnsealed)
                {
                    open.Add((Unchecked.NotSealed, log.Path));
                }
            }

            await Strays(snapshot, findings);
            await new SchemaCheck(snapshot, findings).Run(stop);
        }

        return new LedgerReport
        {
            Logs = logs,
            Rebuild = folded,
            Findings = [.. folded.Findings.Concat(findings.Kept).Take(RebuildReport.Kept)],
            FindingCount = folded.FindingCount + findings.Count,
            Open = open,
            Receipts = pins.Receipts,
        };
    }

    /// <summary>Rows of a log that there is not.</summary>
    private static async Task Strays(RebuildSnapshot snapshot, RebuildFindings findings)
    {
        foreach (var table in (string[])["ledger_node", "ledger_checkpoint", "ledger_cosignature"])
        {
            if (await snapshot.Number($"select log from {table} where log < {LedgerLog.Facts.Id} or log > {LedgerLog.Looks.Id} limit 1") is { } stray)
            {
                findings.Add(RebuildFault.Extra, table, stray.ToString(System.Globalization.CultureInfo.InvariantCulture), "log");
            }
        }
    }

    private LedgerPolicy? Policy(LedgerQuestion question, List<(Unchecked, string)> open)
    {
        try
        {
            if ((question.Policy is { } given ? LedgerPolicy.Parse(given) : keys.ReadPolicy()) is { } policy)
            {
                return policy;
            }
        }
        catch (FormatException)
        {
            // Said like a missing one: nothing can be believed by it.
        }

        open.Add((Unchecked.NoPolicy, keys.PolicyFile));
        return null;
    }
}
