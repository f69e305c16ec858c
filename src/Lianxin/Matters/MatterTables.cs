using Lianxin.Database;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Matters;

/// <summary>Opens a matter to its own person: by link, or by number and code. Recomputable with the keys; no plain secret is stored.</summary>
public sealed class TrackingKey
{
    /// <summary>The matter.</summary>
    public long Matter { get; init; }

    /// <summary>Blind index of the link's 128 bits.</summary>
    public byte[] Link { get; init; } = [];

    /// <summary>Blind index of number and six-digit code.</summary>
    public byte[] Code { get; init; } = [];
}

/// <summary>One limit of one matter, with everything its explanation needs. History is kept: a replaced limit stays.</summary>
public sealed class MatterDeadline
{
    /// <summary>Its id.</summary>
    public Guid Id { get; init; }

    /// <summary>The matter.</summary>
    public long Matter { get; init; }

    /// <summary>Which clock of which kind.</summary>
    public MatterClock Clock { get; init; }

    /// <summary>The version of the rule that set it.</summary>
    public int RuleVersion { get; init; }

    /// <summary>The version of the calendar it was computed with.</summary>
    public int Calendar { get; internal set; }

    /// <summary>The day it started; that day is not counted.</summary>
    public DateOnly StartedOn { get; init; }

    /// <summary>Its length in days of its clock.</summary>
    public int Days { get; init; }

    /// <summary>The last day, until 24:00.</summary>
    public DateOnly DueOn { get; internal set; }

    /// <summary>It reaches a year whose holidays are not published.</summary>
    public bool Provisional { get; internal set; }

    /// <summary>When it was met.</summary>
    public DateTime? MetAt { get; internal set; }

    /// <summary>When another limit took its place.</summary>
    public DateTime? ReplacedAt { get; internal set; }

    /// <summary>The day before a holiday notice moved it.</summary>
    public DateOnly? FormerDueOn { get; internal set; }

    /// <summary>The day before the one extension.</summary>
    public DateOnly? ExtendedFrom { get; internal set; }

    /// <summary>Days the extension added.</summary>
    public int ExtraDays { get; internal set; }
}

/// <summary>A stretch in which a limit stood still for the person's papers.</summary>
public sealed class MatterPause
{
    /// <summary>Its id.</summary>
    public Guid Id { get; init; }

    /// <summary>The matter.</summary>
    public long Matter { get; init; }

    /// <summary>The limit that stood.</summary>
    public Guid Deadline { get; init; }

    /// <summary>The day the notice was delivered; it counts as used.</summary>
    public DateOnly FromOn { get; init; }

    /// <summary>Days that were left.</summary>
    public int Left { get; init; }

    /// <summary>The limit had ended before the notice: nothing moves.</summary>
    public bool Late { get; init; }

    /// <summary>The day the papers came.</summary>
    public DateOnly? UntilOn { get; internal set; }
}

/// <summary>One return by a unit (INV-06).</summary>
public sealed class MatterReturn
{
    /// <summary>Its id.</summary>
    public Guid Id { get; init; }

    /// <summary>The matter.</summary>
    public long Matter { get; init; }

    /// <summary>The unit that gave it back.</summary>
    public Guid Unit { get; init; }

    /// <summary>The reason's code.</summary>
    public string Reason { get; init; } = "";

    /// <summary>When.</summary>
    public DateTime At { get; init; }
}

/// <summary>A helping unit with its own limit.</summary>
public sealed class MatterCoHandler
{
    /// <summary>Its id.</summary>
    public Guid Id { get; init; }

    /// <summary>The matter.</summary>
    public long Matter { get; init; }

    /// <summary>The helping unit.</summary>
    public Guid Unit { get; internal set; }

    /// <summary>Its own last day.</summary>
    public DateOnly DueOn { get; init; }

    /// <summary>When it was asked.</summary>
    public DateTime AskedAt { get; init; }

    /// <summary>The entry whose wording is what it was asked.</summary>
    public long AskSeq { get; init; }

    /// <summary>When it answered the lead.</summary>
    public DateTime? AnsweredAt { get; internal set; }

    /// <summary>The entry whose wording is its position.</summary>
    public long? AnswerSeq { get; internal set; }
}

/// <summary>A question to the person, and the reply.</summary>
public sealed class MatterQuestion
{
    /// <summary>Its id.</summary>
    public Guid Id { get; init; }

    /// <summary>The matter.</summary>
    public long Matter { get; init; }

    /// <summary>The entry whose wording is the question.</summary>
    public long Seq { get; init; }

    /// <summary>When it was asked.</summary>
    public DateTime AskedAt { get; init; }

    /// <summary>The entry whose wording is the reply.</summary>
    public long? ReplySeq { get; internal set; }

    /// <summary>When it was answered.</summary>
    public DateTime? RepliedAt { get; internal set; }
}

/// <summary>A failed attempt to reach the person (INV-03).</summary>
public sealed class MatterAttempt
{
    /// <summary>Its id.</summary>
    public Guid Id { get; init; }

    /// <summary>The matter.</summary>
    public long Matter { get; init; }

    /// <summary>By which way.</summary>
    public string Way { get; init; } = "";

    /// <summary>What was to be told: <c>limit</c> or <c>answer</c>.</summary>
    public string About { get; init; } = "";

    /// <summary>When.</summary>
    public DateTime At { get; init; }
}

/// <summary>What a unit still promised when a matter ended as solved in part.</summary>
public sealed class MatterPromise
{
    /// <summary>Its id.</summary>
    public Guid Id { get; init; }

    /// <summary>The matter.</summary>
    public long Matter { get; init; }

    /// <summary>Until when.</summary>
    public DateOnly DueOn { get; init; }

    /// <summary>The entry whose wording is the promise.</summary>
    public long Seq { get; init; }
}

