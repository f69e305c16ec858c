using System.Buffers.Binary;
using Lianxin.Foundation;

namespace Lianxin.Tests.Foundation;

public sealed class QueryCodeTests
{
    [Theory]
    [InlineData(0u, "000000")]
    [InlineData(7u, "000007")]
    [InlineData(1_000_007u, "000007")]
    [InlineData(4_293_999_999u, "999999")]
    public void A_code_is_six_digits_of_the_random_bytes(uint draw, string digits)
    {
        Assert.True(QueryCode.TryMake(Bytes(draw), out var code));
        Assert.Equal(digits, code.Digits);
    }

    [Theory]
    [InlineData(4_294_000_000u)]
    [InlineData(uint.MaxValue)]
    public void Draws_from_the_incomplete_million_are_thrown_away(uint draw)
    {
        Assert.False(QueryCode.TryMake(Bytes(draw), out _));
        Assert.True(QueryCode.TryMake(Bytes(draw, 42), out var next));
        Assert.Equal("000042", next.Digits);
    }

    [Fact]
    public void Too_few_bytes_make_no_code()
    {
        Assert.False(QueryCode.TryMake([], out _));
        Assert.False(QueryCode.TryMake([1, 2, 3], out _));
    }

    // 200,000 seeded draws over ten first digits: a bias of half a percent would fall outside five standard deviations.
    [Fact]
    public void Each_first_digit_is_as_likely_as_the_next()
    {
        var random = new Random(20260101);
        var bytes = new byte[8];
        var counts = new int[10];
        for (var round = 0; round < 200_000; round++)
        {
            random.NextBytes(bytes);
            Assert.True(QueryCode.TryMake(bytes, out var code));
            counts[code.Digits[0] - '0']++;
        }

        Assert.All(counts, count => Assert.InRange(count, 19_330, 20_670));
    }

    [Theory]
    [InlineData("012345")]
    [InlineData("012 345")]
    [InlineData("012-345")]
    [InlineData("\uFF10\uFF11\uFF12345")]
    public void Typed_codes_are_read(string typed)
    {
        Assert.True(QueryCode.TryParse(typed, out var code));
        Assert.Equal("012345", code.Digits);
        Assert.True(QueryCode.TryMake(Bytes(12_345), out var made));
        Assert.True(code.Matches(made));
        Assert.Equal(code, made);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("12345a")]
    [InlineData("%31%32")]
    public void Other_input_is_no_code(string? typed) => Assert.False(QueryCode.TryParse(typed, out _));

    [Fact]
    public void Another_code_does_not_match()
    {
        Assert.True(QueryCode.TryParse("012345", out var one));
        Assert.True(QueryCode.TryParse("012346", out var other));
        Assert.False(one.Matches(other));
    }

    [Fact]
    public void A_code_never_shows_itself()
    {
        Assert.True(QueryCode.TryParse("012345", out var code));
        Assert.DoesNotContain("012345", $"{code}");
        Assert.Throws<InvalidOperationException>(() => default(QueryCode).Digits);
    }

    private static byte[] Bytes(params uint[] draws)
    {
        var bytes = new byte[draws.Length * 4];
        for (var at = 0; at < draws.Length; at++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(at * 4), draws[at]);
        }

        return bytes;
    }
}
