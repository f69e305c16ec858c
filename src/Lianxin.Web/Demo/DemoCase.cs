using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.People;

namespace Lianxin.Web.Demo;

/// <summary>One invented matter: who tells what, what will become of it, and what the walk remembers of it.</summary>
internal sealed class DemoCase
{
    public required DemoDice Dice { get; init; }

    public required DemoWords Words { get; init; }

    public required DemoText Told { get; init; }

    public required DemoSpot Spot { get; init; }

    public required DemoFate Fate { get; init; }

    public required SubmitMatter Input { get; init; }

    /// <summary>The category triage finds.</summary>
    public required string Category { get; init; }

    /// <summary>The same trouble at the same place, told before.</summary>
    public DemoCase? Twin { get; set; }

    /// <summary>Merged cases hang on it: it is not taken back or refused.</summary>
    public bool IsMaster { get; set; }

    /// <summary>The case it was merged into.</summary>
    public DemoCase? Master { get; set; }

    public long Number { get; set; }

    public MatterRef At => new(Number);

    /// <summary>The state as the walk has left it today; the morning reads it anew.</summary>
    public MatterState State { get; set; }

    /// <summary>The responsible unit as of this morning, or of its first step.</summary>
    public Guid Unit { get; set; }

    /// <summary>The unit it belongs to.</summary>
    public Guid Right { get; set; }

    public int LayDays { get; set; }

    public bool PapersAsked { get; set; }

    public DateOnly? PapersAskedOn { get; set; }

    public bool Asked { get; set; }

    public bool Noted { get; set; }

    public bool HelperAsked { get; set; }

    public bool Added { get; set; }

    public bool KindChanged { get; set; }

    public bool Nudged { get; set; }

    public bool Reminded { get; set; }

    public bool Ordered { get; set; }

    public int Attempts { get; set; }

    public DateOnly? ReportedOn { get; set; }

    public DateOnly? ApprovedOn { get; set; }

    /// <summary>The first morning the present limit was seen, and the day to answer that follows from it.</summary>
    public (DateOnly? Due, DateOnly Since, DateOnly AnswerOn) Pacing { get; set; }


    public bool ByPage => Input.Channel == "web";

    /// <summary>The person of a case.</summary>
    public Actor ThePerson => Actor.Resident() with { Roles = new HashSet<string> { ByPage ? Roles.ResidentLink : Roles.ResidentCode } };

    /// <summary>The unit's answer, in the person's language.</summary>
    public string Answer(DemoMorning morning, Guid unit)
    {
        var (name, visited, later) = (morning.NameOf(unit), morning.Today.AddDays(-Dice.Between(0, 1)), morning.Today.AddDays(Dice.Between(3, 12)));
        return Input.Language == "ko" ? Words.AnswerInKorean(Told, name, visited, later) : Words.Answer(Told, name, visited, later);
    }
}
