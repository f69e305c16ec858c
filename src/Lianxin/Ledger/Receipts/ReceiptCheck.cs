using System.Text.Json;

namespace Lianxin.Ledger;

/// <summary>
/// Checks a receipt by itself, without database or network: openings, leaf, root, checkpoint, signatures, policy (LZ-23, P3). The
/// offline page and tools/verify-receipt.py do the same in the same order; tests/vectors/ledger holds all three to it.
/// </summary>
public sealed class ReceiptCheck
{
    /// <summary>How far the clocks of a log and its witnesses may lie apart.</summary>
    public static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    private readonly LedgerPolicy _policy;
    private readonly Receipt _receipt;
    private readonly ConsistencyFile? _newer;
    private readonly SpokenCode? _board;
    private ReceiptReport _report;

    private ReceiptCheck(LedgerPolicy policy, Receipt receipt, ConsistencyFile? newer, SpokenCode? board)
    {
        _policy = policy;
        _receipt = receipt;
        _newer = newer;
        _board = board;
        _report = new ReceiptReport(ReceiptResult.Unreadable) { Receipt = receipt };
    }

    /// <summary>Answers the question; it throws for no input whatever.</summary>
    public static ReceiptReport Of(ReceiptQuestion question)
    {
        if (Parsed(() => LedgerPolicy.Parse(question.Policy)) is not { } policy)
        {
            return new ReceiptReport(ReceiptResult.PolicyUnreadable);
        }

        SpokenCode? board = null;
        if (question.KeyCode is { } typed)
        {
            if (!SpokenCode.TryParse(typed, out var code))
            {
                return new ReceiptReport(ReceiptResult.KeyCodeUnreadable);
            }

            board = code;
        }

        if (Parsed(() => Receipt.Parse(question.Receipt)) is not { } receipt)
        {
            return new ReceiptReport(ReceiptResult.Unreadable);
        }

        var newer = question.Newer is { } bytes ? Parsed(() => Newer(bytes)) : null;
        return question.Newer is not null && newer is null
            ? new ReceiptReport(ReceiptResult.NewerUnreadable) { Receipt = receipt }
            : new ReceiptCheck(policy, receipt, newer, board).Run();
    }

    /// <summary>A bare checkpoint compares only with its own size, for which no proof is needed.</summary>
    private static ConsistencyFile Newer(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith("old "u8))
        {
            return ConsistencyFile.Parse(bytes);
        }

        var checkpoint = SignedCheckpoint.Parse(bytes);
        return new ConsistencyFile(checkpoint.Checkpoint.Size, [], checkpoint);
    }

    private static T? Parsed<T>(Func<T> parse)
        where T : class
    {
        try
        {
            return parse();
        }
        catch (FormatException)
        {
            // Not readable is one of the answers.
            return null;
        }
    }

    private ReceiptReport Run()
    {
        var result = Content() ?? Signatures();
        return _report with { Result = result };
    }

    private ReceiptResult? Content()
    {
        if (ReadEntry() is { } unread)
        {
            return unread;
        }

        var entry = _report.Entry!;
        if (entry.Seq != _receipt.Index)
        {
            return ReceiptResult.IndexDiffers;
        }

        if (_receipt.Openings.FirstOrDefault(opening => !opening.Opens(entry)) is { } wrong)
        {
            _report = _report with { Path = wrong.Path };
            return ReceiptResult.OpeningDiffers;
        }

        var checkpoint = _receipt.Checkpoint.Checkpoint;
        return ProofCheck.Includes(checkpoint.Root, _receipt.Leaf, _receipt.Index, checkpoint.Size, _receipt.Proof) ? null : ReceiptResult.NotInLog;
    }

    private ReceiptResult? ReadEntry()
    {
        if (_receipt.Entry.Length <= Entry.MaximumLength && Parsed(() => new Holder(CanonicalReader.Read(_receipt.Entry)))?.Suite is { } suite && suite != Entry.Suite)
        {
            return ReceiptResult.SuiteUnknown;
        }

        var read = Parsed(() => EntryReader.Read(_receipt.Entry));
        _report = _report with { Entry = read?.Entry };
        return read is null ? ReceiptResult.EntryMalformed : null;
    }

    private ReceiptResult Signatures()
    {
        var own = PolicyJudgement.Of(_policy, _receipt.Checkpoint);
        if (own.Trust != Trust.Signed)
        {
            return Enum.Parse<ReceiptResult>(own.Trust.ToString());
        }

        var then = _newer is null ? null : PolicyJudgement.Of(_policy, _newer.Checkpoint);
        if (then is not null && Compare(then) is { } differs)
        {
            return differs;
        }

        if (_board is { } board && !own.Keys.Concat(then?.Keys ?? []).Any(key => key.Code == board))
        {
            return ReceiptResult.KeyNotOnBoard;
        }

        return Witnesses(own.Witnesses, then?.Witnesses ?? []);
    }

    private ReceiptResult? Compare(PolicyJudgement then)
    {
        var (mine, now) = (_receipt.Checkpoint.Checkpoint, _newer!.Checkpoint.Checkpoint);
        if (now.Origin != mine.Origin)
        {
            return ReceiptResult.NewerNotComparable;
        }

        if (then.Trust != Trust.Signed)
        {
            return ReceiptResult.NewerNotTrusted;
        }

        if (_newer.Old != mine.Size || now.Size < mine.Size)
        {
            return ReceiptResult.NewerNotComparable;
        }

        _report = _report with { NewerSize = now.Size };
        return ProofCheck.Extends(mine.Size, mine.Root, now.Size, now.Root, _newer.Proof) ? null : ReceiptResult.HistoryDiffers;
    }

    private ReceiptResult Witnesses(IReadOnlyList<Witnessed> own, IReadOnlyList<Witnessed> then)
    {
        var all = own.Concat(then).GroupBy(one => one.Name).Select(group => group.MinBy(one => one.At)!);
        _report = _report with { Witnesses = [.. all.OrderBy(one => one.Name, StringComparer.Ordinal)] };
        if (_report.Witnesses.Any(one => _report.Entry!.At > one.At + ClockTolerance))
        {
            return ReceiptResult.TimeAfterWitness;
        }

        var enough = _policy.IsQuorum(own.Select(one => one.Name).ToHashSet()) || (_newer is not null && _policy.IsQuorum(then.Select(one => one.Name).ToHashSet()));
        return enough ? ReceiptResult.Proven : ReceiptResult.AwaitingWitnesses;
    }

    private sealed record Holder(JsonElement Root)
    {
        public long? Suite => Root.ValueKind == JsonValueKind.Object && Root.TryGetProperty("v", out var v) && v.ValueKind == JsonValueKind.Number ? v.GetInt64() : null;
    }
}
