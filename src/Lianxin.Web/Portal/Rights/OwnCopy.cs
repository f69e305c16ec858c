using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Ledger;
using Lianxin.Matters;
using Lianxin.Texts;
using Lianxin.Vault;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Web.Portal;

/// <summary>What goes into a copy: the matter's number, the contact, the person's own words, and who looked.</summary>
public sealed record CopyOf(string Number, IReadOnlyDictionary<string, string> Contact, IReadOnlyList<TimelineItem> Own, IReadOnlyList<(DateOnly On, string Unit, string Why)> Looks);

/// <summary>
/// A copy of one's own data to take away (个人信息保护法 art. 45): a ZIP with a page that any browser shows, the same as JSON for programs, and
/// the photos. Made in memory and given to this one answer; its names hold numbers only.
/// </summary>
public sealed class OwnCopy(FactCatalogue catalogue, FileVault files)
{
    /// <summary>Photos in a copy at most; all of them stand on the page.</summary>
    public const int MostPhotos = 60;

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The parts of a thread that come from the person: the report itself, whoever wrote it down, and what the person did.</summary>
    public static IReadOnlyList<TimelineItem> Of(IEnumerable<TimelineItem> thread) =>
        [.. MatterTimeline.ForThePerson(thread).Where(i => i.Cn == 1 || i.By == Conventions.Text(ActorKind.Resident))];

    /// <summary>The version of the privacy notice that the report names; null for none.</summary>
    public async Task<PrivacyNotice?> NoticeOf(LianxinDb db, long matter)
    {
        var bytes = await db.FactEntries.Where(e => e.Matter == matter && e.Cn == 1).Select(e => e.Bytes).SingleAsync();
        return catalogue.Read(EntryReader.Read(bytes)) is MatterReceived { Notice: { } version } ? PrivacyNotices.Find(version) : null;
    }

    /// <summary>The ZIP.</summary>
    public async Task<byte[]> Make(LianxinDb db, CopyOf copy, CultureInfo language, CancellationToken stop)
    {
        var seqs = copy.Own.Where(i => i.Photos.Count > 0).Select(i => i.Seq).ToList();
        var photos = await db.Set<StoredFile>().AsNoTracking().Where(f => seqs.Contains(f.Seq) && f.Wrapped != null).OrderBy(f => f.Seq).ThenBy(f => f.Path).Take(MostPhotos).ToListAsync(stop);
        var names = photos.ToDictionary(f => (f.Seq, f.Path), f => $"photos/{f.Seq}-{f.Path}.{(f.MediaType == "image/png" ? "png" : "jpg")}");
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            await Put(zip, "index.html", Encoding.UTF8.GetBytes(Page(copy, names, language)), stop);
            await Put(zip, "data.json", JsonSerializer.SerializeToUtf8Bytes(Plain(copy, names, language), Json), stop);
            foreach (var photo in photos)
            {
                await Put(zip, names[(photo.Seq, photo.Path)], await files.Read(photo), stop);
            }
        }

        return stream.ToArray();
    }

    private static IEnumerable<string> PhotosOf(TimelineItem item, IReadOnlyDictionary<(long, string), string> names) =>
        item.Photos.Select(p => names.GetValueOrDefault((item.Seq, p))).OfType<string>();

    private static async Task Put(ZipArchive zip, string name, byte[] bytes, CancellationToken stop)
    {
        await using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        await entry.WriteAsync(bytes, stop);
    }

    private static object Plain(CopyOf copy, IReadOnlyDictionary<(long, string), string> names, CultureInfo language) => new
    {
        number = copy.Number,
        contact = copy.Contact,
        words = copy.Own.Select(i => new { at = i.At, what = i.Title(language), texts = i.Words.Where(w => w.Text is not null).Select(w => w.Text), photos = PhotosOf(i, names) }),
        looks = copy.Looks.Select(l => new { on = l.On, unit = l.Unit, why = l.Why }),
    };

    private static string Page(CopyOf copy, IReadOnlyDictionary<(long, string), string> names, CultureInfo language)
    {
        string Say(string key, params object[] arguments) => Html.Encode(Words.Get(key, language, arguments));
        var page = new StringBuilder("<!doctype html><html lang=\"").Append(language.Name).Append("\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>")
            .Append(Say("portal.data.title")).Append("</title><style>body{font:1.1rem/1.7 sans-serif;max-width:44rem;margin:1rem auto;padding:0 1rem}img{max-width:100%}dt{font-weight:700}p{white-space:pre-line}</style><h1>")
            .Append(Say("portal.data.title")).Append("</h1><p>").Append(Say("portal.matter.title", Words.Number(copy.Number))).Append("</p><h2>").Append(Say("portal.data.contact")).Append("</h2><dl>");
        foreach (var (path, value) in copy.Contact)
        {
            page.Append("<dt>").Append(Say("portal.data.field." + path)).Append("</dt><dd>").Append(Html.Encode(value)).Append("</dd>");
        }

        page.Append("</dl><h2>").Append(Say("portal.data.words")).Append("</h2>");
        foreach (var item in copy.Own)
        {
            page.Append("<h3>").Append(Html.Encode($"{Words.Instant(item.At, language)} {item.Title(language)}")).Append("</h3>");
            item.Words.Where(w => w.Text is not null).ToList().ForEach(w => page.Append("<p>").Append(Html.Encode(w.Text!)).Append("</p>"));
            PhotosOf(item, names).ToList().ForEach(name => page.Append("<p><img alt=\"\" src=\"").Append(name).Append("\"></p>"));
        }

        page.Append("<h2>").Append(Say("portal.looks.title")).Append("</h2><ul>");
        foreach (var (on, unit, why) in copy.Looks)
        {
            page.Append("<li>").Append(Html.Encode($"{Words.Day(on, language)} · {unit} · {why}")).Append("</li>");
        }

        return page.Append("</ul></html>").ToString();
    }
}
