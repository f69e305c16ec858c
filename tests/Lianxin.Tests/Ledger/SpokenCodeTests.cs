using Lianxin.Ledger;
using Lianxin.Tests.Ledger.Vectors;

namespace Lianxin.Tests.Ledger;

public sealed class SpokenCodeTests
{
    private static string Plain(int i) => SpokenCode.Of(FixedLog.Bytes($"code {i}")).Symbols17;

    [Fact]
    [Trait("row", "LZ-23")]
    public void One_wrong_symbol_is_always_noticed()
    {
        foreach (var code in Enumerable.Range(0, 5).Select(Plain))
        {
            for (var at = 0; at < code.Length; at++)
            {
                foreach (var other in SpokenCode.Alphabet.Where(symbol => symbol != code[at]))
                {
                    Assert.False(SpokenCode.TryParse($"{code[..at]}{other}{code[(at + 1)..]}", out _));
                }
            }
        }
    }

    [Fact]
    public void Any_two_exchanged_symbols_are_always_noticed()
    {
        foreach (var code in Enumerable.Range(0, 20).Select(Plain))
        {
            for (var one = 0; one < code.Length; one++)
            {
                for (var two = one + 1; two < code.Length; two++)
                {
                    var signs = code.ToCharArray();
                    (signs[one], signs[two]) = (signs[two], signs[one]);
                    Assert.Equal(code[one] == code[two], SpokenCode.TryParse(new string(signs), out _));
                }
            }
        }
    }

    [Fact]
    public void A_code_is_written_in_groups_of_four_and_belongs_to_its_hash()
    {
        var hash = FixedLog.Bytes("hash");
        var code = SpokenCode.Of(hash);
        Assert.Matches("^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]$", code.ToString());
        Assert.True(SpokenCode.TryParse(code.ToString(), out var read) && read.IsOf(hash));
        Assert.False(read.IsOf(FixedLog.Bytes("other")));
    }
}