/// <summary>What a matter is called where it comes from: a keyed hash of channel and source number. Found by who has the sheet, readable by nobody.</summary>
public sealed class SourceKey
{
    /// <summary>The hash.</summary>
    public byte[] Hash { get; init; } = [];

    /// <summary>The matter.</summary>
    public long Matter { get; init; }
}

/// <summary>Something stands in the unit's way: not an end, but a state with a reason and somebody it goes up to (WQ-32).</summary>
public sealed class MatterBlock
{
    /// <summary>Its id.</summary>
    public Guid Id { get; init; }

    /// <summary>The matter.</summary>
    public long Matter { get; init; }

    /// <summary>The reason's code.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The unit it goes up to.</summary>
    public Guid GoesTo { get; init; }

    /// <summary>The last day before it goes up.</summary>
    public DateOnly DueOn { get; init; }

    /// <summary>When it was said.</summary>
    public DateTime BlockedAt { get; init; }

    /// <summary>When it went up.</summary>
    public DateTime? EscalatedAt { get; internal set; }

    /// <summary>When it was out of the way, or the matter went on without it.</summary>
    public DateTime? EndedAt { get; internal set; }
}

/// <summary>What a unit had not sorted when a working day ended (WQ-38).</summary>
public sealed class TriageRest
{
    /// <summary>Its id.</summary>
    public Guid Id { get; init; }

    /// <summary>The unit.</summary>
    public Guid Unit { get; init; }

    /// <summary>The day.</summary>
    public DateOnly OnDay { get; init; }

    /// <summary>How many matters waited.</summary>
    public int Waiting { get; init; }

    /// <summary>The head who is told.</summary>
    public Guid Head { get; init; }

    /// <summary>When it was counted.</summary>
    public DateTime At { get; init; }
}

/// <summary>The tables of matters.</summary>
public sealed class MatterTables : ITables
{
    /// <inheritdoc/>
    public void Map(ModelBuilder model)
    {
        model.Entity<Matter>(e => e.HasKey(x => x.Number));
        model.Entity<Matter>(e => e.Property(x => x.Number).ValueGeneratedNever());
        model.Entity<Matter>(e => e.Ignore(x => x.BegunAt).Ignore(x => x.IsHistory).Ignore(x => x.RecordedLate));
        model.Entity<SourceKey>(e => e.HasKey(x => new { x.Hash, x.Matter }));
        model.Entity<TrackingKey>(e => e.HasKey(x => x.Matter));
        model.Entity<TrackingKey>(e => e.Property(x => x.Matter).ValueGeneratedNever());
        model.Entity<MatterDeadline>(e => e.HasKey(x => x.Id));
        model.Entity<MatterPause>(e => e.HasKey(x => x.Id));
        model.Entity<MatterReturn>(e => e.HasKey(x => x.Id));
        model.Entity<MatterCoHandler>(e => e.HasKey(x => x.Id));
        model.Entity<MatterQuestion>(e => e.HasKey(x => x.Id));
        model.Entity<MatterAttempt>(e => e.HasKey(x => x.Id));
        model.Entity<MatterPromise>(e => e.HasKey(x => x.Id));
        model.Entity<MatterBlock>(e => e.HasKey(x => x.Id));
        model.Entity<TriageRest>(e => e.HasKey(x => x.Id));
        model.Entity<MatterHandOn>(e => e.HasKey(x => x.Id));
        model.Entity<MatterRespondent>(e => e.HasKey(x => x.Id));
        model.Entity<IntakeSlip>(e => e.HasKey(x => x.Form));
    }
}

/// <summary>The tables of matters by name.</summary>
public static class MattersDb
{
    extension(LianxinDb db)
    {
        /// <summary>All matters.</summary>
        public DbSet<Matter> Matters => db.Set<Matter>();

        /// <summary>All limits, in force and past.</summary>
        public DbSet<MatterDeadline> Deadlines => db.Set<MatterDeadline>();

        /// <summary>Pauses of limits.</summary>
        public DbSet<MatterPause> Pauses => db.Set<MatterPause>();

        /// <summary>Returns by units.</summary>
        public DbSet<MatterReturn> Returns => db.Set<MatterReturn>();

        /// <summary>Helping units.</summary>
        public DbSet<MatterCoHandler> CoHandlers => db.Set<MatterCoHandler>();

        /// <summary>Questions to persons.</summary>
        public DbSet<MatterQuestion> Questions => db.Set<MatterQuestion>();

        /// <summary>Failed attempts to reach persons.</summary>
        public DbSet<MatterAttempt> Attempts => db.Set<MatterAttempt>();

        /// <summary>Promises that outlive a matter solved in part.</summary>
        public DbSet<MatterPromise> Promises => db.Set<MatterPromise>();

        /// <summary>Hindrances, past and present.</summary>
        public DbSet<MatterBlock> Blocks => db.Set<MatterBlock>();

        /// <summary>What days left unsorted.</summary>
        public DbSet<TriageRest> TriageRests => db.Set<TriageRest>();

        /// <summary>Words handed to competent offices.</summary>
        public DbSet<MatterHandOn> HandOns => db.Set<MatterHandOn>();

        /// <summary>Units and officers complained about, past and present.</summary>
        public DbSet<MatterRespondent> Respondents => db.Set<MatterRespondent>();

        /// <summary>Slips of forms just sent.</summary>
        public DbSet<IntakeSlip> IntakeSlips => db.Set<IntakeSlip>();

        /// <summary>What matters are called where they come from.</summary>
        public DbSet<SourceKey> SourceKeys => db.Set<SourceKey>();

        /// <summary>What opens a matter to its person.</summary>
        public DbSet<TrackingKey> TrackingKeys => db.Set<TrackingKey>();
    }
}
