using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Lianxin.Vault;

/// <summary>Flushes a folder to the disk: a new file's name is only durable once its folder is. .NET opens no folders, hence libc.</summary>
internal static partial class DurableFolder
{
    private const int ReadOnlyDirectory = 0x10000;

    /// <summary>Returns when the folder's names are on the disk; throws when the system says no.</summary>
    internal static void Flush(string path)
    {
        var handle = Open(path, ReadOnlyDirectory);
        if (handle < 0)
        {
            throw new IOException($"The folder {path} cannot be opened.", new Win32Exception(Marshal.GetLastPInvokeError()));
        }

        var failed = Sync(handle) != 0;
        var error = Marshal.GetLastPInvokeError();
        _ = Close(handle);
        if (failed)
        {
            throw new IOException($"The folder {path} cannot be flushed.", new Win32Exception(error));
        }
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Sync(int handle);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int handle);
}
