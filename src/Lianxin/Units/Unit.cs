namespace Lianxin.Units;

/// <summary>A unit of the district: the same one through every renaming and moving (ED-16).</summary>
public sealed class Unit
{
    /// <summary>Its id, the same for ever.</summary>
    public Guid Id { get; init; }

    /// <summary>A short code for files and the interface.</summary>
    public string Code { get; init; } = "";

    /// <summary>The code of its kind, as the profile names the kinds.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The first day it exists.</summary>
    public DateOnly FoundedOn { get; init; }

    /// <summary>The first day it exists no more.</summary>
    public DateOnly? ClosedOn { get; internal set; }

    /// <summary>The entry that closed it.</summary>
    public long? ClosedSeq { get; internal set; }

    /// <summary>The unit it came from, for series over years.</summary>
    public Guid? Predecessor { get; init; }

    /// <summary>The unit that took over its matters.</summary>
    public Guid? Successor { get; internal set; }

    /// <summary>The entry whose wordings <c>address</c> and <c>phone</c> are in force.</summary>
    public long? ContactSeq { get; internal set; }

    /// <summary>The entry that added it.</summary>
    public long Seq { get; init; }

    /// <summary>Rises with every change; a form carries the one it was shown.</summary>
    public int Version { get; internal set; } = 1;
}

/// <summary>Name, parent and place of a unit from a day on, until the next row's day (ED-16).</summary>
public sealed class UnitName
{
    /// <summary>The entry that made this row.</summary>
    public long Seq { get; init; }

    /// <summary>The unit.</summary>
    public Guid Unit { get; init; }

    /// <summary>The first day it holds.</summary>
    public DateOnly FromOn { get; init; }

    /// <summary>The unit above; null for units of the district itself.</summary>
    public Guid? Parent { get; init; }

    /// <summary>The place it works for.</summary>
    public string? Place { get; init; }

    /// <summary>The entry whose wordings <c>name</c> and, where given, <c>english</c> are the names.</summary>
    public long NameSeq { get; init; }
}

/// <summary>From a day on a unit answers for a topic, or no longer does (ED-35).</summary>
public sealed class UnitTopic
{
    /// <summary>The entry that made this row.</summary>
    public long Seq { get; init; }

    /// <summary>The topic's code.</summary>
    public string Topic { get; init; } = "";

    /// <summary>The unit.</summary>
    public Guid Unit { get; init; }

    /// <summary>The first day it holds.</summary>
    public DateOnly FromOn { get; init; }

    /// <summary>False when the unit stops answering for it that day.</summary>
    public bool Answers { get; init; }
}
