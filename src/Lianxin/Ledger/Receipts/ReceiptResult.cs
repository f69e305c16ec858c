namespace Lianxin.Ledger;

/// <summary>
/// Every answer to "is this receipt right?", in the order in which it is asked; the first that applies is the answer. Written
/// outside in small letters with dashes. Pages word a sentence for each.
/// </summary>
public enum ReceiptResult
{
    /// <summary>The policy given cannot be read.</summary>
    PolicyUnreadable,

    /// <summary>The notice board's code was mistyped.</summary>
    KeyCodeUnreadable,

    /// <summary>The file is no receipt, or was damaged.</summary>
    Unreadable,

    /// <summary>The newer checkpoint given cannot be read.</summary>
    NewerUnreadable,

    /// <summary>The entry names hashes this release does not know.</summary>
    SuiteUnknown,

    /// <summary>V03: the entry is not in canonical form.</summary>
    EntryMalformed,

    /// <summary>V14: the entry was made for another place in the log.</summary>
    IndexDiffers,

    /// <summary>V11: a text or file in the receipt is not what was recorded.</summary>
    OpeningDiffers,

    /// <summary>V14: entry and proof do not lead to the checkpoint's root.</summary>
    NotInLog,

    /// <summary>The policy knows no log of that origin: it is that of another district, or too old.</summary>
    LogUnknown,

    /// <summary>V05: a signature under the log's key is bad.</summary>
    SignatureBad,

    /// <summary>V05: no key of the log signed.</summary>
    KeyUnknown,

    /// <summary>V05: the key that signed was not in force at that size.</summary>
    KeyNotValidThen,

    /// <summary>V05: a signature under a witness's key is bad.</summary>
    WitnessSignatureBad,

    /// <summary>V05: the newer checkpoint is not signed as the policy asks.</summary>
    NewerNotTrusted,

    /// <summary>The newer checkpoint is of another log, or comes without a proof from this receipt's size.</summary>
    NewerNotComparable,

    /// <summary>V07: the log that is shown now is not the one the receipt came from.</summary>
    HistoryDiffers,

    /// <summary>V05: the key on the notice board is not among those that signed.</summary>
    KeyNotOnBoard,

    /// <summary>V08: the entry claims a later time than a witness that had already seen it.</summary>
    TimeAfterWitness,

    /// <summary>All is right, but fewer witnesses have confirmed it so far than the policy asks.</summary>
    AwaitingWitnesses,

    /// <summary>All is right and confirmed.</summary>
    Proven,
}

/// <summary>What each result means to a program: its public name, the finding of the ledger's list, the exit code.</summary>
public static class ReceiptResults
{
    /// <summary>The name in reports and vectors, for example <c>opening-differs</c>.</summary>
    public static string Name(this ReceiptResult result) =>
        string.Concat(result.ToString().Select((c, i) => (i > 0 && char.IsAsciiLetterUpper(c) ? "-" : "") + char.ToLowerInvariant(c)));

    /// <summary>The finding's code, V03 to V14; null when nothing is wrong or nothing can be said.</summary>
    public static string? Finding(this ReceiptResult result) => result switch
    {
        ReceiptResult.EntryMalformed => "V03",
        ReceiptResult.SignatureBad or ReceiptResult.KeyUnknown or ReceiptResult.KeyNotValidThen or ReceiptResult.WitnessSignatureBad
            or ReceiptResult.NewerNotTrusted or ReceiptResult.KeyNotOnBoard => "V05",
        ReceiptResult.HistoryDiffers => "V07",
        ReceiptResult.TimeAfterWitness => "V08",
        ReceiptResult.OpeningDiffers => "V11",
        ReceiptResult.IndexDiffers or ReceiptResult.NotInLog => "V14",
        _ => null,
    };

    /// <summary>0 proven, 1 a problem was found, 2 it could not be checked to the end.</summary>
    public static int Exit(this ReceiptResult result) => result == ReceiptResult.Proven ? 0 : result.Finding() is null ? 2 : 1;
}
