using System.Text;
using System.Text.Json.Nodes;
using Lianxin.Ledger;

namespace Lianxin.Tests.Ledger.Vectors;

/// <summary>Bytes that are an entry, and bytes that nearly are.</summary>
public static class CanonicalVectors
{
    private const string Plain = """{"actor":{"kind":"system","via":"job"},"data":{},"nonce":"AAAAAAAAAAAAAAAAAAAAAA==","seq":0,"ts":"2026-01-01T00:00:00.000Z","type":"x","v":1}""";

    private static readonly string Hash = Convert.ToBase64String(new byte[32]);

    public static JsonObject Make()
    {
        var all = new JsonArray();
        foreach (var (name, is_entry, bytes) in Cases())
        {
            var made = new JsonObject { ["name"] = name, ["is_entry"] = is_entry };
            made.Put("entry", bytes);
            all.Add(made);
        }

        return new JsonObject { ["entries"] = all };
    }

    public static IEnumerable<(string Name, bool IsEntry, byte[] Bytes)> Cases() => Texts()
        .Select(one => (one.Name, one.IsEntry, Encoding.UTF8.GetBytes(one.Text)))
        .Concat(
        [
            ("a byte order mark", false, [0xef, 0xbb, 0xbf, .. Encoding.UTF8.GetBytes(Plain)]),
            ("a byte that is not UTF-8", false, Bytes("\"data\":{}", "\"data\":{\"a\":\"?\"}", 0xff)),
            ("an overlong form", false, Bytes("\"data\":{}", "\"data\":{\"a\":\"?\"}", 0xc0, 0xaf)),
            ("a surrogate in UTF-8", false, Bytes("\"data\":{}", "\"data\":{\"a\":\"?\"}", 0xed, 0xa0, 0x80)),
            ("no bytes", false, []),
        ]);

