using System.Security.Cryptography;
using System.Text;

namespace Lianxin.Ledger;

/// <summary>
/// The page in which a resident checks a receipt without network or account (P6): one file, allowed to load nothing. It may carry a
/// policy, so that nobody has to look for a second file; the code on the notice board then shows whose policy it is.
/// </summary>
public static class OfflineVerifier
{
    private const string Place = "<script type=\"text/plain\" id=\"policy\">";

    /// <summary>The page without a policy.</summary>
    public static string Page { get; } = Load();

    /// <summary>The page's own content security policy, for the header of the route that serves it; only its one script and style run.</summary>
    public static string ContentSecurityPolicy => Sealing(Page);

    /// <summary>The page with the policy inside; throws <see cref="FormatException"/> when the policy is none or could end its element.</summary>
    public static string With(string policy)
    {
        _ = LedgerPolicy.Parse(policy);
        return policy.Contains('<', StringComparison.Ordinal)
            ? throw new FormatException("A policy inside a page holds no markup.")
            : Page.Replace(Place, Place + "\n" + policy, StringComparison.Ordinal);
    }

    /// <summary>The content security policy that fits a page's script and style as they stand.</summary>
    internal static string Sealing(string page) =>
        $"default-src 'none'; script-src '{Digest(page, "<script>", "</script>")}'; style-src '{Digest(page, "<style>", "</style>")}'; base-uri 'none'; form-action 'none'";

    private static string Digest(string page, string open, string close)
    {
        var start = page.IndexOf(open, StringComparison.Ordinal) + open.Length;
        var end = page.IndexOf(close, start, StringComparison.Ordinal);
        return "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(page[start..end])));
    }

    private static string Load()
    {
        using var stream = typeof(OfflineVerifier).Assembly.GetManifestResourceStream("Lianxin.Ledger.verify.html")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
