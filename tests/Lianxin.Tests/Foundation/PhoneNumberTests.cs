using FsCheck;
using FsCheck.Fluent;
using Lianxin.Foundation;

namespace Lianxin.Tests.Foundation;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("13800005521", "13800005521", PhoneKind.Mobile, null)]
    [InlineData("138 0000 5521", "13800005521", PhoneKind.Mobile, null)]
    [InlineData("138-0000-5521", "13800005521", PhoneKind.Mobile, null)]
    [InlineData("+8613800005521", "13800005521", PhoneKind.Mobile, null)]
    [InlineData("+86 138 0000 5521", "13800005521", PhoneKind.Mobile, null)]
    [InlineData("(+86)138-0000-5521", "13800005521", PhoneKind.Mobile, null)]
    [InlineData("008613800005521", "13800005521", PhoneKind.Mobile, null)]
    [InlineData("86-13800005521", "13800005521", PhoneKind.Mobile, null)]
    [InlineData("\uFF11\uFF13\uFF18\uFF10\uFF10\uFF10\uFF10\uFF15\uFF15\uFF12\uFF11", "13800005521", PhoneKind.Mobile, null)]
    [InlineData("\u202D13800005521\u202C", "13800005521", PhoneKind.Mobile, null)]
    [InlineData("0931-8460000", "09318460000", PhoneKind.Landline, null)]
    [InlineData("(0931)8460000", "09318460000", PhoneKind.Landline, null)]
    [InlineData("\uFF080931\uFF098460000", "09318460000", PhoneKind.Landline, null)]
    [InlineData("0931/8460000", "09318460000", PhoneKind.Landline, null)]
    [InlineData("0931 846 0000", "09318460000", PhoneKind.Landline, null)]
    [InlineData("0931—8460000", "09318460000", PhoneKind.Landline, null)]
    [InlineData("+86 931 8460000", "09318460000", PhoneKind.Landline, null)]
    [InlineData("+86 (0)931 8460000", "09318460000", PhoneKind.Landline, null)]
    [InlineData("010-65000000", "01065000000", PhoneKind.Landline, null)]
    [InlineData("+86 21 65000000", "02165000000", PhoneKind.Landline, null)]
    [InlineData("0931-8460000-801", "09318460000", PhoneKind.Landline, "801")]
    [InlineData("0931-8460000-8", "09318460000", PhoneKind.Landline, "8")]
    [InlineData("0931-8460000转801", "09318460000", PhoneKind.Landline, "801")]
    [InlineData("0931-8460000 分机 801", "09318460000", PhoneKind.Landline, "801")]
    [InlineData("0931-8460000 ext. 801", "09318460000", PhoneKind.Landline, "801")]
    [InlineData("0931-8460000x801", "09318460000", PhoneKind.Landline, "801")]
    [InlineData("400-800-0000", "4008000000", PhoneKind.Service, null)]
    [InlineData("800 800 0000", "8008000000", PhoneKind.Service, null)]
    [InlineData("95588", "95588", PhoneKind.Service, null)]
    [InlineData("12345", "12345", PhoneKind.Service, null)]
    [InlineData("10086", "10086", PhoneKind.Service, null)]
    [InlineData("110", "110", PhoneKind.Service, null)]
    [InlineData("+82 2-1234-5678", "+82212345678", PhoneKind.Overseas, null)]
    [InlineData("00852 2345 6789", "+85223456789", PhoneKind.Overseas, null)]
    public void Numbers_are_read_as_people_write_them(string typed, string digits, PhoneKind kind, string? extension)
    {
        Assert.True(PhoneNumber.TryParse(typed, out var number));
        Assert.Equal((digits, kind, extension), (number.Digits, number.Kind, number.Extension));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("无")]
    [InlineData("1380000552")]
    [InlineData("138000055210")]
    [InlineData("12800005521")]
    [InlineData("0931-1460000")]
    [InlineData("010-6500000")]
    [InlineData("8460000")]
    [InlineData("+8612345678901")]
    [InlineData("138****5521")]
    [InlineData("13800005521'; drop")]
    [InlineData("=13800005521")]
    [InlineData("138+00005521")]
    [InlineData("13800005521/13900005522")]
    [InlineData("1.3800005521E10")]
    [InlineData("123456")]
    public void Other_input_is_no_number(string? typed) => Assert.False(PhoneNumber.TryParse(typed, out _));

    [Fact]
    public void A_local_number_needs_the_area_it_was_typed_in()
    {
        Assert.True(PhoneNumber.TryParse("846 0000", out var number, areaCode: "0931"));
        Assert.Equal("09318460000", number.Digits);
        Assert.False(PhoneNumber.TryParse("846 0000", out _, areaCode: "010"));
        Assert.True(PhoneNumber.TryParse("8460000-801", out var desk, areaCode: "0931"));
        Assert.Equal("801", desk.Extension);
    }

    [Theory]
    [InlineData("13800005521/13900005522", "13800005521 13900005522")]
    [InlineData("0931-8460000、13800005521", "09318460000 13800005521")]
    [InlineData("13800005521 13900005522", "13800005521 13900005522")]
    [InlineData("13800005521;13800005521", "13800005521")]
    [InlineData("13800005521(本人),0931-8460000转8(单位)", "13800005521 09318460000")]
    [InlineData("没有电话", "")]
    [InlineData(null, "")]
    public void A_field_may_hold_several_numbers(string? typed, string digits) =>
        Assert.Equal(digits, string.Join(' ', PhoneNumber.ReadAll(typed).Select(number => number.Digits)));

    [Theory]
    [InlineData("13800005521", "138****5521")]
    [InlineData("0931-8460000", "0931-*****00")]
    [InlineData("010-65000012", "010-*****12")]
    [InlineData("+82212345678", "+82****678")]
    [InlineData("12345", "12345")]
    public void A_number_is_shown_masked(string typed, string masked)
    {
        Assert.True(PhoneNumber.TryParse(typed, out var number));
        Assert.Equal(masked, number.Masked);
        Assert.Equal(masked, $"{number}");
    }

    [Fact]
    public void The_stored_form_reads_back_as_itself() => Prop.ForAll(Typed().ToArbitrary(), typed =>
    {
        Assert.True(PhoneNumber.TryParse(typed, out var number), typed);
        return PhoneNumber.TryParse(number.Digits, out var again) && again.Digits == number.Digits && again.Kind == number.Kind;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nothing_typed_makes_it_fail() => Prop.ForAll<string?>(typed =>
    {
        var read = PhoneNumber.TryParse(typed, out var number, "0931");
        return PhoneNumber.ReadAll(typed, "0931").Count >= (read ? 1 : 0) && (!read || number.Masked.Length > 0);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Broken_text_is_no_number() => Assert.False(PhoneNumber.TryParse("\uD83D" + "13800005521", out _));

    [Fact]
    public void Endless_input_is_refused_unread() => Assert.Empty(PhoneNumber.ReadAll(new string('1', 10_000_000)));

    private static Gen<string> Typed() =>
        from second in Gen.Choose(3, 9)
        from rest in Gen.Choose(0, 999_999_999)
        from gap in Gen.Elements("", " ", "-", "—")
        from home in Gen.Elements("", "+86", "0086 ", "86 ")
        let digits = rest.ToString("D9")
        select $"{home}1{second}{digits[0]}{gap}{digits[1..5]}{gap}{digits[5..]}";
}
