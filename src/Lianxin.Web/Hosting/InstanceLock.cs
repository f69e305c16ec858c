namespace Lianxin.Web.Hosting;

/// <summary>One process writes to a data folder at a time: the lock lives exactly as long as the process that holds it.</summary>
public sealed class InstanceLock : IDisposable
{
    private readonly FileStream _file;

    private InstanceLock(FileStream file) => _file = file;

    /// <summary>Takes the folder, or gives null when another process has it.</summary>
    public static InstanceLock? TryTake(string folder)
    {
        try
        {
            return new InstanceLock(new FileStream(Path.Combine(folder, "lianxin.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            return null;
        }
    }

    /// <summary>Gives the folder back.</summary>
    public void Dispose() => _file.Dispose();
}
