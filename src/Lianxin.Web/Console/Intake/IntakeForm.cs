using System.ComponentModel.DataAnnotations;
using Lianxin.Foundation;
using Lianxin.Matters;

namespace Lianxin.Web.Console;

/// <summary>What a clerk takes down, in the order in which it is said.</summary>
public sealed record IntakeForm
{
    /// <summary>The contact that lasts: looks at open matters are logged under it, and it binds the matters of one reception.</summary>
    public Guid Contact { get; init; }

    /// <summary>The form's own id: sent twice, it is one matter.</summary>
    public Guid Key { get; init; }

    /// <summary>The channel's code.</summary>
    [Display(Name = "desk.channel"), Required]
    public string? Channel { get; init; }

    /// <summary>来电号码.</summary>
    [Display(Name = "intake.phone")]
    public string? Phone { get; init; }

    /// <summary>称呼.</summary>
    [Display(Name = "intake.name")]
    public string? Name { get; init; }

    /// <summary>发生了什么.</summary>
    [Display(Name = "intake.body"), Required]
    public string? Body { get; init; }

    /// <summary>Letters of a place's name, by pinyin too.</summary>
    [Display(Name = "intake.place_search")]
    public string? PlaceSearch { get; init; }

    /// <summary>在哪里.</summary>
    [Display(Name = "desk.place")]
    public string? Place { get; init; }

    /// <summary>The exact door; sealed.</summary>
    [Display(Name = "intake.door")]
    public string? Door { get; init; }

    /// <summary>分类.</summary>
    [Display(Name = "desk.category")]
    public string? Category { get; init; }

    /// <summary>紧急.</summary>
    [Display(Name = "desk.urgent")]
    public bool Urgent { get; init; }

    /// <summary>Letters of a unit's name, by pinyin too.</summary>
    [Display(Name = "intake.unit_search")]
    public string? UnitSearch { get; init; }

    /// <summary>承办单位.</summary>
    [Display(Name = "desk.unit")]
    public Guid? Unit { get; init; }

    /// <summary>The kind.</summary>
    [Display(Name = "desk.kind")]
    public MatterKind? Kind { get; init; }

    /// <summary>回复方式.</summary>
    [Display(Name = "intake.reply")]
    public string? ReplyBy { get; init; }

    /// <summary>Demand, opinion, suggestion or consultation.</summary>
    [Display(Name = "desk.form")]
    public MatterForm Form { get; init; }

    /// <summary>人次.</summary>
    [Display(Name = "intake.heads"), Range(1, 500)]
    public int? Heads { get; init; } = 1;

    /// <summary>Filed for another person.</summary>
    [Display(Name = "intake.on_behalf")]
    public bool OnBehalf { get; init; }

    /// <summary>Language of the answer.</summary>
    [Display(Name = "intake.language")]
    public string? Language { get; init; }

    /// <summary>An interpreter is needed.</summary>
    [Display(Name = "intake.interpreter")]
    public string? Interpreter { get; init; }

    /// <summary>The number at the sending office.</summary>
    [Display(Name = "intake.source_number")]
    public string? SourceNumber { get; init; }

    /// <summary>The event.</summary>
    [Display(Name = "intake.event")]
    public string? Event { get; init; }

    /// <summary>The postmark's day.</summary>
    [Display(Name = "intake.postmarked")]
    public DateOnly? PostmarkedOn { get; init; }

    /// <summary>The opening day.</summary>
    [Display(Name = "intake.opened")]
    public DateOnly? OpenedOn { get; init; }

    /// <summary>The day it was said, when that is not today: written down later, which is shown (LZ-19).</summary>
    [Display(Name = "intake.said_on")]
    public DateOnly? SaidOn { get; init; }

    /// <summary>The outcome of an answer on the spot.</summary>
    [Display(Name = "desk.outcome")]
    public MatterOutcome? Outcome { get; init; }

    /// <summary>The answer on the spot.</summary>
    [Display(Name = "desk.answer")]
    public string? Answer { get; init; }

    /// <summary>Where to go instead.</summary>
    [Display(Name = "desk.destination")]
    public string? Destination { get; init; }

    /// <summary>The number it is merged into.</summary>
    [Display(Name = "desk.master")]
    public string? Master { get; init; }

    /// <summary>The reason of a refusal.</summary>
    [Display(Name = "desk.refusal")]
    public string? Refusal { get; init; }

    /// <summary>What is explained with a refusal.</summary>
    [Display(Name = "desk.explanation")]
    public string? Explanation { get; init; }

    /// <summary>Who agreed to a refusal.</summary>
    [Display(Name = "desk.second")]
    public Guid? Second { get; init; }

    /// <summary>As the desk takes it.</summary>
    internal SubmitMatter ToMatter() => new()
    {
        Form = Form,
        Body = Body ?? "",
        Channel = Channel ?? "",
        Place = Place,
        Category = Category,
        Urgent = Urgent,
        OnBehalf = OnBehalf,
        Heads = Heads ?? 1,
        Language = string.IsNullOrEmpty(Language) ? "zh-Hans" : Language,
        Contact = new SubmitContact { Name = Name, Phone = Phone, Door = Door },
        Reception = Contact,
        Interpreter = Interpreter,
        SourceNumber = SourceNumber,
        Event = Event,
        PostmarkedOn = PostmarkedOn,
        OpenedOn = OpenedOn,
        ReplyBy = ReplyBy,
        ArrivedAt = SaidOn is { } day ? ShanghaiTime.StartOfDay(day) : null,
    };
}
