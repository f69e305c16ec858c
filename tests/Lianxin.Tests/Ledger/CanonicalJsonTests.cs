using System.Text;
using Lianxin.Ledger;

namespace Lianxin.Tests.Ledger;

public sealed class CanonicalJsonTests
{
    [Theory]
    [InlineData("plain", "\"plain\"")]
    [InlineData("\"\\", "\"\\\"\\\\\"")]
    [InlineData("\b\t\n\f\r", "\"\\b\\t\\n\\f\\r\"")]
    [InlineData("\u0001\u001f", "\"\\u0001\\u001f\"")]
    [InlineData("𠮷</script>é", "\"𠮷</script>é\"")]
    public void Strings_are_written_as_RFC_8785_says(string value, string expected) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(new CanonicalJson().Text(value).ToArray()));

    [Fact]
    public void Keys_out_of_order_or_of_another_form_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new CanonicalJson().Open().Key("b").Number(1).Key("a"));
        Assert.Throws<ArgumentException>(() => new CanonicalJson().Open().Key("a").Number(1).Key("a"));
        Assert.Throws<ArgumentException>(() => new CanonicalJson().Open().Key("A"));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CanonicalJson().Number(1L << 53));
    }

    [Theory]
    [InlineData("""{"a":1}""")]
    [InlineData("""{"v":1,"actor":{"kind":"system","via":"job"},"data":{},"nonce":"AAAAAAAAAAAAAAAAAAAAAA==","seq":0,"ts":"2026-01-01T00:00:00.000Z","type":"x"}""")]
    [InlineData("""{"actor":{"kind":"system","via":"job"},"data":{},"nonce":"AAAAAAAAAAAAAAAAAAAAAA==","seq":0,"seq":0,"ts":"2026-01-01T00:00:00.000Z","type":"x","v":1}""")]
    [InlineData("""{"actor":{"kind":"system","via":"job"},"data":{},"nonce":"AAAAAAAAAAAAAAAAAAAAAA==","seq":0,"ts":"2026-01-01T00:00:00.000Z","type":"x","v":2}""")]
    [InlineData("""{"actor":{"kind":"system","via":"job"},"data":{"x":null},"nonce":"AAAAAAAAAAAAAAAAAAAAAA==","seq":0,"ts":"2026-01-01T00:00:00.000Z","type":"x","v":1}""")]
    [InlineData("""{"actor":{"kind":"system","via":"job"}, "data":{},"nonce":"AAAAAAAAAAAAAAAAAAAAAA==","seq":0,"ts":"2026-01-01T00:00:00.000Z","type":"x","v":1}""")]
    [InlineData("not json")]
    public void Bytes_that_are_not_exactly_an_entry_are_refused(string text) =>
        Assert.Throws<FormatException>(() => EntryReader.Read(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void A_canonical_entry_is_read()
    {
        const string Text = """{"actor":{"kind":"system","via":"job"},"data":{},"nonce":"AAAAAAAAAAAAAAAAAAAAAA==","seq":0,"ts":"2026-01-01T00:00:00.000Z","type":"x","v":1}""";
        Assert.Equal("x", EntryReader.Read(Encoding.UTF8.GetBytes(Text)).Entry.Type);
    }

    [Fact]
    public void The_leaf_of_the_empty_entry_is_the_one_of_RFC_6962()
    {
        Assert.Equal("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d", Convert.ToHexStringLower(TreeHash.Leaf([])));
    }
}
