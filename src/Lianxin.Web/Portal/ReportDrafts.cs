using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.People;
using Lianxin.Vault;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Web.Portal;

/// <summary>Reports being written, from the first photo to the receipt. Who holds the token holds the draft; a sent draft gives its one receipt again.</summary>
public sealed class ReportDrafts(Journal journal, LianxinDatabase database, MatterIntake intake, FileVault files, Secrets secrets, TimeProvider time)
{
    /// <summary>How long a draft lives.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(1);

    /// <summary>Begins a draft; gives the token.</summary>
    public async Task<string> Begin()
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        await journal.Write(PortalActors.Anybody, work =>
        {
            work.Add(new ReportDraft { Key = SessionToken.Hash(token), At = work.Now });
            return Task.CompletedTask;
        });
        return token;
    }

    /// <summary>The draft of a token; null when there is none or it is too old.</summary>
    public async Task<ReportDraft?> Find(string? token)
    {
        if (token is not { Length: 32 })
        {
            return null;
        }

        var key = SessionToken.Hash(token);
        var oldest = time.GetUtcNow().UtcDateTime - Life;
        await using var db = database.Read();
        return await db.Set<ReportDraft>().FirstOrDefaultAsync(d => d.Key == key && d.At > oldest);
    }

    /// <summary>Changes a draft that was not sent.</summary>
    public Task Change(string token, Action<ReportDraft> change) => journal.Write(PortalActors.Anybody, async work =>
    {
        var draft = await work.Find<ReportDraft>(SessionToken.Hash(token)) ?? throw PortalRefusals.DraftGone();
        if (draft.Receipt is not null)
        {
            throw PortalRefusals.SentBefore();
        }

        change(draft);
    });

    /// <summary>Takes one photo out of the draft and out of the file folder.</summary>
    public async Task RemovePhoto(string token, ReportDraft draft, int place)
    {
        var photos = PhotosOf(draft);
        if (place >= 0 && place < photos.Count)
        {
            await Change(token, d => d.Photos = Written([.. photos.Where((_, i) => i != place)]));
            files.Remove(photos[place].Name);
        }
    }

    /// <summary>Sends the report, once: a second sending, at the same time or later, gives the same link.</summary>
    public async Task<string> Send(string token, SubmitMatter input)
    {
        var key = SessionToken.Hash(token);
        try
        {
            var receipt = await intake.Submit(input, PortalActors.Anybody, (work, made) => Close(work, key, made));
            return receipt.Link;
        }
        catch (RefusedException no) when (no.Code == PortalRefusals.SentBefore().Code)
        {
            // Asked in the writer: the sending that was first may not be committed yet.
            var sent = await journal.Write(PortalActors.Anybody, async work => await work.Find<ReportDraft>(key));
            return (sent is null ? null : ReceiptOf(sent))?.Link ?? throw PortalRefusals.DraftGone();
        }
    }

    /// <summary>Link and code of a sent draft; null while it is not sent.</summary>
    public (string Link, string Code)? ReceiptOf(ReportDraft draft)
    {
        if (draft.Receipt is not { } receipt)
        {
            return null;
        }

        var parts = Encoding.ASCII.GetString(secrets.Open("draft", Owner(draft.Key), receipt)).Split(' ');
        return (parts[0], parts[1]);
    }

    /// <summary>The photos of a draft.</summary>
    public static IReadOnlyList<KeptFile> PhotosOf(ReportDraft draft) => JsonSerializer.Deserialize<List<KeptFile>>(draft.Photos) ?? [];

    /// <summary>Photos as a draft keeps them.</summary>
    public static string Written(IReadOnlyList<KeptFile> photos) => JsonSerializer.Serialize(photos);

    private async Task Close(Work work, byte[] key, MatterReceipt made)
    {
        var draft = await work.Find<ReportDraft>(key) ?? throw PortalRefusals.DraftGone();
        if (draft.Receipt is not null)
        {
            throw PortalRefusals.SentBefore();
        }

        draft.Receipt = secrets.Seal("draft", Owner(key), Encoding.ASCII.GetBytes($"{made.Link} {made.Code}"));
        draft.Body = "";
        draft.Spot = null;
        draft.Photos = "[]";
    }

    private static Guid Owner(byte[] key) => new(key.AsSpan(0, 16));
}
