using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Lianxin.Web.Bench;

/// <summary>One kept-open HTTP connection on a plain socket: sends bytes that are ready and reads one answer, at the least cost a client can have.</summary>
internal sealed class RawConnection : IDisposable
{
    private readonly byte[] _buffer = new byte[512 * 1024];
    private int _filled;

    internal RawConnection(int port)
    {
        Socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        Socket.Connect(new IPEndPoint(IPAddress.Loopback, port));
    }

    internal Socket Socket { get; }

    /// <summary>The status of the last whole answer.</summary>
    internal int Status { get; private set; }

    internal string Answer => Encoding.UTF8.GetString(_buffer, 0, _filled);

    internal static byte[] Get(string path, string? session = null) => Encoding.ASCII.GetBytes(
        $"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Language: zh-Hans\r\n{(session is null ? "" : $"Cookie: lx-session={session}\r\n")}\r\n");

    internal static byte[] Post(string path, string key, string idempotency, string json)
    {
        var body = Encoding.UTF8.GetBytes(json);
        return
        [
            .. Encoding.ASCII.GetBytes(
                $"POST {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {key}\r\nIdempotency-Key: {idempotency}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n"),
            .. body,
        ];
    }

    internal void Send(byte[] request)
    {
        _filled = 0;
        for (var sent = 0; sent < request.Length;)
        {
            sent += Socket.Send(request.AsSpan(sent));
        }
    }

    /// <summary>Reads what has come; true when the answer is whole.</summary>
    internal bool Read()
    {
        var read = Socket.Receive(_buffer.AsSpan(_filled));
        if (read == 0)
        {
            throw new IOException("The server closed the connection.");
        }

        _filled += read;
        var answer = _buffer.AsSpan(0, _filled);
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0)
        {
            return false;
        }

        Status = int.Parse(answer.Slice(9, 3), CultureInfo.InvariantCulture);
        var at = answer[..head].IndexOf("Content-Length: "u8);
        if (at < 0)
        {
            return Status is 204 or 304 || answer.EndsWith("\r\n0\r\n\r\n"u8);
        }

        var digits = answer[(at + 16)..head];
        var end = digits.IndexOf((byte)'\r');
        return _filled >= head + 4 + int.Parse(end < 0 ? digits : digits[..end], CultureInfo.InvariantCulture);
    }

    /// <summary>Asks and waits for the whole answer.</summary>
    internal int Ask(byte[] request)
    {
        Send(request);
        while (!Read())
        {
        }

        return Status;
    }

    public void Dispose() => Socket.Dispose();
}
