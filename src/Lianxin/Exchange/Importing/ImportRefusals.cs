using Lianxin.Foundation;

namespace Lianxin.Exchange;

/// <summary>Every way an import says no. Codes are public interface; texts stand under <c>refusal.CODE</c>.</summary>
public static class ImportRefusals
{
    /// <summary>The import is not there, or is another person's: the two answer alike.</summary>
    public static RefusedException NotFound() => new("import.not_found");

    /// <summary>The import does not stand where this can be done.</summary>
    public static RefusedException NotNow() => new("import.not_now");

    /// <summary>Neither a title nor a body is among the columns' meanings.</summary>
    public static RefusedException NoWords() => new("import.no_words") { Field = "mapping" };

    /// <summary>The table has no row below its headers.</summary>
    public static RefusedException NoRows() => new("import.no_rows") { Field = "upload" };

    /// <summary>The file is gone: it is kept for a week.</summary>
    public static RefusedException FileGone() => new("import.file_gone");

    /// <summary>A day is over since it ended: what it brought stays.</summary>
    public static RefusedException TooLateToUndo() => new("import.too_late_to_undo");

    /// <summary>What is wrong with the file as a whole.</summary>
    public static RefusedException Of(RowFileException wrong) => new(wrong.Code, wrong.Row, wrong.Detail ?? "") { Field = "upload" };
}
