using FsCheck;
using FsCheck.Fluent;
using Lianxin.Foundation;

namespace Lianxin.Tests.Foundation;

public sealed class MatterNumberTests
{
    private static readonly Gen<MatterNumber> Numbers =
        from year in Gen.Choose(2000, 2099)
        from serial in Gen.OneOf(Gen.Choose(1, 999_999_999), Gen.Constant(1), Gen.Constant(999_999_999))
        select MatterNumber.Make(year, serial);

    // 572 → 4 is the worked example of Damm's dissertation.
    [Theory]
    [InlineData(2026, 1, "260000000012")]
    [InlineData(2026, 17, "260000000175")]
    [InlineData(2000, 572, "000000005724")]
    [InlineData(2099, 999_999_999, "999999999999")]
    public void A_number_is_year_serial_and_check_digit(int year, long serial, string digits)
    {
        var number = MatterNumber.Make(year, serial);
        Assert.Equal(digits, number.Digits);
        Assert.Equal(digits, number.ToString());
        Assert.Equal(year, number.Year);
        Assert.Equal(serial, number.Serial);
    }

    [Fact]
    public void A_number_is_read_in_groups_of_four() => Assert.Equal("2600 0000 0012", MatterNumber.Make(2026, 1).Grouped);

    [Theory]
    [InlineData(1999, 1)]
    [InlineData(2100, 1)]
    [InlineData(26, 1)]
    [InlineData(2026, 0)]
    [InlineData(2026, -5)]
    [InlineData(2026, 1_000_000_000)]
    public void No_number_is_made_outside_its_bounds(int year, long serial) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => MatterNumber.Make(year, serial));

    [Theory]
    [InlineData("260000000012")]
    [InlineData("2600 0000 0012")]
    [InlineData(" 2600-0000-0012 ")]
    [InlineData("2600\u30000000\u30000012")]
    [InlineData("2600–0000—0012")]
    [InlineData("2600\u22120000-0012")]
    [InlineData("\uFF12\uFF16\uFF10\uFF10\uFF10\uFF10\uFF10\uFF10\uFF10\uFF10\uFF11\uFF12")]
    [InlineData("\uFEFF260000000012\r\n")]
    public void Typed_numbers_are_read(string typed)
    {
        Assert.True(MatterNumber.TryParse(typed, out var number));
        Assert.Equal("260000000012", number.Digits);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("    ")]
    [InlineData("26000000001")]
    [InlineData("2600000000120")]
    [InlineData("260000000013")]
    [InlineData("260000000000")]
    [InlineData("000000000000")]
    [InlineData("26000000001八")]
    [InlineData("٢٦٠٠٠٠٠٠٠٠١٨")]
    [InlineData("+260000000012")]
    [InlineData("260000000012'--")]
    [InlineData("2.6000000001E11")]
    [InlineData("260000000001")]
    public void Other_input_is_no_number(string? typed)
    {
        Assert.False(MatterNumber.TryParse(typed, out var number));
        Assert.Equal(default, number);
    }

    // Half a surrogate pair cannot stand in an attribute: the compiler would write it as other characters.
    [Fact]
    public void Broken_text_is_no_number() => Assert.False(MatterNumber.TryParse("\uD842" + "260000000012", out _));

    [Fact]
    public void Endless_input_is_refused_unread() => Assert.False(MatterNumber.TryParse(new string(' ', 1_000_000) + "260000000012", out _));

    [Fact]
    public void Every_number_reads_back() => Prop.ForAll(Numbers.ToArbitrary(), number =>
        MatterNumber.TryParse(number.Digits, out var plain) && plain == number
        && MatterNumber.TryParse(number.Grouped, out var grouped) && grouped == number).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_single_wrong_digit_is_noticed() => Prop.ForAll(Numbers.ToArbitrary(), number =>
        Enumerable.Range(0, 12).All(place => Enumerable.Range(1, 9).All(step => !MatterNumber.TryParse(Changed(number.Digits, place, step), out _))))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Every_swap_of_neighbours_is_noticed() => Prop.ForAll(Numbers.ToArbitrary(), number =>
        Enumerable.Range(0, 11).All(place => number.Digits[place] == number.Digits[place + 1] || !MatterNumber.TryParse(Swapped(number.Digits, place), out _)))
        .QuickCheckThrowOnFailure();

    private static string Changed(string digits, int place, int step) =>
        string.Concat(digits[..place], ((digits[place] - '0' + step) % 10).ToString(), digits[(place + 1)..]);

    private static string Swapped(string digits, int place) =>
        string.Concat(digits[..place], digits[place + 1].ToString(), digits[place].ToString(), digits[(place + 2)..]);
}
