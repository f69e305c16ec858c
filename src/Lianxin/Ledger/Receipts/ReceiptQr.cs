using System.Globalization;
using System.Text;

namespace Lianxin.Ledger;

/// <summary>
/// What a receipt's QR code holds, about 260 signs: the log, the place, the leaf, and the signed checkpoint. It pins entry and
/// history without the proof; the file proves. Checkpoints with extension lines do not fit.
/// </summary>
public sealed record ReceiptQr(string Origin, long Index, byte[] Leaf, long Size, byte[] Root, NoteSignature Signature)
{
    private const string Magic = "LX1";

    /// <summary>The QR of a receipt; its log's first own signature is taken.</summary>
    public static ReceiptQr Of(Receipt receipt) => Of(receipt.Index, receipt.Leaf, receipt.Checkpoint);

    /// <summary>The QR of an entry at its place under a signed checkpoint.</summary>
    public static ReceiptQr Of(long index, byte[] leaf, SignedCheckpoint signed)
    {
        var checkpoint = signed.Checkpoint;
        if (checkpoint.Extensions.Count > 0 || !NoteText.IsName(checkpoint.Origin))
        {
            throw new InvalidOperationException("Such a checkpoint does not fit a QR code.");
        }

        var signature = signed.Note.Signatures.First(line => line.Name == checkpoint.Origin);
        return new ReceiptQr(checkpoint.Origin, index, leaf, checkpoint.Size, checkpoint.Root, signature);
    }

    /// <summary>Reads what was scanned; throws <see cref="FormatException"/>.</summary>
    public static ReceiptQr Parse(string scanned)
    {
        var words = scanned.Split(' ');
        if (words.Length != 7 || words[0] != Magic)
        {
            throw new FormatException("Not the code of a receipt.");
        }

        var signature = NoteSignature.Parse($"— {words[1]} {words[6]}");
        return new ReceiptQr(words[1], NoteText.Number(words[2]), NoteText.Hash(words[3]), NoteText.Number(words[4]), NoteText.Hash(words[5]), signature);
    }

    /// <summary>The checkpoint it pins, to be judged by a policy and compared with others.</summary>
    public SignedCheckpoint Checkpoint
    {
        get
        {
            var checkpoint = new Checkpoint(Origin, Size, Root);
            return new SignedCheckpoint(checkpoint, new SignedNote(checkpoint.Text, [Signature]));
        }
    }

    /// <summary>The text to draw.</summary>
    public override string ToString()
    {
        var signature = Signature.ToString().Trim().Split(' ')[2];
        return string.Create(CultureInfo.InvariantCulture, $"{Magic} {Origin} {Index} {Convert.ToBase64String(Leaf)} {Size} {Convert.ToBase64String(Root)} {signature}");
    }
}
