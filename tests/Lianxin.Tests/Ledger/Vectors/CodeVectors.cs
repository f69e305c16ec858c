using System.Text.Json.Nodes;
using Lianxin.Ledger;

namespace Lianxin.Tests.Ledger.Vectors;

/// <summary>Codes that are read out: of hashes, and as people type them.</summary>
public static class CodeVectors
{
    public static JsonObject Make()
    {
        var of = new JsonArray();
        foreach (var hash in new[] { new byte[32], [.. Enumerable.Repeat((byte)255, 32)], FixedLog.Bytes("a"), FixedLog.Bytes("b"), FixedLog.Bytes("c") })
        {
            of.Add(new JsonObject { ["hash"] = Convert.ToBase64String(hash), ["code"] = SpokenCode.Of(hash).ToString() });
        }

        var read = new JsonArray();
        foreach (var typed in Typed())
        {
            read.Add(new JsonObject { ["typed"] = typed, ["code"] = SpokenCode.TryParse(typed, out var code) ? code.ToString() : null });
        }

        return new JsonObject { ["of"] = of, ["read"] = read };
    }

    private static IEnumerable<string> Typed()
    {
        var code = SpokenCode.Of(FixedLog.Bytes("spoken 9")).ToString();
        yield return code;
        yield return code.ToLowerInvariant();
        yield return code.Replace('-', ' ');
        yield return code.Replace("-", "", StringComparison.Ordinal);
        yield return code.Replace('0', 'O').Replace('1', 'l');
        yield return code.Replace('0', 'o').Replace('1', 'I');
        yield return string.Concat(code.Select(c => c == '-' ? '—' : (char)(c + 0xFEE0)));
        yield return " " + code + "\u3000\n";
        yield return code[..^1];
        yield return code + "0";
        yield return code[..^1] + (code[^1] == '7' ? '8' : '7');
        yield return $"{code[1]}{code[0]}{code[2..]}";
        yield return $"{(code[0] == 'Z' ? 'Y' : 'Z')}{code[1..]}";
        yield return "U" + code[1..];
        yield return "收" + code[1..];
        yield return "😀" + code;
        yield return "ſ" + code[1..];
        yield return "";
    }
}
