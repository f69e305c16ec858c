using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Lianxin.Foundation;

namespace Lianxin.Tests.Foundation;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("路灯不亮", "路灯不亮", Removed.None)]
    [InlineData("  路灯\r\n\r\n不亮\r了\u2028。\u0085 ", "路灯\n\n不亮\n了\n。", Removed.None)]
    [InlineData("一\t二", "一\t二", Removed.None)]
    [InlineData("a\0b\u0007c\u001Bd\u009Fe", "abcde", Removed.Controls)]
    [InlineData("请看\u202Egpj.exe\u202C", "请看gpj.exe", Removed.Direction)]
    [InlineData("\u2066x\u2069\u200E\u200F\u061C", "x", Removed.Direction)]
    [InlineData("\uFEFF路\u200B灯\u2060\u00AD", "路灯", Removed.Invisible)]
    [InlineData("x\U000E0041\U000E007F", "x", Removed.Invisible)]
    [InlineData("e\u0301", "\u00E9", Removed.None)]
    [InlineData("\u0001\u202E", "", Removed.Controls | Removed.Direction)]
    [InlineData("<b>=1+1</b>", "<b>=1+1</b>", Removed.None)]
    [InlineData(null, "", Removed.None)]
    [InlineData(" \r\n\t\u3000", "", Removed.None)]
    public void Typed_text_is_cleaned_and_says_of_what(string? typed, string text, Removed removed)
    {
        var clean = PlainText.Clean(typed, 100);
        Assert.Equal((text, removed, false), (clean.Text, clean.Removed, clean.IsTooLong));
        Assert.Equal(text.Length == 0, clean.IsEmpty);
    }

    // Half a surrogate pair cannot stand in an attribute: the compiler would write it as other characters.
    [Fact]
    public void Broken_characters_are_taken_out()
    {
        Assert.Equal("abc", PlainText.Clean("a" + '\uD842' + "b" + '\uDFB7' + "c", 10).Text);
        var clean = PlainText.Clean("a\uFFFEb\uFFFDc\U0010FFFFd" + '\uDFB7', 10);
        Assert.Equal(("abcd", Removed.Broken), (clean.Text, clean.Removed));
    }

    // Catalogue 16.5: GB 18030-2022, level 3; a variant selector belongs to a name, a private-use character to an old one.
    [Theory]
    [InlineData("𠮷㛃𬭎")]
    [InlineData("阿卜杜拉·买买提")]
    [InlineData("葛\U000E0100城")]
    [InlineData("\uE815")]
    [InlineData("ᠮᠣᠩᠭᠣᠯ\u180Eᠠ")]
    [InlineData("བོད་ཡིག")]
    [InlineData("연길시 조양천진")]
    [InlineData("👨\u200D👩\u200D👧 ❤\uFE0F")]
    public void Rare_characters_stay(string typed)
    {
        var clean = PlainText.Line(typed, 100);
        Assert.Equal(typed.Normalize(), clean.Text);
        Assert.Equal(Removed.None, clean.Removed);
    }

    [Fact]
    public void One_line_has_no_breaks_and_no_tabs() => Assert.Equal("一 二 三  四", PlainText.Line("一\r\n二\t三\n\n四\n", 100).Text);

    [Theory]
    [InlineData("一二三四", 4, false)]
    [InlineData("一二三四五", 4, true)]
    [InlineData("𠮷𠮷𠮷𠮷", 4, false)]
    [InlineData("👨\u200D👩\u200D👧x", 2, false)]
    [InlineData("    一二三四    ", 4, false)]
    public void Length_counts_what_a_person_sees(string typed, int maxLength, bool isTooLong)
    {
        var clean = PlainText.Clean(typed, maxLength);
        Assert.Equal(isTooLong, clean.IsTooLong);
        Assert.Equal(maxLength, clean.MaxLength);
    }

    [Fact]
    public void A_text_too_long_is_kept_whole()
    {
        var clean = PlainText.Clean(new string('灯', 5_000), 2_000);
        Assert.True(clean.IsTooLong);
        Assert.Equal(5_000, clean.Length);
        Assert.Equal(5_000, clean.Text.Length);
    }

    [Fact]
    public void Marks_cannot_pile_up()
    {
        var clean = PlainText.Clean("a" + new string('\u0316', 10_000) + "b", 100);
        Assert.Equal("a" + new string('\u0316', 8) + "b", clean.Text);
        Assert.Equal(Removed.ExtraMarks, clean.Removed);
    }

    [Fact]
    public void One_element_cannot_hide_a_book()
    {
        var clean = PlainText.Clean(string.Concat(Enumerable.Repeat("👩\u200D", 5_000)), 100);
        Assert.Equal(1, clean.Length);
        Assert.True(clean.IsTooLong);
    }

    [Fact]
    public void Cleaning_twice_changes_nothing_more() => Prop.ForAll(Texts().ToArbitrary(), typed =>
    {
        var once = PlainText.Clean(typed, 50);
        var line = PlainText.Line(typed, 50);
        return PlainText.Clean(once.Text, 50) == (once with { Removed = Removed.None })
            && PlainText.Line(line.Text, 50) == (line with { Removed = Removed.None });
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_kept_is_well_formed_composed_and_visible() => Prop.ForAll(Texts().ToArbitrary(), typed =>
    {
        var text = PlainText.Clean(typed, 50).Text;
        return text.IsNormalized()
            && new UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(text).Length >= 0
            && text.EnumerateRunes().All(rune => rune.Value is '\n' or '\t' || !Rune.IsControl(rune))
            && !text.Any(character => character is >= '\u202A' and <= '\u202E');
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Well_formed_text_is_left_as_it_is()
    {
        const string Text = "路灯𠮷";
        Assert.Same(Text, PlainText.WellFormed(Text));
        Assert.Equal("a\uFFFDb", PlainText.WellFormed("a\uD842b"));
        Assert.Equal("a\uFFFD", PlainText.WellFormed("a\uDFB7"));
    }

    private static Gen<string> Texts()
    {
        var odd = Gen.Elements("\r", "\n", "\t", "\u0085", "\u2028", "\u202E", "\uFEFF", "\u200D", "\uD842", "\uDFB7", "𠮷", "\u0344", "\u0301", "e", "\u212B",
            "\u1100", "\u1161", "\uAC00", "\u11A8", "\uF9D0", "\u0F73", "\uFFFF", "\0", " ", "\u3000", "灯", "\u09C7", "\u09BE");
        var any = Gen.Choose(0, 0xFFFF).Select(code => ((char)code).ToString());
        return Gen.Frequency((4, odd), (1, any)).ListOf().Select(parts => string.Concat(parts));
    }
}
