using System.Text.RegularExpressions;
using Lianxin.Ledger;
using Lianxin.Tests.Docs;
using Lianxin.Tests.Ledger.Vectors;

namespace Lianxin.Tests.Ledger;

public sealed partial class OfflineVerifierTests
{
    private const string File = "src/Lianxin/Ledger/Verifier/verify.html";

    [Fact]
    public void The_page_runs_exactly_its_own_script_and_style()
    {
        var page = System.IO.File.ReadAllText(SourceTree.At(File));
        MadePage.IsFresh(File, Sealed().Replace(page, $"http-equiv=\"Content-Security-Policy\" content=\"{OfflineVerifier.Sealing(page)}\""));
        Assert.Equal(page, OfflineVerifier.Page);
        Assert.Contains(OfflineVerifier.ContentSecurityPolicy, page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_names_no_address_and_no_way_to_reach_one()
    {
        var page = OfflineVerifier.Page;
        foreach (var way in (string[])["http:", "https:", "//www", "fetch(", "XMLHttpRequest", "WebSocket", "sendBeacon", "import(", " src=", " href=", "url(", "innerHTML", "eval("])
        {
            Assert.DoesNotContain(way, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_policy_travels_inside_the_page_and_cannot_leave_its_element()
    {
        var policy = FixedLog.Policy();
        Assert.Contains(policy, OfflineVerifier.With(policy), StringComparison.Ordinal);
        Assert.Contains(OfflineVerifier.ContentSecurityPolicy, OfflineVerifier.With(policy), StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => OfflineVerifier.With("# </script><script>\n" + policy));
        Assert.Throws<FormatException>(() => OfflineVerifier.With("nothing"));
    }

    [Fact]
    public void Every_language_has_a_sentence_for_every_result()
    {
        foreach (var result in Enum.GetValues<ReceiptResult>())
        {
            Assert.Equal(4, Regex.Count(OfflineVerifier.Page, $"^ +\"{result.Name()}\": \"[^\"]{{10,}}\"", RegexOptions.NonBacktracking | RegexOptions.Multiline));
        }
    }

    [GeneratedRegex("http-equiv=\"Content-Security-Policy\" content=\"[^\"]*\"", RegexOptions.NonBacktracking)]
    private static partial Regex Sealed();
}
