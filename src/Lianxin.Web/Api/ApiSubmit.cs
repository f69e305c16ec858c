using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Ledger;
using Lianxin.Matters;
using Lianxin.Pictures;
using Lianxin.Vault;
using Lianxin.Web.Hosting;
using Lianxin.Web.Portal;

namespace Lianxin.Web.Api;

/// <summary>
/// Records matters for programs, once for every <c>Idempotency-Key</c>: the same key and body get the first answer again byte for byte
/// for seven days, twins at the same moment are one matter, another body under the same key is refused.
/// </summary>
public sealed class ApiSubmit(Journal journal, MatterIntake intake, PhotoIntake photos, ContactVault vault, Secrets secrets, Rules rules, TimeProvider time)
{
    /// <summary>How long an answer is kept.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(7);

    private const string Header = "Idempotency-Key";
    private const string Kind = "api-answer";
    private const string Keep =
        "insert into api_answer (request, body, sealed, at) values ($1, $2, $3, $4) "
        + "on conflict (request) do update set body = excluded.body, sealed = excluded.sealed, at = excluded.at where api_answer.at <= $5";

    private static readonly string[] OfContact = ["name", "phone", "door"];

    /// <summary><c>POST /api/v1/matters</c>.</summary>
    public async Task Handle(HttpContext context)
    {
        var actor = context.RequestServices.GetRequiredService<CurrentActor>().Actor;
        ApiQuery.Read(context.Request, ApiInputs.None);
        var request = RequestOf(context.Request, actor);
        var body = await ApiBody.Read(context.Request, ApiBody.MostWithPhotos);
        var input = ApiReader.Read(body, ApiInputs.Submit);
        if (input.List<byte[]>("photos").Count == 0 && body.Length > ApiBody.Most)
        {
            throw new ApiProblemException(413, "body.too_large", ApiBody.Most);
        }

        // Keyed: a plain hash would let a phone number be guessed from it.
        var hash = vault.IndexOf("api-body", Convert.ToHexStringLower(SHA256.HashData(body.Span)));
        var first = input.List<byte[]>("photos").Count > 0 ? await Find(request, hash, actor) : null;
        var answer = first ?? await Record(context, input, new Asked(request, hash, $"{context.Request.Scheme}://{context.Request.Host}"), actor);
        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.Headers.Location = "/api/v1/matters/" + Encoding.ASCII.GetString(answer.AsSpan(0, 12));
        await ApiBody.Write(context, answer.AsMemory(12));
    }

    private async Task<byte[]> Record(HttpContext context, ApiInput input, Asked asked, Actor actor)
    {
        var matter = await MatterOf(input, context.RequestAborted);
        byte[] answer = [];
        try
        {
            await intake.Submit(matter, actor, async (work, receipt) =>
            {
                answer = await Answer(work, receipt, matter, asked.Site);
                var sealedText = secrets.Seal(Kind, Owner(asked.Request), answer);
                work.RunLast(() => new AnsweredBeforeException(), Keep, asked.Request, asked.Body, sealedText, work.Now, work.Now - Life);
            });
            return answer;
        }
        catch (AnsweredBeforeException)
        {
            photos.Discard(matter.Photos);
            return await Find(asked.Request, asked.Body, actor) ?? throw new ApiProblemException(409, "idempotency.again");
        }
        catch (RefusedException no)
        {
            photos.Discard(matter.Photos);
            throw ApiProblemException.Of(no, field => OfContact.Contains(field) ? "/contact/" + field : "/" + field);
        }
    }

    // Inside the writer: it comes after the twin that is being recorded, and is answered after that one's commit.
    private async Task<byte[]?> Find(byte[] request, byte[] body, Actor actor)
    {
        var kept = await journal.Write(actor, async work =>
            await work.Find<ApiAnswer>(request) is { } row && row.At > work.Now - Life ? row : null);
        if (kept is null)
        {
            return null;
        }

        return CryptographicOperations.FixedTimeEquals(kept.Body, body)
            ? secrets.Open(Kind, Owner(request), kept.Sealed)
            : throw ApiProblemException.Header(422, Header, "idempotency.other_body");
    }

