using System.Text;
using Lianxin.Ledger;
using static Lianxin.Ledger.ReceiptResult;

namespace Lianxin.Tests.Ledger.Vectors;

/// <summary>Receipts whose words, entry, place or proof were changed.</summary>
internal static class BrokenContent
{
    public static IEnumerable<ReceiptCase> Cases()
    {
        var log = new FixedLog();
        var good = log.Receipt(5, 9);
        var (body, name, photo) = (good.Openings[0], good.Openings[1], good.Openings[2]);
        yield return new("one sign of the words changed", OpeningDiffers, good with { Openings = [body with { Text = body.Text!.Replace('三', '五') }, name] });
        yield return new("a space added to the words", OpeningDiffers, good with { Openings = [body with { Text = body.Text + " " }] });
        yield return new("a name changed", OpeningDiffers, good with { Openings = [body, name with { Text = "测试居民乙" }] });
        yield return new("a salt changed", OpeningDiffers, good with { Openings = [body with { Salt = FixedLog.Bytes("salt") }] });
        yield return new("a picture changed", OpeningDiffers, good with { Openings = [photo with { Sha256 = FixedLog.Bytes("other picture") }] });
        yield return new("words under another path", OpeningDiffers, good with { Openings = [name with { Path = "body" }] });
        yield return new("words the entry does not hold", OpeningDiffers, good with { Openings = [name with { Path = "phone" }] });
        yield return new("a picture's hash shown as words", OpeningDiffers, good with { Openings = [ReceiptOpening.OfText("photo", photo.Salt, Convert.ToBase64String(photo.Sha256!))] });
        yield return new("the time changed", NotInLog, good with { Entry = Changed(5, entry => entry with { At = entry.At.AddDays(-1) }) });
        yield return new("the type changed", NotInLog, good with { Entry = Changed(5, entry => entry with { Type = "matter.closed" }) });
        yield return new("the entry's own place changed", IndexDiffers, good with { Entry = Changed(5, entry => entry with { Seq = 6 }) });
        yield return new("the place changed", IndexDiffers, good with { Index = 4 });
        yield return new("entry and place changed", NotInLog, good with { Index = 4, Entry = Changed(5, entry => entry with { Seq = 4 }) });
        yield return new("a place beyond the size", NotInLog, good with { Index = 9, Entry = Changed(5, entry => entry with { Seq = 9 }) });
        yield return new("another entry's receipt", NotInLog, log.Receipt(6, 9) with { Proof = good.Proof });
        yield return new("a proof line changed", NotInLog, good with { Proof = [.. good.Proof.Take(2), FixedLog.Bytes("step"), .. good.Proof.Skip(3)] });
        yield return new("a proof line missing", NotInLog, good with { Proof = [.. good.Proof.Skip(1)] });
        yield return new("a proof line too many", NotInLog, good with { Proof = [.. good.Proof, FixedLog.Bytes("step")] });
        yield return new("proof lines exchanged", NotInLog, good with { Proof = [good.Proof[1], good.Proof[0], .. good.Proof.Skip(2)] });
        yield return new("no proof", NotInLog, good with { Proof = [] });
        yield return new("a proof of another size", NotInLog, good with { Proof = log.Receipt(5, 10).Proof.Append(FixedLog.Bytes("x")).ToList() });
        yield return new("the size changed", NotInLog, good with { Checkpoint = log.Checkpoint(20) });
        yield return new("a checkpoint of the empty log", NotInLog, good with { Checkpoint = FixedLog.Witnessed(FixedLog.Signed(new Checkpoint(FixedLog.Origin, 0, MerkleTree.EmptyRoot))) });
        foreach (var (name2, is_entry, bytes) in CanonicalVectors.Cases().Where(one => !one.IsEntry && !one.Name.Contains("another suite", StringComparison.Ordinal)))
        {
            yield return new($"an entry with {name2}", EntryMalformed, good with { Entry = bytes, Openings = [] });
        }

        var suite = Encoding.UTF8.GetString(good.Entry).Replace("\"v\":1", "\"v\":2", StringComparison.Ordinal);
        yield return new("an entry of another suite", SuiteUnknown, good with { Entry = Encoding.UTF8.GetBytes(suite) });
    }

    private static byte[] Changed(int index, Func<Entry, Entry> change) =>
        change(FixedLog.Entry(index)).Encode(json => json.Open().Key("step").Number(index).Close());
}
