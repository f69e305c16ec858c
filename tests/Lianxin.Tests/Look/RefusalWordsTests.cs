using System.Text.RegularExpressions;
using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Texts;
using Lianxin.Web.Hosting;

namespace Lianxin.Tests.Look;

public sealed partial class RefusalWordsTests
{
    private static readonly string[] PersonSteps = [.. MatterLifecycle.Steps.Where(step => step.Reach == Reach.Person).Select(step => step.Key)];

    [Fact]
    public void Every_refusal_of_the_system_has_a_text()
    {
        var codes = SourceTree.Files("src", ".cs")
            .SelectMany(file => (file.EndsWith("Refusals.cs", StringComparison.Ordinal) ? InCatalogue() : Elsewhere()).Matches(File.ReadAllText(SourceTree.At(file))))
            .Select(match => match.Groups[1].Value)
            .ToHashSet();
        Assert.Contains("matter.stale", codes);
        Assert.Contains("setting.not_usable", codes);
        Assert.DoesNotContain(codes, code => !Words.Has("refusal." + code));
    }

    [Fact]
    public void Every_state_kind_form_outcome_verdict_and_step_has_a_word()
    {
        foreach (var value in ValueWords.Lists.SelectMany(list => Enum.GetValues(list).Cast<Enum>()))
        {
            Assert.All(Words.Cultures, language => Assert.NotEmpty(ValueWords.Of(value, language)));
        }

        Assert.All(MatterLifecycle.Steps, step => Assert.True(Words.Has("step." + step.Key), step.Key));
    }

    [Theory]
    [InlineData(".ko")]
    [InlineData(".zh-Hant")]
    public void What_a_person_may_be_refused_is_said_in_every_language(string language)
    {
        var keys = Sources.Texts(language).Select(text => text.Key).ToHashSet();
        string[] met =
        [
            "matter.not_found", "matter.not_yours", "matter.not_now", "matter.stale", "matter.missing", "matter.too_long", "matter.no_phone",
            "matter.rating_closed", "matter.no_such_category", "matter.no_such_place", "matter.not_yet_due", "matter.is_merged",
        ];
        Assert.All(met, code => Assert.Contains("refusal." + code, keys));
        Assert.All(PersonSteps, step => Assert.Contains("step." + step, keys));
    }

    [Fact]
    public void Days_states_steps_and_fields_are_said_in_words()
    {
        var chinese = Words.Cultures[0];
        var answered = new RefusedException("matter.not_now", MatterState.Answered, "withdraw");
        Assert.Equal("这件事现在是“已答复”，不能“撤回”。页面已经更新，请再看看。", RefusalWords.Of(answered, chinese));
        Assert.Contains("2026年9月7日", RefusalWords.Of(MatterRefusals.NotYetDue(new DateOnly(2026, 9, 7)), chinese), StringComparison.Ordinal);
        Assert.Equal("请填写“发生了什么”。", RefusalWords.Of(MatterRefusals.Missing("body"), chinese));
        Assert.Contains("2600 0000 1873", RefusalWords.Of(new RefusedException("matter.is_merged", "260000001873"), chinese), StringComparison.Ordinal);
        Assert.Equal("即办件不能改为上报件。", RefusalWords.Of(MatterRefusals.KindCannotBecome(MatterKind.Immediate, MatterKind.ReportUp), chinese));
    }

    [Fact]
    public void The_words_of_a_list_follow_the_form_in_the_database() =>
        Assert.Equal("上报件", Words.Get("kind." + Conventions.Text(MatterKind.ReportUp), Words.Cultures[0]));

    [GeneratedRegex("""new\("([a-z_]+\.[a-z_.]+)["]""", RegexOptions.NonBacktracking)]
    private static partial Regex InCatalogue();

    [GeneratedRegex("""RefusedException\("([a-z_]+\.[a-z_.]+)["]""", RegexOptions.NonBacktracking)]
    private static partial Regex Elsewhere();
}