    private async Task<byte[]> Answer(Work work, MatterReceipt receipt, SubmitMatter matter, string site)
    {
        var book = await rules.Read(work);
        ApiLimit? limit = null;
        if (receipt.DueOn is not null && KindClocks.First(matter.Form, null) is { } clock)
        {
            limit = ApiExplained.Started(clock, new ClockDays(OpenedOn(matter, book) ?? book.Today, book.Today), book);
        }

        // The entry is known already; its proof is there once the commit stands, which is before this answer is sent.
        var code = SpokenCode.Of(work.Added<FactEntry>().First(e => e.Matter == receipt.Number && e.Cn == 1).Leaf);
        var number = new MatterNumber(receipt.Number).Digits;
        var json = JsonSerializer.SerializeToUtf8Bytes(
            new ApiReceipt(number, receipt.Code, $"{site}/r/{receipt.Link}", receipt.DueOn, limit, code.ToString(), $"{site}/r/{receipt.Link}/receipt"), ApiJson.Form.ApiReceipt);
        return [.. Encoding.ASCII.GetBytes(number), .. json];
    }

    private static DateOnly? OpenedOn(SubmitMatter matter, Rulebook book) =>
        book.Lists.Channels.FirstOrDefault(c => c.Code == matter.Channel)?.KeepsOpeningDay == true ? matter.OpenedOn : null;

    private async Task<SubmitMatter> MatterOf(ApiInput input, CancellationToken stop)
    {
        if (input.Instant("arrivedAt") > time.GetUtcNow().UtcDateTime.AddMinutes(1))
        {
            throw ApiProblemException.Input([new ApiError("field.in_future", "arrivedAt") { Pointer = "/arrivedAt" }]);
        }

        var contact = input.Object("contact");
        return new SubmitMatter
        {
            Form = Conventions.TryParse<MatterForm>(input.Text("form"), out var form) ? form : MatterForm.Demand,
            Body = input.Words("body"),
            Title = input.Text("title"),
            Channel = input.Text("channel") ?? "web",
            Place = input.Text("place"),
            Category = input.Text("category"),
            Urgent = input.Flag("urgent") ?? false,
            OnBehalf = input.Flag("onBehalf") ?? false,
            Heads = input.Whole("heads") ?? 1,
            Reception = input.Uuid("reception"),
            Interpreter = input.Text("interpreter"),
            ReplyBy = input.Text("replyBy"),
            SourceNumber = input.Text("sourceNumber"),
            Event = input.Text("event"),
            PostmarkedOn = input.Day("postmarkedOn"),
            OpenedOn = input.Day("openedOn"),
            Language = input.Text("language") ?? ApiInputs.Languages[0],
            ArrivedAt = input.Instant("arrivedAt"),
            SameAs = input.Long("sameAs"),
            Contact = new SubmitContact { Name = contact.Text("name"), Phone = contact.Text("phone"), Door = contact.Text("door") },
            Photos = await Rebuilt(input.List<byte[]>("photos"), stop),
        };
    }

    private async Task<IReadOnlyList<KeptFile>> Rebuilt(IReadOnlyList<byte[]> files, CancellationToken stop)
    {
        var kept = new List<KeptFile>();
        foreach (var file in files)
        {
            try
            {
                kept.Add(await photos.Keep(file, stop));
            }
            catch (PictureRefusedException no)
            {
                photos.Discard(kept);
                throw ApiProblemException.Input([new ApiError("photo." + Conventions.Text(no.Code)) { Pointer = $"/photos/{kept.Count}" }]);
            }
        }

        return kept;
    }

    private static byte[] RequestOf(HttpRequest request, Actor actor)
    {
        if (request.Headers[Header] is not [{ Length: > 0 } key])
        {
            throw ApiProblemException.Header(400, Header, "idempotency.missing");
        }

        return key.Length <= 200 && key.All(c => c is > ' ' and <= '~')
            ? SHA256.HashData(Encoding.ASCII.GetBytes($"{actor.Id:N} {key}"))
            : throw ApiProblemException.Header(400, Header, "idempotency.malformed");
    }

    private static Guid Owner(byte[] request) => new(request.AsSpan(0, 16));

    private sealed record Asked(byte[] Request, byte[] Body, string Site);

    private sealed class AnsweredBeforeException : Exception;
}
