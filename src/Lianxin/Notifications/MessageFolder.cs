using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Lianxin.Vault;

namespace Lianxin.Notifications;

/// <summary>
/// A message is a file for the district's own gateway: <c>ID.json</c> with number, words and destination, readable by the owner only.
/// It is written into <c>staged/</c>, then renamed into the folder. What the gateway could not deliver it moves into <c>failed/</c>.
/// </summary>
public sealed class MessageFolder(string folder) : IMessageChannel
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    private const UnixFileMode OwnersFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private string Staged => Path.Combine(folder, "staged");

    private string Failed => Path.Combine(folder, "failed");

    /// <inheritdoc/>
    public async Task Stage(OutMessage message)
    {
        Make(folder);
        Make(Staged);
        Make(Failed);
        var path = PathIn(Staged, message.Id);
        await using (var stream = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        }))
        {
            await JsonSerializer.SerializeAsync(stream, message, Form);
            stream.Flush(flushToDisk: true);
        }

        DurableFolder.Flush(Staged);
    }

    /// <inheritdoc/>
    public void Release(IReadOnlyList<Guid> messages)
    {
        foreach (var message in messages)
        {
            // Gone from where it was staged means: let go before this server was broken off.
            if (File.Exists(PathIn(Staged, message)))
            {
                File.Move(PathIn(Staged, message), PathIn(folder, message));
            }
        }

        DurableFolder.Flush(folder);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Guid> GivenBack() => !Directory.Exists(Failed) ? [] :
    [
        .. Directory.EnumerateFiles(Failed, "*.json").Take(1000)
            .Select(file => Guid.TryParseExact(Path.GetFileNameWithoutExtension(file), "N", out var id) ? id : (Guid?)null).OfType<Guid>().Order(),
    ];

    /// <inheritdoc/>
    public void Forget(Guid message) => File.Delete(PathIn(Failed, message));

    /// <inheritdoc/>
    public void Erase(Guid message)
    {
        foreach (var place in new[] { Staged, folder, Failed }.Where(Directory.Exists))
        {
            File.Delete(PathIn(place, message));
        }
    }

    private static void Make(string path)
    {
        if (!Directory.Exists(path))
        {
            Directory.CreateDirectory(path, OwnersFolder);
        }
    }

    private static string PathIn(string folder, Guid message) => Path.Combine(folder, $"{message:N}.json");
}
