using Lianxin.Foundation;
using Lianxin.Pictures;
using Lianxin.Vault;

namespace Lianxin.Web.Portal;

/// <summary>Takes photos from residents: each is rebuilt from its pixels (no metadata survives), then kept encrypted. At most two are rebuilt at once.</summary>
public sealed class PhotoIntake(FileVault files) : IDisposable
{
    /// <summary>Photos of one report or addition at most.</summary>
    public const int Most = 6;

    /// <summary>Bytes a whole upload may have.</summary>
    public const long MostBytes = 80L * 1024 * 1024;

    private readonly SemaphoreSlim _rebuilding = new(2, 2);

    /// <summary>Keeps the uploads that are pictures; of the others, says the text key why not, by file.</summary>
    public async Task<(IReadOnlyList<KeptFile> Kept, IReadOnlyList<string> Wrong)> Keep(IReadOnlyList<IFormFile> uploads, int room, CancellationToken stop)
    {
        var kept = new List<KeptFile>();
        var wrong = new List<string>();
        foreach (var upload in uploads.Where(u => u.Length > 0 || u.FileName.Length > 0))
        {
            if (kept.Count == room)
            {
                wrong.Add("photo.too_many");
                break;
            }

            try
            {
                kept.Add(await Keep(upload, stop));
            }
            catch (PictureRefusedException no)
            {
                wrong.Add("photo." + Database.Conventions.Text(no.Code));
            }
        }

        return (kept, wrong);
    }

    /// <summary>Keeps one picture from its bytes; a <see cref="PictureRefusedException"/> says why not.</summary>
    public Task<KeptFile> Keep(ReadOnlyMemory<byte> bytes, CancellationToken stop) => Keep(bytes.Length, () => Task.FromResult(bytes), stop);

    /// <summary>Takes kept pictures away that no entry will name.</summary>
    public void Discard(IEnumerable<KeptFile> kept)
    {
        foreach (var file in kept)
        {
            files.Remove(file.Name);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _rebuilding.Dispose();

    private Task<KeptFile> Keep(IFormFile upload, CancellationToken stop) => Keep(
        upload.Length,
        async () =>
        {
            using var bytes = new MemoryStream((int)upload.Length);
            await upload.CopyToAsync(bytes, stop);
            return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
        },
        stop);

    // Read only when it is this one's turn: uploads that wait stay out of memory.
    private async Task<KeptFile> Keep(long length, Func<Task<ReadOnlyMemory<byte>>> read, CancellationToken stop)
    {
        if (length > PictureLimits.Default.MaxBytes)
        {
            throw new PictureRefusedException(PictureRefusal.TooManyBytes);
        }

        await _rebuilding.WaitAsync(stop);
        RebuiltPicture picture;
        try
        {
            var bytes = await read();
            picture = await Task.Run(() => PictureRebuild.Rebuild(bytes.Span, PictureLimits.Default), stop);
        }
        finally
        {
            _rebuilding.Release();
        }

        return await files.Keep(picture.Bytes, picture.ContentType);
    }
}
