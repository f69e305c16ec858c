using System.Globalization;
using Lianxin.Database;
using Lianxin.Matters;
using Lianxin.Texts;

namespace Lianxin.Tests.Docs;

/// <summary>Writes docs/lifecycle.md: every step of a matter's life, as the table in the code has it.</summary>
public static class LifecycleDoc
{
    public const string Path = "docs/lifecycle.md";

    private static readonly CultureInfo Chinese = Words.Cultures[0];

    public static string Write(IReadOnlyList<Step> steps)
    {
        var page = MadePage.Start(
            "The life of a matter",
            "Buttons, operations and the interface read the same table, `src/Lianxin/Matters/MatterLifecycle.cs`; nothing else writes a state. "
            + "Some steps have further conditions on the matter, which stand there.");
        page.Append("\n## States\n").Table(
            ["state", "中文", "ways out", "steps that stay"],
            Enum.GetValues<MatterState>().Select(state => new[] { $"`{Conventions.Text(state)}`", Say("state." + Conventions.Text(state)), Out(steps, state), Staying(steps, state) }));
        page.Append("\n## Steps\n").Table(
            ["key", "中文", "from", "to", "roles", "whose", "also when merged"],
            steps.Select(step => new[]
            {
                $"`{step.Key}`",
                Say("step." + step.Key),
                step.From.Count == Enum.GetValues<MatterState>().Length ? "any" : string.Join(", ", step.From.Select(Conventions.Text)),
                step.To is { } to ? Conventions.Text(to) : "stays",
                string.Join(", ", step.Roles),
                Conventions.Text(step.Reach),
                step.ForMerged ? "yes" : "no",
            }));
        return page.ToString();
    }

    private static string Out(IReadOnlyList<Step> steps, MatterState state) => List(steps
        .Where(step => step.From.Contains(state) && step.To is { } to && to != state)
        .GroupBy(step => step.To!.Value)
        .OrderBy(group => group.Key)
        .Select(group => $"{Conventions.Text(group.Key)} by {string.Join(", ", group.Select(step => step.Key))}"), "; ");

    private static string Staying(IReadOnlyList<Step> steps, MatterState state) =>
        List(steps.Where(step => step.From.Contains(state) && (step.To is null || step.To == state)).Select(step => step.Key), ", ");

    private static string List(IEnumerable<string> words, string between) => string.Join(between, words) is { Length: > 0 } text ? text : "–";

    private static string Say(string key) => Words.Has(key) ? Words.Get(key, Chinese) : "–";
}
