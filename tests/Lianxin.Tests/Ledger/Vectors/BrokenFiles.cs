using System.Text;
using Lianxin.Ledger;
using static Lianxin.Ledger.ReceiptResult;

namespace Lianxin.Tests.Ledger.Vectors;

/// <summary>Files that are no receipt, or a damaged one.</summary>
internal static class BrokenFiles
{
    public static IEnumerable<ReceiptCase> Cases()
    {
        var good = new FixedLog().Receipt(5, 9).ToString();
        var lines = good.Split('\n');
        string Without(int line) => string.Join('\n', lines.Where((_, i) => i != line));
        string With(int line, string text) => string.Join('\n', lines.Select((old, i) => i == line ? text : old));
        yield return new("an empty file", Unreadable, "");
        yield return new("a picture", Unreadable, new byte[] { 0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 255 });
        yield return new("a byte that is not UTF-8", Unreadable, Encoding.Latin1.GetBytes(good.Replace("—", "\xff", StringComparison.Ordinal)));
        yield return new("a byte order mark", Unreadable, "\ufeff" + good);
        yield return new("line ends of another system", Unreadable, good.Replace("\n", "\r\n", StringComparison.Ordinal));
        yield return new("cut in the middle", Unreadable, good[..(good.Length / 2)]);
        yield return new("without its last line feed", Unreadable, good[..^1]);
        yield return new("a line feed too many", Unreadable, good + "\n");
        yield return new("another format's first line", Unreadable, With(0, "c2sp.org/tlog-proof@v2"));
        yield return new("without the entry", Unreadable, Without(1));
        yield return new("without the place", Unreadable, Without(2));
        yield return new("a place with a leading nought", Unreadable, With(2, "index 05"));
        yield return new("a place with a sign", Unreadable, With(2, "index +5"));
        yield return new("a place beyond every number", Unreadable, With(2, "index 9007199254740992"));
        yield return new("a proof line without padding", Unreadable, With(3, lines[3].TrimEnd('=')));
        yield return new("a proof line with stray bits", Unreadable, With(3, lines[3][..^2] + (char)(lines[3][^2] + 1) + "="));
        yield return new("a proof line in the other alphabet", Unreadable, With(3, "-_" + lines[3][2..]));
        yield return new("a proof line of 31 bytes", Unreadable, With(3, Convert.ToBase64String(new byte[31])));
        yield return new("64 proof lines", Unreadable, With(3, string.Join('\n', Enumerable.Repeat(lines[3], 61))));
        yield return new("a space at a line's end", Unreadable, With(2, "index 5 "));
        yield return new("too long", Unreadable, good + new string('a', 256 * 1024));
        yield return new("without signatures", Unreadable, good[..(good.IndexOf('—', StringComparison.Ordinal))]);
        yield return new("a signature line of two words", Unreadable, good.Replace("— " + FixedLog.Origin, "— ", StringComparison.Ordinal));
        yield return new("a signature line with a hyphen", Unreadable, good.Replace('—', '-'));
        yield return new("33 signatures", Unreadable, good + string.Concat(Enumerable.Repeat(new NoteSignature("a", 1, [1]).ToString(), 30)));
        yield return new("a signature of no bytes", Unreadable, good + "— a AAAAAA==\n");
        yield return new("a wide space in a key's name", Unreadable, good + "— a\u3000b AAAAAAA=\n");
        foreach (var (name, extra) in Extras())
        {
            yield return new(name, Unreadable, With(1, $"extra {Convert.ToBase64String(Encoding.UTF8.GetBytes(extra))}"));
        }

        foreach (var (name, text) in Checkpoints(new FixedLog().Root(9)))
        {
            var note = new SignedNote(text, [FixedLog.Key.Sign(FixedLog.Origin, text)]);
            yield return new(name, Unreadable, good[..(good.IndexOf("\n\n", StringComparison.Ordinal) + 2)] + note);
        }
    }

    private static IEnumerable<(string Name, string Extra)> Extras()
    {
        const string Salt = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
        yield return ("openings with a space", """{"entry":"e30=", "open":{}}""");
        yield return ("openings doubled", """{"entry":"e30=","open":{},"open":{}}""");
        yield return ("no openings at all", """{"entry":"e30="}""");
        yield return ("a member too many", """{"a":1,"entry":"e30=","open":{}}""");
        yield return ("an entry that is a number", """{"entry":1,"open":{}}""");
        yield return ("openings that are a list", """{"entry":"e30=","open":[]}""");
        yield return ("an opening without a salt", """{"entry":"e30=","open":{"body":{"value":"x"}}}""");
        yield return ("an opening with a short salt", """{"entry":"e30=","open":{"body":{"salt":"AAAA","value":"x"}}}""");
        yield return ("an opening with nothing", $$$$"""{"entry":"e30=","open":{"body":{"salt":"{{{{Salt}}}}"}}}""");
        yield return ("an opening with both", $$$$"""{"entry":"e30=","open":{"body":{"salt":"{{{{Salt}}}}","sha256":"{{{{Salt}}}}","value":"x"}}}""");
        yield return ("an opening that is a word", """{"entry":"e30=","open":{"body":"x"}}""");
        yield return ("an opening with a number", $$$$"""{"entry":"e30=","open":{"body":{"salt":"{{{{Salt}}}}","value":1}}}""");
        yield return ("extra that is a word", "\"x\"");
    }

    private static IEnumerable<(string Name, string Text)> Checkpoints(byte[] root)
    {
        var hash = Convert.ToBase64String(root);
        yield return ("a checkpoint of two lines", $"{FixedLog.Origin}\n9\n");
        yield return ("a size with a leading nought", $"{FixedLog.Origin}\n09\n{hash}\n");
        yield return ("a size below zero", $"{FixedLog.Origin}\n-9\n{hash}\n");
        yield return ("a size in other digits", $"{FixedLog.Origin}\n９\n{hash}\n");
        yield return ("a root that is none", $"{FixedLog.Origin}\n9\n{hash[..^4]}\n");
        yield return ("an empty line in the checkpoint", $"{FixedLog.Origin}\n9\n{hash}\n\nmore\n");
        yield return ("a checkpoint without a name", $"\n9\n{hash}\n");
    }
}
