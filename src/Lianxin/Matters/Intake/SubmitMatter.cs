using System.ComponentModel.DataAnnotations;
using Lianxin.Vault;

namespace Lianxin.Matters;

/// <summary>What a person or a clerk gives to have a matter recorded; the same for pages, interfaces and imports.</summary>
public sealed record SubmitMatter
{
    /// <summary>Text elements of the body at most.</summary>
    public const int BodyLength = 2000;

    /// <summary>What is wanted.</summary>
    public MatterForm Form { get; init; } = MatterForm.Demand;

    /// <summary>In the person's own words.</summary>
    [Required]
    public string Body { get; init; } = "";

    /// <summary>A short title; made from the first words when absent.</summary>
    public string? Title { get; init; }

    /// <summary>The channel's code.</summary>
    [Required]
    public string Channel { get; init; } = "web";

    /// <summary>The place's code, if known.</summary>
    public string? Place { get; init; }

    /// <summary>The category's code, if known.</summary>
    public string? Category { get; init; }

    /// <summary>The person's mark 急难愁.</summary>
    public bool Urgent { get; init; }

    /// <summary>Filed for another person.</summary>
    public bool OnBehalf { get; init; }

    /// <summary>Heads of the reception.</summary>
    [Range(1, 500)]
    public int Heads { get; init; } = 1;

    /// <summary>The reception it was said in, when several matters come from one call or visit; their heads count once.</summary>
    public Guid? Reception { get; init; }

    /// <summary>The interpreter the person needs: a language code, or <c>sign</c>.</summary>
    public string? Interpreter { get; init; }

    /// <summary>The way the person wants to be answered, one of <see cref="MatterIntake.ReplyWays"/>; null for any.</summary>
    public string? ReplyBy { get; init; }

    /// <summary>The number the matter bears where it comes from (WQ-45).</summary>
    public string? SourceNumber { get; init; }

    /// <summary>The event it was said at, such as a reception day.</summary>
    public string? Event { get; init; }

    /// <summary>The day of a letter's postmark.</summary>
    public DateOnly? PostmarkedOn { get; init; }

    /// <summary>The day a letter was opened, from which its clock runs (QW-20).</summary>
    public DateOnly? OpenedOn { get; init; }

    /// <summary>Language of the answer.</summary>
    public string Language { get; init; } = "zh-Hans";

    /// <summary>How the person is reached; sealed apart.</summary>
    public SubmitContact Contact { get; init; } = new();

    /// <summary>When it really came, if that is another time than now.</summary>
    public DateTime? ArrivedAt { get; init; }

    /// <summary>The open matter that the person says it is the same as; a hint for triage, never a merge.</summary>
    public long? SameAs { get; init; }

    /// <summary>The version of the privacy notice the person was shown; null where no page showed one.</summary>
    public int? Notice { get; init; }

    /// <summary>Photos that already lie encrypted in the file folder.</summary>
    public IReadOnlyList<KeptFile> Photos { get; init; } = [];
}

/// <summary>The contact of a person; every part is optional and sealed apart from the matter.</summary>
public sealed record SubmitContact
{
    /// <summary>称呼 or name.</summary>
    public string? Name { get; init; }

    /// <summary>Normalised phone number.</summary>
    public string? Phone { get; init; }

    /// <summary>Identity number, only where a rule asks for it.</summary>
    public string? Identity { get; init; }

    /// <summary>The exact door.</summary>
    public string? Door { get; init; }
}

/// <summary>What the person takes away.</summary>
public sealed record MatterReceipt(long Number, string Code, string Link, DateOnly? DueOn);
