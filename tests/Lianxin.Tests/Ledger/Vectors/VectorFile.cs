using System.Diagnostics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Lianxin.Tests.Docs;

namespace Lianxin.Tests.Ledger.Vectors;

/// <summary>A file of tests/vectors/ledger: made here, kept in the repository, and given to the other two verifiers.</summary>
public static class VectorFile
{
    private static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public static void IsFresh(string name, JsonNode made) => MadePage.IsFresh($"tests/vectors/ledger/{name}.json", made.ToJsonString(Written) + "\n");

    /// <summary>Text as it stands where it is text, else base64 under another key.</summary>
    public static void Put(this JsonObject into, string key, byte[]? bytes)
    {
        if (bytes is null)
        {
            return;
        }

        try
        {
            into[key] = Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            into[key + "_b64"] = Convert.ToBase64String(bytes);
        }
    }

    /// <summary>What tools/verify-receipt.py says about every vector, in the vectors' own form.</summary>
    public static async Task<string> SaidByPython()
    {
        var start = new ProcessStartInfo("python3", ["-B", SourceTree.At("tests/vectors/ledger/run.py")]) { RedirectStandardOutput = true };
        using var python = Process.Start(start)!;
        var said = await python.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await python.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, python.ExitCode);
        return said;
    }
}
