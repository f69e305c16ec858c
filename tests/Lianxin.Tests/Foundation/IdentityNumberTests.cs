using FsCheck;
using FsCheck.Fluent;
using Lianxin.Foundation;

namespace Lianxin.Tests.Foundation;

// Invented numbers: region 990101 exists nowhere; 11010519491231002X is the worked example of GB 11643-1999.
public sealed class IdentityNumberTests
{
    [Theory]
    [InlineData("11010519491231002X")]
    [InlineData("11010519491231002x")]
    [InlineData(" 110105 19491231 002X ")]
    [InlineData("110105-19491231-002X")]
    [InlineData("\uFF11\uFF11010519491231002\uFF38")]
    [InlineData("110105491231002")]
    public void A_right_number_is_read(string typed)
    {
        Assert.Equal(IdentityProblem.None, IdentityNumber.Read(typed, out var number));
        Assert.Equal("11010519491231002X", number.Value);
    }

    [Theory]
    [InlineData(null, IdentityProblem.Length)]
    [InlineData("", IdentityProblem.Length)]
    [InlineData("11010519491231002", IdentityProblem.Length)]
    [InlineData("11010519491231002XX", IdentityProblem.Length)]
    [InlineData("01010519491231002X", IdentityProblem.Characters)]
    [InlineData("1101051949123100XX", IdentityProblem.Characters)]
    [InlineData("11010519491231002Y", IdentityProblem.Characters)]
    [InlineData("11010549123100X", IdentityProblem.Characters)]
    [InlineData("1101051949123100\u0662X", IdentityProblem.Characters)]
    [InlineData("11010519491331002X", IdentityProblem.Birthday)]
    [InlineData("11010519490229002X", IdentityProblem.Birthday)]
    [InlineData("11010518991231002X", IdentityProblem.Birthday)]
    [InlineData("110105490229002", IdentityProblem.Birthday)]
    [InlineData("110105194912310021", IdentityProblem.CheckDigit)]
    public void A_wrong_number_says_why(string? typed, IdentityProblem problem) => Assert.Equal(problem, IdentityNumber.Read(typed, out _));

    [Fact]
    public void Broken_text_is_no_number() =>
        Assert.Equal(IdentityProblem.Characters, IdentityNumber.Read("110105194912310" + "\uD842" + "2X", out _));

    [Fact]
    public void A_number_is_shown_masked()
    {
        Assert.Equal(IdentityProblem.None, IdentityNumber.Read("11010519491231002X", out var number));
        Assert.Equal("110***********002X", number.Masked);
        Assert.Equal(number.Masked, $"{number}");
        Assert.Equal(18, number.Masked.Length);
    }

    [Fact]
    public void Every_wrong_digit_is_noticed() => Prop.ForAll(Gen.Choose(0, 999).ToArbitrary(), Gen.Choose(0, 36_000).ToArbitrary(), (sequence, day) =>
    {
        var born = new DateOnly(1900, 1, 1).AddDays(day);
        var old = $"990101{born:yyMMdd}{sequence:D3}";
        Assert.Equal(IdentityProblem.None, IdentityNumber.Read(old, out var number));
        return Enumerable.Range(0, 17).All(place =>
            IdentityNumber.Read(string.Concat(number.Value[..place], ((number.Value[place] - '0' + 1) % 10).ToString(), number.Value[(place + 1)..]), out _)
                != IdentityProblem.None);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nothing_typed_makes_it_fail() => Prop.ForAll<string?>(typed =>
        IdentityNumber.Read(typed, out var number) != IdentityProblem.None || number.Value.Length == 18).QuickCheckThrowOnFailure();
}
