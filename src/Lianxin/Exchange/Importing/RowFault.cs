using Lianxin.Database;

namespace Lianxin.Exchange;

/// <summary>One fault of a row: the meaning of its column, a code whose text is <c>import.fault.CODE</c>, and perhaps a number for it.</summary>
public sealed record RowFault(MatterColumn Column, string Code, int Detail = 0)
{
    /// <summary>Needed and empty.</summary>
    public const string Missing = "missing";

    /// <summary>Longer than <see cref="Detail"/> characters.</summary>
    public const string TooLong = "too_long";

    /// <summary>A phone or identity number that is none.</summary>
    public const string NoNumber = "no_number";

    /// <summary>A long number that the spreadsheet program has cut.</summary>
    public const string LostDigits = "lost_digits";

    /// <summary>The cell holds a spreadsheet's own error, such as #REF!.</summary>
    public const string CellFault = "cell_fault";

    /// <summary>A day in the future.</summary>
    public const string Future = "time.future";

    /// <summary>Answered before it was said.</summary>
    public const string ReplyFirst = "time.reply_first";

    /// <summary>A reply without its time, or a time without its reply.</summary>
    public const string HalfReply = "half_reply";

    /// <summary>Row <see cref="Detail"/> has the same number and says something else.</summary>
    public const string SameNumber = "same_number";

    /// <summary>Every code there is.</summary>
    public static IReadOnlyList<string> Codes { get; } =
    [
        Missing, TooLong, NoNumber, LostDigits, CellFault, Future, ReplyFirst, HalfReply, SameNumber,
        HistoricTime.Missing, HistoricTime.Ambiguous, HistoricTime.TwoDigitYear, HistoricTime.Impossible, HistoricTime.OutOfRange, HistoricTime.Unreadable,
    ];

    /// <summary>Several faults as one text.</summary>
    public static string Write(IEnumerable<RowFault> faults) => string.Join('\n', faults.Select(f => $"{Conventions.Text(f.Column)}|{f.Code}|{f.Detail}"));

    /// <summary>The faults of that text.</summary>
    public static IReadOnlyList<RowFault> Read(string text) => [.. text.Split('\n').Select(One)];

    private static RowFault One(string line) =>
        line.Split('|') is [var column, var code, var detail] && Conventions.TryParse<MatterColumn>(column, out var known)
            ? new RowFault(known, code, int.Parse(detail, System.Globalization.CultureInfo.InvariantCulture))
            : throw new FormatException("A stored fault has a column, a code and a number.");
}
