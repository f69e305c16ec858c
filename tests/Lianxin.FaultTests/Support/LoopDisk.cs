namespace Lianxin.FaultTests;

/// <summary>A disk of its own in a file: what was not made durable is in the machine's memory only, not in the file.</summary>
internal sealed class LoopDisk : IAsyncDisposable
{
    private readonly string _file;

    private LoopDisk(string file, string folder) => (_file, Folder) = (file, folder);

    /// <summary>Where it is mounted.</summary>
    internal string Folder { get; }

    /// <summary>Why this machine cannot make one; null when it can.</summary>
    internal static async Task<string?> WhyNot()
    {
        if (!Shell.IsRoot)
        {
            return "a loop device is mounted by root only";
        }

        try
        {
            await using var disk = await Make(16);
            return null;
        }
        catch (InvalidOperationException no)
        {
            return "loop devices are not allowed here: " + no.Message;
        }
    }

    /// <summary>An empty ext4 that writes nothing back by itself for five minutes.</summary>
    internal static async Task<LoopDisk> Make(int megabytes)
    {
        var file = Path.Combine(Path.GetTempPath(), $"lianxin-disk-{Guid.NewGuid():N}");
        await using (var made = File.Create(file))
        {
            made.SetLength(megabytes * 1024L * 1024L);
        }

        try
        {
            await Shell.Run("/usr/sbin/mkfs.ext4", "-q", "-F", "-m", "0", file);
            return await Mount(file);
        }
        catch (InvalidOperationException)
        {
            File.Delete(file);
            throw;
        }
    }

    /// <summary>What a power cut would leave at this instant, as a disk of its own.</summary>
    internal async Task<LoopDisk> AfterPowerCut()
    {
        var copy = _file + "-cut";
        await Shell.Run("cp", "--sparse=always", _file, copy);
        return await Mount(copy);
    }

    public async ValueTask DisposeAsync()
    {
        await Shell.Run("umount", "-l", Folder);
        Directory.Delete(Folder);
        File.Delete(_file);
    }

    private static async Task<LoopDisk> Mount(string file)
    {
        var folder = Directory.CreateTempSubdirectory("lianxin-mount-").FullName;
        try
        {
            await Shell.Run("mount", "-o", "loop,commit=300", file, folder);
        }
        catch (InvalidOperationException)
        {
            Directory.Delete(folder);
            throw;
        }

        return new LoopDisk(file, folder);
    }
}
