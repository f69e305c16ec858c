using System.Text.Json;
using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Vault;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Web.Hosting;

/// <summary>What was kept of one form: its fields, when, and whether the officer put it away.</summary>
public sealed record KeptFields(IReadOnlyDictionary<string, string[]> Fields, DateTime At, bool ByHand)
{
    private const int Sentence = 8;

    /// <summary>What was really written, not chosen: shown in full, so that nothing is lost on a page whose form changed meanwhile.</summary>
    public IEnumerable<string> Written => Fields.Values.SelectMany(v => v).Where(v => v.EnumerateRunes().Count() >= Sentence && !Guid.TryParse(v, out _)).Distinct();
}

/// <summary>Keeps forms that were not sent: drafts, and what an ended session would have lost. Sealed, bound to the officer, never in an address.</summary>
public sealed class KeptForms(Journal journal, LianxinDatabase database, Secrets secrets, TimeProvider time)
{
    /// <summary>How long a form is kept.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(3);

    private const string Kind = "kept-form";
    private const int MostFields = 200;
    private const int MostCharacters = 100_000;

    /// <summary>Whether the page's form may be kept: forms of the console, but no passwords.</summary>
    public static bool Takes(PathString path) =>
        path.StartsWithSegments("/console") && !path.StartsWithSegments("/console/account") && !path.StartsWithSegments("/console/drafts");

    /// <summary>Keeps the form of a page; false when it is too large.</summary>
    public async Task<bool> Keep(Guid officer, string path, IFormCollection form, bool byHand)
    {
        var fields = form.Where(f => f.Key is not "_form" and not "handler").ToDictionary(f => f.Key, f => f.Value.OfType<string>().ToArray());
        if (fields.Count is 0 or > MostFields || fields.Sum(f => f.Key.Length + f.Value.Sum(v => v.Length)) > MostCharacters)
        {
            return false;
        }

        var kept = secrets.Seal(Kind, officer, JsonSerializer.SerializeToUtf8Bytes(fields));
        await journal.Write(Actor.System(Via.Web), async work =>
        {
            if (await (await work.Db()).Set<KeptForm>().SingleOrDefaultAsync(k => k.Officer == officer && k.Path == path) is { } row)
            {
                (row.Sealed, row.ByHand, row.At) = (kept, byHand, work.Now);
                return;
            }

            work.Add(new KeptForm { Officer = officer, Path = path, Sealed = kept, ByHand = byHand, At = work.Now });
        });
        return true;
    }

    /// <summary>What was kept for the officer's page; null for nothing.</summary>
    public async Task<KeptFields?> Find(Guid officer, string path)
    {
        var oldest = time.GetUtcNow().UtcDateTime - Life;
        await using var db = database.Read();
        return await db.Set<KeptForm>().FirstOrDefaultAsync(k => k.Officer == officer && k.Path == path && k.At > oldest) is { } row
            ? new KeptFields(JsonSerializer.Deserialize<Dictionary<string, string[]>>(secrets.Open(Kind, officer, row.Sealed))!, row.At, row.ByHand)
            : null;
    }

    /// <summary>The pages of which the officer has unsent forms, newest first.</summary>
    public async Task<IReadOnlyList<(string Path, DateTime At, bool ByHand)>> Of(Guid officer)
    {
        var oldest = time.GetUtcNow().UtcDateTime - Life;
        await using var db = database.Read();
        var rows = await db.Set<KeptForm>().Where(k => k.Officer == officer && k.At > oldest).OrderByDescending(k => k.At).Take(50).Select(k => new { k.Path, k.At, k.ByHand }).ToListAsync();
        return rows.ConvertAll(r => (r.Path, r.At, r.ByHand));
    }

    /// <summary>Drops what was kept for the page: it was sent, or is not wanted.</summary>
    public async Task Drop(Guid officer, string path)
    {
        await using var db = database.Read();
        if (await db.Set<KeptForm>().AnyAsync(k => k.Officer == officer && k.Path == path))
        {
            await journal.Write(Actor.System(Via.Web), async work =>
                await work.Remove((await work.Db()).Set<KeptForm>().Where(k => k.Officer == officer && k.Path == path)));
        }
    }
}

/// <summary>Clears unsent forms after three days.</summary>
public sealed class ClearKeptForms(Journal journal) : IJob
{
    /// <inheritdoc/>
    public string Name => "clear-kept-forms";

    /// <inheritdoc/>
    public DueTimes Times { get; } = DueTimes.Every(TimeSpan.FromHours(1));

    /// <inheritdoc/>
    public async Task<int> Run(DateTime now, CancellationToken stop)
    {
        var oldest = now - KeptForms.Life;
        await journal.Write(Actor.System(), async work => await work.Remove((await work.Db()).Set<KeptForm>().Where(k => k.At <= oldest)));
        return 0;
    }
}
