using Lianxin.Profiles;
using Lianxin.Tests.Profiles;
using Lianxin.Web.Demo;

namespace Lianxin.Tests.Demo;

public sealed class DemoWordsTests
{
    private static readonly DateOnly Day = new(2026, 6, 30);
    private static readonly Profile Neutral = ProfileReader.Read(ProfileFolder.Neutral);
    private static readonly DemoTownBook Town = DemoTownBook.Read();

    private static List<DemoText> TellMany(int count, int seed)
    {
        var dice = new Random(seed);
        var words = new DemoWords(Town, dice);
        var told = new List<DemoText>();
        while (told.Count < count)
        {
            var estate = Town.Estates[dice.Next(Town.Estates.Count)];
            var texts = Town.Texts[dice.Next(Town.Texts.Count)];
            if (DemoWords.StoriesFor(texts, estate.Kind).Count > 0)
            {
                told.Add(words.Tell(texts, DemoSpot.In(estate, Town, Day, dice)));
            }
        }

        return told;
    }

    private static IEnumerable<string> AllTexts() => Town.Texts
        .SelectMany(t => t.Stories.SelectMany(s => s.Titles.Append(s.Body).Concat(s.Replies)).Concat(t.Details).Concat(t.Questions).Concat(t.Papers))
        .Concat(SharedTexts());

    private static IEnumerable<string> SharedTexts()
    {
        var p = Town.Phrases;
        return p.TitlePrefixes.Concat(p.Openings).Concat(p.Closings).Concat(p.GeneralReplies).Concat(p.GeneralConsultReplies).Concat(p.ReplyOpenings).Concat(p.ReplyClosings)
            .Concat(p.NotSolved).Concat(p.PartlySolved).Concat(p.Solved).Concat(p.Nudges).Concat(p.Checks).Concat(p.ReturnNotes).Concat(p.HelperReplies)
            .Concat(p.MessageOpenings).Concat(p.GeneralDeskReplies).Concat(p.ConsultClosings).Concat(p.ConsultReplyOpenings).Concat(p.ConsultReplyClosings).Concat(p.KoreanReplies).Concat(p.ExtensionReasons.Select(e => e.Text))
            .Concat(p.Opinions.Concat(p.Suggestions).Concat(p.Korean).SelectMany(m => new[] { m.Title, m.Body }));
    }

    [Fact]
    public void Every_category_a_matter_can_have_has_words_and_each_story_a_title()
    {
        Assert.Equal(Neutral.Leaves.Select(c => c.Code).Order(), Town.Texts.Select(t => t.Category).Order());
        Assert.All(Town.Texts, t => Assert.InRange(t.Stories.Count, 4, 12));
        Assert.All(Town.Texts.SelectMany(t => t.Stories), s => Assert.NotEmpty(s.Titles));
        Assert.All(Town.Texts, t => Assert.All(t.Where, ground => Assert.InRange(DemoWords.StoriesFor(t, ground).Count, 2, 12)));
    }

    [Fact]
    public void Questions_are_told_and_answered_as_questions() => Assert.Equal(
        Neutral.Leaves.Where(c => c.Form is "consultation").Select(c => c.Code).Order(),
        Town.Texts.Where(t => t.Consultation).Select(t => t.Category).Order());

    [Fact]
    public void Every_slot_is_given_or_has_choices_and_every_list_of_choices_is_used()
    {
        var used = AllTexts().SelectMany(DemoWords.SlotsOf).ToHashSet();
        Assert.Empty(used.Except(Town.Slots.Keys).Except(DemoSpot.Slots).Except(DemoWords.AnswerSlots));
        Assert.Empty(Town.Slots.Keys.Except(used));
    }

    [Fact]
    public void What_a_resident_tells_holds_only_slots_of_the_telling() =>
        Assert.All(Town.Texts.SelectMany(t => t.Stories.SelectMany(s => s.Titles.Append(s.Body)).Concat(t.Details)).Concat(Town.Phrases.Openings),
            text => Assert.Empty(DemoWords.SlotsOf(text).Intersect(DemoWords.AnswerSlots)));

    [Fact]
    public void Five_thousand_matters_do_not_look_copied()
    {
        var told = TellMany(5000, seed: 7);
        Assert.InRange(told.Select(t => t.Body).Distinct().Count(), 4950, 5000);
        Assert.InRange(told.Select(t => t.Title).Distinct().Count(), 1200, 5000);
        Assert.All(told, t => Assert.DoesNotContain(t.Title + t.Body, c => c is '{' or '}'));
    }

    [Fact]
    public void The_same_dice_tell_the_same_words() => Assert.Equal(TellMany(50, 3).Select(t => t.Body), TellMany(50, 3).Select(t => t.Body));

    [Fact]
    public void Every_story_can_be_answered()
    {
        var words = new DemoWords(Town, new Random(5));
        foreach (var told in TellMany(1000, seed: 11))
        {
            var answer = words.Answer(told, "区城市管理局", Day, Day.AddDays(20));
            Assert.DoesNotContain(answer, c => c is '{' or '}');
            Assert.InRange(answer.Length, 20, 260);
        }
    }

    [Fact]
    public void Messages_belong_to_known_categories_and_some_are_in_Korean()
    {
        Assert.All(Town.Phrases.Opinions.Concat(Town.Phrases.Suggestions), m => Assert.Contains(Neutral.Categories, c => c.Code == m.Category));
        Assert.All(Town.Phrases.Korean, m => Assert.Contains(Neutral.Leaves, c => c.Code == m.Category));
        Assert.All(new[] { Town.Phrases.Opinions, Town.Phrases.Suggestions, Town.Phrases.Korean }, list =>
            Assert.All(new[] { "estate", "hamlet" }, ground => Assert.InRange(DemoWords.MessagesFor(list, ground).Count, 5, list.Count)));
        Assert.All(Town.Phrases.Korean, m => Assert.Contains(m.Body, c => c is >= '가' and <= '힣'));
        Assert.All(Town.Phrases.ExtensionReasons, e => Assert.Contains(Neutral.ExtensionReasons, r => r.Code == e.Reason));
        var words = new DemoWords(Town, new Random(2));
        var spot = DemoSpot.In(Town.Estates[0], Town, Day, new Random(2));
        Assert.All(Town.Phrases.Korean, m =>
        {
            var told = words.Tell(m, spot);
            Assert.DoesNotContain(told.Body + words.AnswerInKorean(told, "区卫生健康局", Day, Day), c => c is '{' or '}');
        });
        Assert.All(Town.Phrases.Suggestions, m => Assert.DoesNotContain(words.Suggest(m, spot).Body, c => c is '{' or '}'));
    }

    [Fact]
    public void Chinese_words_use_full_width_punctuation() =>
        Assert.All(AllTexts().Where(t => !t.Any(c => c is >= '가' and <= '힣')), t => Assert.DoesNotContain(t, c => ",;:?!()\"".Contains(c)));
}
