using System.ComponentModel.DataAnnotations;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lianxin.Web.Console;

/// <summary>答复: words from a template with its fields filled, a preview as the person will read it, and the unit's word on the outcome.</summary>
public sealed class AnswerPage(CurrentActor current, TimeProvider time, MatterReading reading, MatterAnswers answers)
    : StepPage(current, time, reading, MatterLifecycle.Answer)
{
    /// <summary>How it ended, from the closed list (INV-02).</summary>
    [BindProperty, Required, Display(Name = "field.outcome")]
    public MatterOutcome? Outcome { get; set; }

    /// <summary>A template to begin with.</summary>
    [BindProperty, Display(Name = "field.template")]
    public string? Template { get; set; }

    /// <summary>The words.</summary>
    [BindProperty, Required, Display(Name = "field.answer")]
    public string? Answer { get; set; }

    /// <summary>Where the person has to go, for what is not ours.</summary>
    [BindProperty, Display(Name = "field.destination")]
    public string? Destination { get; set; }

    /// <summary>The office that gets what the person said, for what is not ours.</summary>
    [BindProperty, Display(Name = "field.hand_to")]
    public Guid? HandTo { get; set; }

    /// <summary>The units of today.</summary>
    public IEnumerable<SelectListItem> Offices => DeskChoices.Units(Tree, Today);

    /// <summary>The answer as the person will read it; null until asked for.</summary>
    public string? Preview { get; private set; }

    /// <summary>Fields of the template that nobody filled yet.</summary>
    public IReadOnlyList<string> Unfilled => ReplyTemplates.Unfilled(Answer ?? "", Rules.Lists, Texts.Culture.Name);

    /// <summary>The outcomes an answer may have.</summary>
    public IEnumerable<SelectListItem> Outcomes =>
        new[] { MatterOutcome.Solved, MatterOutcome.SolvedInPart, MatterOutcome.Explained, MatterOutcome.Pointed }
            .Select(o => new SelectListItem(Texts["outcome." + Lianxin.Database.Conventions.Text(o)], o.ToString()));

    /// <summary>The templates, those of the matter's own category first.</summary>
    public IEnumerable<SelectListItem> Templates => ReplyTemplates.For(Matter, Rules.Lists).Select(t => new SelectListItem(t.Label.In(Texts.Culture.Name), t.Code));

    /// <summary>Gives the answer; a template's field that is still empty stands in the way.</summary>
    public async Task<IActionResult> OnPost()
    {
        if (Unfilled.Count > 0)
        {
            ModelState.AddModelError(nameof(Answer), Texts["answer.unfilled", string.Join('、', Unfilled)]);
            return Wrong();
        }

        await answers.Answer(At, new AnswerMatter(Outcome!.Value, Answer!, Destination, HandTo: HandTo), Actor);
        return await Finished();
    }

    /// <summary>Puts the template's words before what is written, its fields filled from the matter; nothing is saved.</summary>
    public IActionResult OnPostTemplate()
    {
        ModelState.Forgive(nameof(Answer));
        var template = Rules.Lists.Templates.FirstOrDefault(t => t.Code == Template && t.Use == "reply");
        var words = template is null ? "" : ReplyTemplates.Fill(template, this, Me);
        Answer = string.Join('\n', new[] { words, Answer }.Where(t => !string.IsNullOrWhiteSpace(t)));
        return Page();
    }

    /// <summary>Shows the words as the person will read them; nothing is saved.</summary>
    public IActionResult OnPostPreview()
    {
        ModelState.Forgive();
        Preview = Answer;
        return Page();
    }

    /// <inheritdoc/>
    protected override bool MindsForm(string? handler) => string.IsNullOrEmpty(handler);
}
