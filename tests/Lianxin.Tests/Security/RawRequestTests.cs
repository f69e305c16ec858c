using Lianxin.Tests.Support;

namespace Lianxin.Tests.Security;

/// <summary>Requests as no browser writes them, byte by byte to the real server.</summary>
public sealed class RawRequestTests(LiveServer server) : IClassFixture<LiveServer>
{
    private const string Host = "Host: localhost\r\n";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, int> Requests => new()
    {
        { "TRACE", "TRACE / HTTP/1.1\r\n" + Host + "\r\n", 405 },
        { "CONNECT", "CONNECT localhost:443 HTTP/1.1\r\n" + Host + "\r\n", 400 },
        { "unknown method", "BREW / HTTP/1.1\r\n" + Host + "\r\n", 405 },
        { "method in small letters", "get / HTTP/1.1\r\n" + Host + "\r\n", 405 },
        { "a method by header is not heard", "GET /version HTTP/1.1\r\n" + Host + "X-HTTP-Method-Override: DELETE\r\n\r\n", 200 },
        { "no host", "GET / HTTP/1.1\r\n\r\n", 400 },
        { "two hosts", "GET / HTTP/1.1\r\n" + Host + "Host: example.invalid\r\n\r\n", 400 },
        { "bad host", "GET / HTTP/1.1\r\nHost: a b\r\n\r\n", 400 },
        { "two lengths that differ", "POST /track HTTP/1.1\r\n" + Host + "Content-Length: 4\r\nContent-Length: 9\r\n\r\nabcdefghi", 400 },
        { "a length in a list", "POST /track HTTP/1.1\r\n" + Host + "Content-Length: 4, 4\r\n\r\nabcd", 400 },
        { "a negative length", "POST /track HTTP/1.1\r\n" + Host + "Content-Length: -1\r\n\r\n", 400 },
        { "a length with a sign", "POST /track HTTP/1.1\r\n" + Host + "Content-Length: +4\r\n\r\nabcd", 400 },
        { "a length beyond all numbers", "POST /track HTTP/1.1\r\n" + Host + "Content-Length: 99999999999999999999\r\n\r\n", 400 },
        { "an unknown transfer coding", "POST /track HTTP/1.1\r\n" + Host + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", 400 },
        { "chunked not last", "POST /track HTTP/1.1\r\n" + Host + "Transfer-Encoding: chunked, gzip\r\n\r\n0\r\n\r\n", 400 },
        { "a chunk that is no number", "POST /track HTTP/1.1\r\n" + Host + "Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n", 400 },
        { "space before the colon", "GET / HTTP/1.1\r\n" + Host + "X-A : b\r\n\r\n", 400 },
        { "a folded header", "GET / HTTP/1.1\r\n" + Host + "X-A: b\r\n c\r\n\r\n", 400 },
        { "a nul in a header", "GET / HTTP/1.1\r\n" + Host + "X-A: b\0c\r\n\r\n", 400 },
        { "a nul in the path", "GET /a\0b HTTP/1.1\r\n" + Host + "\r\n", 400 },
        { "an encoded nul in the path", "GET /a%00b HTTP/1.1\r\n" + Host + "\r\n", 400 },
        { "letters above ASCII in the path", "GET /\u00E4 HTTP/1.1\r\n" + Host + "\r\n", 400 },
        { "no version", "GET /\r\n\r\n", 400 },
        { "version 3", "GET / HTTP/3.0\r\n" + Host + "\r\n", 505 },
        { "a line of ten thousand letters", "GET /" + new string('a', 10_000) + " HTTP/1.1\r\n" + Host + "\r\n", 414 },
        { "a hundred headers", "GET / HTTP/1.1\r\n" + Host + string.Concat(Enumerable.Range(0, 100).Select(i => $"X-{i}: a\r\n")) + "\r\n", 431 },
        { "a header of twenty thousand letters", "GET / HTTP/1.1\r\n" + Host + "X-A: " + new string('a', 20_000) + "\r\n\r\n", 431 },
        { "a body announced too large", "POST /track HTTP/1.1\r\n" + Host + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 2000000\r\n\r\n", 413 },
        { "TLS to a plain port", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00FC\u0003\u0003\r\n\r\n", 400 },
        { "an address of another site", "GET http://example.invalid/ HTTP/1.1\r\n" + Host + "\r\n", 400 },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task A_request_that_breaks_the_protocol_is_refused(string name, string bytes, int status)
    {
        var answer = await server.Say(bytes, Stop);
        Assert.True(answer.StartsWith($"HTTP/1.1 {status} ", StringComparison.Ordinal), $"{name}: {answer[..Math.Min(120, answer.Length)]}");
        Assert.DoesNotContain("Server:", answer, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("   at ", answer, StringComparison.Ordinal);
        Assert.True((await server.Say("GET /healthz HTTP/1.1\r\n" + Host + "Connection: close\r\n\r\n", Stop)).StartsWith("HTTP/1.1 200", StringComparison.Ordinal), name);
    }

    [Fact]
    public async Task Cve_2025_55315_A_request_hidden_in_the_body_of_another_is_never_answered()
    {
        var inner = "GET /version HTTP/1.1\r\n" + Host + "\r\n";
        foreach (var smuggled in new[]
        {
            $"POST /track HTTP/1.1\r\n{Host}Content-Length: {inner.Length}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n{inner}",
            $"POST /track HTTP/1.1\r\n{Host}Transfer-Encoding: chunked\r\n\r\n2;\n{inner.Length:x}\r\n0\r\n\r\n{inner}",
            $"POST /track HTTP/1.1\r\n{Host}Transfer-Encoding: chunked\r\n\r\n0;a=\"\n\"\r\n\r\n{inner}",
            $"POST /track HTTP/1.1\r\n{Host}Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n{inner}",
        })
        {
            var answer = await server.Say(smuggled, Stop);
            Assert.True(answer.Split("HTTP/1.1 ").Length <= 2, answer);
            Assert.DoesNotContain("HTTP/1.1 200", answer, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Only_the_named_hosts_are_answered_when_the_site_names_them()
    {
        var named = await LiveServer.With(("AllowedHosts", "lianxin.test"));
        await using var ended = named.ConfigureAwait(false);
        Assert.StartsWith("HTTP/1.1 200", await named.Say("GET / HTTP/1.1\r\nHost: lianxin.test\r\nConnection: close\r\n\r\n", Stop), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 400", await named.Say("GET / HTTP/1.1\r\nHost: example.invalid\r\nConnection: close\r\n\r\n", Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_of_an_ordinary_page_is_cut_off_at_one_megabyte_and_a_photo_route_takes_more()
    {
        using var client = server.Client();
        // The answer is waited for before the body is sent: the server hangs up on what it refused.
        using var large = new HttpRequestMessage(HttpMethod.Post, "/track") { Content = new ByteArrayContent(new byte[1_200_000]) };
        large.Headers.ExpectContinue = true;
        using var ordinary = await client.SendAsync(large, Stop);
        Assert.Equal(413, (int)ordinary.StatusCode);
        using var photos = await client.PostAsync(new Uri("/report", UriKind.Relative), new MultipartFormDataContent { { new ByteArrayContent(new byte[1_200_000]), "Upload", "a.jpg" } }, Stop);
        Assert.Equal(400, (int)photos.StatusCode);
    }
}
