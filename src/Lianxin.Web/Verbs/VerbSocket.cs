using System.Net.Sockets;
using System.Text;

namespace Lianxin.Web.Verbs;

/// <summary>
/// Where the server that holds a data folder listens for verbs: <c>lianxin.sock</c> in the folder. The system takes no socket path beyond
/// 108 bytes, so a deeper folder names, in <c>lianxin.sock.path</c>, a socket in a private folder of the system's temp folder.
/// </summary>
internal static class VerbSocket
{
    /// <summary>sun_path holds 108 bytes with the closing zero on Linux, 104 elsewhere.</summary>
    private const int LongestPath = 100;

    private const string TempPrefix = "lianxin-socket-";

    /// <summary>Listens for this user only; what a server that died left behind is replaced. The caller holds the instance lock.</summary>
    internal static (Socket Listener, string Path) Listen(string folder)
    {
        Remove(folder);
        var path = Direct(folder);
        if (!Fits(path))
        {
            path = Path.Combine(Directory.CreateTempSubdirectory(TempPrefix).FullName, "verbs");
            File.WriteAllText(Pointer(folder), path);
        }

        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(path));

        // Nobody can connect before Listen: the file is private by then.
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        socket.Listen(16);
        return (socket, path);
    }

    /// <summary>Connects to the folder's server; null when none listens.</summary>
    internal static async Task<Socket?> Connect(string folder, CancellationToken stop)
    {
        if (Find(folder) is not { } path)
        {
            return null;
        }

        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), stop);
            return socket;
        }
        catch (SocketException fault) when (fault.SocketErrorCode is not SocketError.AccessDenied)
        {
            // Left behind by a server that died, or not yet listening.
            socket.Dispose();
            return null;
        }
    }

    /// <summary>Takes the socket away, wherever it lies.</summary>
    internal static void Remove(string folder)
    {
        if (File.Exists(Pointer(folder)))
        {
            var path = File.ReadAllText(Pointer(folder));
            File.Delete(Pointer(folder));
            if (Path.GetDirectoryName(path) is { } own && Path.GetFileName(own).StartsWith(TempPrefix, StringComparison.Ordinal) && Directory.Exists(own))
            {
                Directory.Delete(own, recursive: true);
            }
        }

        if (Fits(Direct(folder)))
        {
            File.Delete(Direct(folder));
        }
    }

    private static string? Find(string folder)
    {
        if (File.Exists(Pointer(folder)))
        {
            return File.ReadAllText(Pointer(folder));
        }

        return Fits(Direct(folder)) && File.Exists(Direct(folder)) ? Direct(folder) : null;
    }

    private static bool Fits(string path) => Encoding.UTF8.GetByteCount(path) <= LongestPath;

    private static string Direct(string folder) => Path.Combine(folder, "lianxin.sock");

    private static string Pointer(string folder) => Path.Combine(folder, "lianxin.sock.path");
}
