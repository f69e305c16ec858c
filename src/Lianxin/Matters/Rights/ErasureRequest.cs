namespace Lianxin.Matters;

/// <summary>What of a matter goes.</summary>
public enum ErasureScope
{
    /// <summary>Name, phone, identity number, door, code and link.</summary>
    Contact,

    /// <summary>The contact, every text, every photo and paper.</summary>
    Everything,
}

/// <summary>Why personal data is erased (个人信息保护法 art. 47, each a case of its first paragraph).</summary>
public enum ErasureGround
{
    /// <summary>The purpose is reached, or the data is no longer needed for it: (一).</summary>
    PurposeMet,

    /// <summary>The time it is kept for has ended: (二).</summary>
    KeptLongEnough,

    /// <summary>The person takes the consent back: (三).</summary>
    ConsentWithdrawn,

    /// <summary>It should never have been taken: (四).</summary>
    Unlawful,
}

/// <summary>Where a request comes from.</summary>
public enum ErasureOrigin
{
    /// <summary>The person, on the own page.</summary>
    Person,

    /// <summary>The person at a window, whose identity an officer checked.</summary>
    Window,

    /// <summary>The nightly look at what is past its time.</summary>
    Retention,
}

/// <summary>A request to erase: asked, agreed to by two officers of different duty, then carried out by a job; or refused with a reason.</summary>
public sealed class ErasureRequest
{
    /// <summary>Its id; later ones are greater.</summary>
    public Guid Id { get; init; }

    /// <summary>The matter.</summary>
    public long Matter { get; init; }

    /// <summary>What goes.</summary>
    public ErasureScope Scope { get; init; }

    /// <summary>The legal ground.</summary>
    public ErasureGround Ground { get; init; }

    /// <summary>Where it comes from.</summary>
    public ErasureOrigin Origin { get; init; }

    /// <summary>When it was asked for.</summary>
    public DateTime AskedAt { get; init; }

    /// <summary>The officer who took it down at a window; that officer approves nothing.</summary>
    public Guid? AskedBy { get; init; }

    /// <summary>The first who agreed.</summary>
    public Guid? First { get; internal set; }

    /// <summary>When.</summary>
    public DateTime? FirstAt { get; internal set; }

    /// <summary>The duties the first one held, <c>coordinator</c>, <c>supervisor</c> or both with a plus between: the second brings the other.</summary>
    public string? FirstAs { get; internal set; }

    /// <summary>The second who agreed.</summary>
    public Guid? Second { get; internal set; }

    /// <summary>When; from here the job may carry it out.</summary>
    public DateTime? SecondAt { get; internal set; }

    /// <summary>Who refused.</summary>
    public Guid? RefusedBy { get; internal set; }

    /// <summary>When.</summary>
    public DateTime? RefusedAt { get; internal set; }

    /// <summary>When the data was gone.</summary>
    public DateTime? DoneAt { get; internal set; }

    /// <summary>Waits for officers.</summary>
    public bool IsWaiting => SecondAt is null && RefusedAt is null;
}
