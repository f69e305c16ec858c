namespace Lianxin.Exchange;

/// <summary>Where an import stands.</summary>
public enum ImportState
{
    /// <summary>The file is here; a person says what its columns mean.</summary>
    Mapping,

    /// <summary>Every row is looked at and nothing is recorded.</summary>
    Checking,

    /// <summary>The report of the dry run is there.</summary>
    Checked,

    /// <summary>Rows are recorded.</summary>
    Running,

    /// <summary>Every row was looked at and the good ones are in.</summary>
    Done,

    /// <summary>A person stopped it; what is in stays, and it can go on.</summary>
    Stopped,

    /// <summary>A fault stopped it; what is in stays, and it can go on.</summary>
    Failed,

    /// <summary>Untouched rows are taken back.</summary>
    Undoing,

    /// <summary>What was untouched is taken back.</summary>
    Undone,
}

/// <summary>One import of one file: what it means, how far it is, what became of its rows. No entry protects it; what it recorded is in the journal.</summary>
public sealed class ImportRun
{
    /// <summary>Its id, which every matter it brings carries.</summary>
    public Guid Id { get; init; }

    /// <summary>Who started it; null from the command line.</summary>
    public Guid? Officer { get; init; }

    /// <summary>Where it stands.</summary>
    public ImportState State { get; init; }

    /// <summary>When the file came.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>The form of the file.</summary>
    public RowFileKind Kind { get; init; }

    /// <summary>The file's random name in the file folder.</summary>
    public string File { get; init; } = "";

    /// <summary>The key of the key file that wraps the file's own.</summary>
    public string FileKey { get; init; } = "";

    /// <summary>The file's wrapped key; null once it is gone.</summary>
    public byte[]? FileWrapped { get; init; }

    /// <summary>Its bytes.</summary>
    public long FileSize { get; init; }

    /// <summary>The row of the headers, as spreadsheet programs count.</summary>
    public int HeaderRow { get; init; }

    /// <summary>What its columns mean; see <see cref="StoredMapping"/>.</summary>
    public string Mapping { get; init; } = "";

    /// <summary>The channel of rows that name none.</summary>
    public string Channel { get; init; } = "";

    /// <summary>The unit that answers for the rows; null until it is chosen.</summary>
    public Guid? Unit { get; init; }

    /// <summary>The officer who answers for them by name; null for whoever answers for the unit.</summary>
    public Guid? Answerer { get; init; }

    /// <summary>What a day like 03/04/2019 means; null refuses such days.</summary>
    public DayOrder? DayOrder { get; init; }

    /// <summary>Rows in all; 0 while nobody knows.</summary>
    public int Total { get; init; }

    /// <summary>Rows looked at in this stretch.</summary>
    public int Done { get; init; }

    /// <summary>The last row that was recorded or refused; a run goes on after it.</summary>
    public int LastRow { get; init; }

    /// <summary>Rows that are new, recorded or, in a dry run, to be.</summary>
    public int Added { get; init; }

    /// <summary>Of those, rows with a reply.</summary>
    public int Replied { get; init; }

    /// <summary>Rows that were there already.</summary>
    public int Known { get; init; }

    /// <summary>Rows with faults.</summary>
    public int Wrong { get; init; }

    /// <summary>New rows whose category is none of ours.</summary>
    public int NoCategory { get; init; }

    /// <summary>New rows whose place is none of ours.</summary>
    public int NoPlace { get; init; }

    /// <summary>New rows that say they ended and bring no answer: they come in open (INV-03).</summary>
    public int EndedUnanswered { get; init; }

    /// <summary>Rows taken back.</summary>
    public int Undone { get; init; }

    /// <summary>Rows that somebody touched, or that are too old to be taken back.</summary>
    public int Kept { get; init; }

    /// <summary>When this stretch began, the time it stood still taken out.</summary>
    public DateTime? BeganAt { get; init; }

    /// <summary>When it ended.</summary>
    public DateTime? EndedAt { get; init; }

    /// <summary>The node at work on it.</summary>
    public Guid? Holder { get; init; }

    /// <summary>Until when no other node takes it.</summary>
    public DateTime? UntilAt { get; init; }

    /// <summary>A person asked it to stop.</summary>
    public bool Stopping { get; init; }

    /// <summary>Who started it has seen how it ended.</summary>
    public bool Seen { get; init; }

    /// <summary>Why it failed, as a code.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>True while there is work to do.</summary>
    public bool IsBusy => State is ImportState.Checking or ImportState.Running or ImportState.Undoing;

    /// <summary>How many rows this stretch looks at: an undo only at what came in.</summary>
    public int Goal => State == ImportState.Undoing ? Added : Total;

    /// <summary>Until when its untouched rows may be taken back; null while nothing is in.</summary>
    public DateTime? UndoUntil => State is ImportState.Done or ImportState.Stopped or ImportState.Failed && LastRow > 0 && Added > 0 && EndedAt is { } ended
        ? ended + Matters.MatterImports.UndoFor
        : null;
}

/// <summary>What is wrong with one row: fields and codes, never its words.</summary>
public sealed class ImportFault
{
    /// <summary>The import.</summary>
    public Guid Run { get; init; }

    /// <summary>The row, as spreadsheet programs count.</summary>
    public int Row { get; init; }

    /// <summary>See <see cref="RowFault.Write"/>.</summary>
    public string Faults { get; init; } = "";
}
