using System.Text;
using Lianxin.People;

namespace Lianxin.Tests.People;

public sealed class TotpTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    /// <summary>RFC 6238, Appendix B, the SHA-1 column.</summary>
    [Theory]
    [InlineData(59L, "94287082")]
    [InlineData(1111111109L, "07081804")]
    [InlineData(1111111111L, "14050471")]
    [InlineData(1234567890L, "89005924")]
    [InlineData(2000000000L, "69279037")]
    [InlineData(20000000000L, "65353130")]
    public void The_vectors_of_the_standard_hold(long seconds, string code) =>
        Assert.Equal(code, Totp.Code(Secret, Totp.StepOf(DateTime.UnixEpoch.AddSeconds(seconds)), 8));

    /// <summary>RFC 4226, Appendix D.</summary>
    [Theory]
    [InlineData(0, "755224")]
    [InlineData(5, "254676")]
    [InlineData(9, "520489")]
    public void The_counter_vectors_hold(long counter, string code) => Assert.Equal(code, Totp.Code(Secret, counter));

    /// <summary>RFC 4648 §10, without padding.</summary>
    [Theory]
    [InlineData("f", "MY")]
    [InlineData("foobar", "MZXW6YTBOI")]
    [InlineData("12345678901234567890", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")]
    public void Secrets_are_written_in_base_32(string bytes, string text) => Assert.Equal(text, Totp.Base32(Encoding.ASCII.GetBytes(bytes)));

    [Fact]
    public void A_code_holds_one_step_around_and_once()
    {
        var now = DateTime.UnixEpoch.AddSeconds(1111111111);
        var step = Totp.StepOf(now);
        Assert.Equal(step - 1, Totp.Match(Secret, Totp.Code(Secret, step - 1), now, -1));
        Assert.Equal(step + 1, Totp.Match(Secret, " " + Totp.Code(Secret, step + 1)[..3] + " " + Totp.Code(Secret, step + 1)[3..], now, -1));
        Assert.Null(Totp.Match(Secret, Totp.Code(Secret, step - 2), now, -1));
        Assert.Null(Totp.Match(Secret, Totp.Code(Secret, step), now, step));
        Assert.Null(Totp.Match(Secret, "", now, -1));
    }

    [Theory]
    [InlineData("春江水暖-Duck-2417", true)]
    [InlineData("一二三四五六七八九十", true)]
    [InlineData("short-1234", true)]
    [InlineData("Sh0rt!", false)]
    [InlineData("password1234", false)]
    [InlineData("1111111111111", false)]
    [InlineData("yu.zihe2026", false)]
    [InlineData("qwertyqwerty1", false)]
    public void Plain_passwords_are_refused(string password, bool fits) => Assert.Equal(fits, PasswordRules.Fits(password, "yu.zihe"));
}