    private static IEnumerable<(string Name, bool IsEntry, string Text)> Texts()
    {
        static string With(string old, string now) => Plain.Replace(old, now, StringComparison.Ordinal);
        static string Holding(string data) => With("\"data\":{}", $"\"data\":{data}");

        yield return ("the smallest entry", true, Plain);
        yield return ("every kind of value", true, Holding("""{"a":[1,-2,true,false,"é😀\u0001\"\\",{"b":9007199254740991}],"z":{}}"""));
        yield return ("a delete sign and a line separator as they are", true, Holding("{\"a\":\"\u007f\u2028\"}"));
        yield return ("six levels", true, Holding("""{"a":{"a":{"a":{"a":{}}}}}"""));
        yield return ("a first entry of a matter", true, Plain.Replace("\"data\"", "\"cn\":1,\"data\"", StringComparison.Ordinal).Replace("\"nonce\"", "\"matter\":\"202600000001\",\"nonce\"", StringComparison.Ordinal));
        yield return ("a second entry of a matter", true, Plain.Replace("\"data\"", $"\"cn\":2,\"cprev\":\"{Hash}\",\"data\"", StringComparison.Ordinal).Replace("\"nonce\"", "\"matter\":\"202600000001\",\"nonce\"", StringComparison.Ordinal));
        yield return ("a claimed time", true, With("\"data\"", "\"claim\":\"2025-12-31T23:59:59.999Z\",\"data\""));
        yield return ("keys that objects of script have anyway", true, Holding("""{"constructor":1,"tostring":2}"""));
        yield return ("seven levels", false, Holding("""{"a":{"a":{"a":{"a":{"a":{}}}}}}"""));
        yield return ("a thousand levels", false, Holding(new string('[', 1000) + new string(']', 1000)));
        yield return ("a space", false, With(",\"data\"", ", \"data\""));
        yield return ("a line feed at the end", false, Plain + "\n");
        yield return ("a doubled key", false, With("\"seq\":0", "\"seq\":0,\"seq\":0"));
        yield return ("a doubled key inside", false, Holding("""{"a":1,"a":1}"""));
        yield return ("keys out of order", false, Holding("""{"b":1,"a":1}"""));
        yield return ("a null", false, Holding("""{"a":null}"""));
        yield return ("a null where a word is due", false, With("\"type\":\"x\"", "\"type\":null"));
        yield return ("a fraction", false, Holding("""{"a":1.5}"""));
        yield return ("a fraction that is none", false, Holding("""{"a":1.0}"""));
        yield return ("an exponent", false, Holding("""{"a":1e3}"""));
        yield return ("minus zero", false, Holding("""{"a":-0}"""));
        yield return ("a leading zero", false, Holding("""{"a":01}"""));
        yield return ("a number above 2^53-1", false, Holding("""{"a":9007199254740992}"""));
        yield return ("a number of 400 digits", false, Holding($"{{\"a\":{new string('9', 400)}}}"));
        yield return ("NaN", false, Holding("""{"a":NaN}"""));
        yield return ("a needless escape", false, Holding("""{"a":"\u0041"}"""));
        yield return ("an escape in capitals", false, Holding("""{"a":"\u001F"}"""));
        yield return ("an escaped slash", false, Holding("""{"a":"\/"}"""));
        yield return ("half a surrogate, escaped", false, Holding("""{"a":"\ud800"}"""));
        yield return ("a pair of surrogates, escaped", false, Holding("""{"a":"\ud83d\ude00"}"""));
        yield return ("a raw control sign", false, Holding("{\"a\":\"\u0001\"}"));
        yield return ("a key in capitals", false, Holding("""{"A":1}"""));
        yield return ("a key of script", false, Holding("""{"__proto__":1}"""));
        yield return ("an empty key", false, Holding("""{"":1}"""));
        yield return ("a key of 33 signs", false, Holding($"{{\"{new string('a', 33)}\":1}}"));
        yield return ("a comma too many", false, Holding("""{"a":1,}"""));
        yield return ("a comment", false, Holding("""{"a":1/**/}"""));
        yield return ("single quotes", false, Holding("{'a':1}"));
        yield return ("data that is no object", false, Holding("[]"));
        yield return ("an unknown member", false, With(",\"v\":1", ",\"u\":1,\"v\":1"));
        yield return ("an unknown member of the actor", false, With(",\"via\"", ",\"name\":\"x\",\"via\""));
        yield return ("a missing member", false, With("\"type\":\"x\",", ""));
        yield return ("a nonce that is too short", false, With("AAAAAAAAAAAAAAAAAAAAAA==", "AAAAAAAAAAAAAAAAAAAA"));
        yield return ("a nonce with stray bits", false, With("AAAAAAAAAAAAAAAAAAAAAA==", "AAAAAAAAAAAAAAAAAAAAAB=="));
        yield return ("a place that is a word", false, With("\"seq\":0", "\"seq\":\"0\""));
        yield return ("a place below zero", false, With("\"seq\":0", "\"seq\":-1"));
        yield return ("a day that is none", false, With("2026-01-01", "2026-02-30"));
        yield return ("an hour that is none", false, With("T00:", "T24:"));
        yield return ("a second that is none", false, With(":00.000", ":60.000"));
        yield return ("the year nought", false, With("2026-", "0000-"));
        yield return ("a time without parts of a second", false, With(".000Z", "Z"));
        yield return ("a time with an offset", false, With(".000Z", ".000+00:00"));
        yield return ("a time in other digits", false, With("2026-", "２０２６-"));
        yield return ("no commitments, but a place for them", false, With("\"data\"", "\"cm\":{},\"data\""));
        yield return ("a commitment that is too short", false, With("\"data\"", "\"cm\":{\"body\":\"AAAA\"},\"data\""));
        yield return ("a chain without a matter", false, With("\"data\"", "\"cn\":1,\"data\""));
        yield return ("a matter without a chain", false, With("\"nonce\"", "\"matter\":\"202600000001\",\"nonce\""));
        yield return ("a second entry that names none before", false, Plain.Replace("\"data\"", "\"cn\":2,\"data\"", StringComparison.Ordinal).Replace("\"nonce\"", "\"matter\":\"202600000001\",\"nonce\"", StringComparison.Ordinal));
        yield return ("another suite", false, With("\"v\":1", "\"v\":2"));
        yield return ("a suite that is a flag", false, With("\"v\":1", "\"v\":true"));
        yield return ("too long", false, Holding($"{{\"a\":\"{new string('x', 16 * 1024)}\"}}"));
        yield return ("an array", false, "[]");
        yield return ("no JSON", false, "not json");
    }

    private static byte[] Bytes(string old, string now, params byte[] odd)
    {
        var text = Encoding.UTF8.GetBytes(Plain.Replace(old, now, StringComparison.Ordinal));
        var at = Array.IndexOf(text, (byte)'?');
        return [.. text[..at], .. odd, .. text[(at + 1)..]];
    }
}
