using System.Text;
using Lianxin.Ledger;
using Lianxin.Tests.Ledger.Vectors;

namespace Lianxin.Tests.Ledger;

public sealed class ReceiptTests
{
    private static readonly FixedLog Log = new();

    [Fact]
    [Trait("row", "LZ-23")]
    public void A_receipt_is_read_back_as_it_was_written()
    {
        var text = Log.Receipt(5, 9).ToString();
        Assert.Equal(text, Receipt.Parse(Encoding.UTF8.GetBytes(text)).ToString());
        Assert.Equal(SpokenCode.Of(TreeHash.Leaf(Log.Entries[5])), Receipt.Parse(Encoding.UTF8.GetBytes(text)).Code);
    }

    [Fact]
    public void The_QR_code_pins_entry_and_history_in_about_260_signs()
    {
        var receipt = Log.Receipt(5, 9);
        var text = ReceiptQr.Of(receipt).ToString();
        Assert.InRange(text.Length, 200, 270);
        var read = ReceiptQr.Parse(text);
        Assert.Equal(text, read.ToString());
        Assert.Equal((5, 9, FixedLog.Origin), (read.Index, read.Size, read.Origin));
        Assert.Equal(receipt.Leaf, read.Leaf);
        Assert.Equal(Trust.Signed, PolicyJudgement.Of(LedgerPolicy.Parse(FixedLog.Policy()), read.Checkpoint).Trust);
    }

    [Theory]
    [InlineData("")]
    [InlineData("LX1 a 0 x 1 x x")]
    [InlineData("LX2 a 0 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= 1 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= AAAAAAA=")]
    [InlineData("LX1 a 0 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= 01 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= AAAAAAA=")]
    public void What_is_no_receipts_QR_code_is_refused(string scanned) => Assert.Throws<FormatException>(() => ReceiptQr.Parse(scanned));

    [Fact]
    public void The_consistency_file_is_read_back_as_it_was_written()
    {
        var text = Log.Consistency(9, Log.Checkpoint(20)).ToString();
        Assert.Equal(text, ConsistencyFile.Parse(Encoding.UTF8.GetBytes(text)).ToString());
    }

    /// <summary>Whatever single byte of a receipt changes, it is no longer proven, or says the same.</summary>
    [Fact]
    [Trait("row", "LZ-23")]
    public void No_single_changed_byte_goes_unnoticed()
    {
        var policy = Encoding.UTF8.GetBytes(FixedLog.Policy());
        var good = Encoding.UTF8.GetBytes(Log.Receipt(5, 9).ToString());
        for (var at = 0; at < good.Length; at++)
        {
            var changed = good.ToArray();
            changed[at] ^= 1;
            var report = ReceiptCheck.Of(new ReceiptQuestion(changed, policy));
            Assert.False(report.Result == ReceiptResult.Proven, $"byte {at}");
        }
    }

    [Fact]
    public void Bytes_of_any_kind_get_an_answer_and_never_a_fault()
    {
        var policy = Encoding.UTF8.GetBytes(FixedLog.Policy());
        var good = Encoding.UTF8.GetBytes(Log.Receipt(5, 9).ToString());
        var random = new Random(7);
        for (var i = 0; i < 500; i++)
        {
            var bytes = good.ToArray();
            for (var n = random.Next(1, 6); n > 0; n--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            var cut = bytes.AsSpan(0, random.Next(bytes.Length)).ToArray();
            Assert.NotEqual(ReceiptResult.Proven, ReceiptCheck.Of(new ReceiptQuestion(cut, policy, bytes)).Result);
            Assert.Equal(ReceiptResult.NewerUnreadable, ReceiptCheck.Of(new ReceiptQuestion(good, policy, cut)).Result);
        }
    }
}
