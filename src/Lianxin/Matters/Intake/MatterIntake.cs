using System.Globalization;
using System.Security.Cryptography;
using Lianxin.Foundation;
using Lianxin.People;
using Lianxin.Search;
using Lianxin.Vault;

namespace Lianxin.Matters;

/// <summary>Records what arrives: nothing stays unregistered (INV-11), everything has an owner from its first moment (INV-01).</summary>
public sealed class MatterIntake(Journal journal, ContactVault vault, MatterIndex index, Rules rules)
{
    /// <summary>Text elements of a title at most.</summary>
    public const int TitleLength = 60;

    /// <summary>Text elements of a title that is made from the first words.</summary>
    public const int MadeTitleLength = 28;

    /// <summary>The interpreters that may be asked for.</summary>
    public static IReadOnlyList<string> Interpreters { get; } = ["ko", "en", "ja", "ru", "sign"];

    /// <summary>The ways a person may want to be answered.</summary>
    public static IReadOnlyList<string> ReplyWays { get; } = ["call", "message", "letter", "visit"];

    /// <summary>Records the matter and gives back what the person takes away. <paramref name="also"/> stands or falls with it: rows that no entry protects.</summary>
    public Task<MatterReceipt> Submit(SubmitMatter input, Actor actor, Func<Work, MatterReceipt, Task>? also = null)
    {
        var clean = Clean(input);
        var (code, link) = Secrets();
        var words = index.Prepare(clean.Title + "\n" + clean.Body);
        return journal.Write(actor, async work =>
        {
            var receipt = await Record(work, clean, code, link);
            await (also?.Invoke(work, receipt) ?? Task.CompletedTask);
            await index.Add(work, receipt.Number, words);
            return receipt;
        });
    }

    // Code and link are secrets of the person: real randomness always, never the demo's seed.
    internal static (string Code, string Link) Secrets() => (
        RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture),
        Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));

    /// <summary>The input with its texts cleaned; what cannot be used is refused by field.</summary>
    public static SubmitMatter Clean(SubmitMatter input)
    {
        var body = Needed("body", PlainText.Clean(input.Body, SubmitMatter.BodyLength));
        var title = PlainText.Line(input.Title, TitleLength);
        if (title.IsTooLong)
        {
            throw MatterRefusals.TooLong("title", TitleLength);
        }

        return input with
        {
            Body = body,
            Title = title.IsEmpty ? MadeTitle(body) : title.Text,
            Contact = Clean(input.Contact),
            SourceNumber = Optional("sourceNumber", input.SourceNumber, 60),
            Event = Optional("event", input.Event, 60),
        };
    }

    private static SubmitContact Clean(SubmitContact contact)
    {
        var phone = contact.Phone;
        if (!string.IsNullOrWhiteSpace(phone))
        {
            phone = PhoneNumber.TryParse(phone, out var number) ? number.Digits : throw MatterRefusals.NoPhone();
        }

        return contact with
        {
            Name = Optional("name", contact.Name, 60),
            Phone = string.IsNullOrWhiteSpace(phone) ? null : phone,
            Door = Optional("door", contact.Door, 120),
        };
    }

    private static string? Optional(string field, string? typed, int most)
    {
        var clean = PlainText.Line(typed, most);
        return clean.IsTooLong ? throw MatterRefusals.TooLong(field, most) : clean.IsEmpty ? null : clean.Text;
    }

    private static string Needed(string field, CleanText clean) =>
        clean.IsEmpty ? throw MatterRefusals.Missing(field) : clean.IsTooLong ? throw MatterRefusals.TooLong(field, clean.MaxLength) : clean.Text;

    internal static string MadeTitle(string body)
    {
        var line = body.Split(['\n', '。', '!', '！', '?', '？', ';', '；'], 2)[0].Trim();
        var elements = StringInfo.ParseCombiningCharacters(line);
        return elements.Length <= MadeTitleLength ? line : line[..elements[MadeTitleLength]] + "…";
    }

    internal async Task<MatterReceipt> Record(Work work, SubmitMatter input, string code, string link)
    {
        var book = await rules.Read(work);
        var channel = book.Lists.Channels.FirstOrDefault(c => c.Code == input.Channel) ?? throw MatterRefusals.NoSuchChannel();
        input = input with { OpenedOn = channel.KeepsOpeningDay ? input.OpenedOn ?? book.Today : null };
        CheckLists(input, book);
        CheckDays(input, book.Today);
        // What a colleague says about the system goes to its office; everything else a desk takes down begins at that desk.
        var desk = channel.Kind != "inside" && work.Actor is { Kind: ActorKind.Staff or ActorKind.Key, Unit: not null } ? work.Actor : null;
        var unit = desk?.Unit ?? book.OwnerOf(channel.OwnerTopic, input.Place);
        var officer = desk is { Kind: ActorKind.Staff, Id: { } self } ? self : book.AnswersFor(unit).Id;

        var number = work.NextNumber();
        work.StartChain(number);
        var commits = new List<Committed>(Committed.Texts(
            ("title", input.Title!), ("body", input.Body), ("source_number", input.SourceNumber), ("event", input.Event)));
        commits.AddRange(vault.SealNew(work, number, ContactFields(input.Contact, code, link)));
        for (var i = 0; i < input.Photos.Count; i++)
        {
            commits.Add(FileVault.Commit($"photo_{i + 1}", input.Photos[i]));
        }

        if (input.Contact.Phone is { } phone)
        {
            vault.Index(work, number, "phone", phone);
        }

        var limit = FirstLimit(work, input, book);
        var superior = channel.SuperiorWorkingDays is { } days ? book.InWorkingDays(days) : (DateOnly?)null;
        await work.Save(Received(input, unit, officer, limit) with { SuperiorDueOn = superior }, number, commits, input.ArrivedAt);
        work.Add(new TrackingKey { Matter = number, Link = vault.IndexOf("link", link), Code = vault.IndexOf("code", $"{number}|{code}") });
        if (input.SourceNumber is { } source)
        {
            work.Add(new SourceKey { Hash = MatterImports.KeyOf(vault, input.Channel, source), Matter = number });
        }

        await Liken(work, number, input.SameAs);
        return new MatterReceipt(number, code, link, limit?.DueOn);
    }

    // Only a hint for triage: who says so may not thereby read another person's answer.
    private static async Task Liken(Work work, long number, long? same)
    {
        if (same is { } other && await work.Find<Matter>(other) is { State: not MatterState.Closed })
        {
            await work.Save(new MatterLikened(other), number);
        }
    }

    private static LimitSet? FirstLimit(Work work, SubmitMatter input, Rulebook book)
    {
        if (KindClocks.First(input.Form, null) is not { } clock)
        {
            return null;
        }

        var days = new ClockDays(input.OpenedOn ?? book.Today, book.Today);
        return KindClocks.Start(clock, days, book.Limits, book.Calendar).Fact(clock, work.NewId());
    }

    private static MatterReceived Received(SubmitMatter input, Guid unit, Guid officer, LimitSet? limit) => new(
        input.Form,
        input.Channel,
        unit,
        officer,
        input.Category,
        input.Place,
        Urgent: input.Urgent ? true : null,
        OnBehalf: input.OnBehalf ? true : null,
        Reachable: input.Contact.Phone is null ? null : true,
        Heads: input.Heads == 1 ? null : input.Heads,
        Language: input.Language == "zh-Hans" ? null : input.Language,
        Photos: input.Photos.Count == 0 ? null : input.Photos.Count,
        Limit: limit,
        Reception: input.Reception,
        Interpreter: input.Interpreter,
        PostmarkedOn: input.PostmarkedOn,
        OpenedOn: input.OpenedOn,
        ReplyBy: input.ReplyBy,
        Notice: input.Notice);

    // The link is kept only where messages may carry it.
    private static List<(string, string?)> ContactFields(SubmitContact contact, string code, string link) =>
    [
        ("name", contact.Name), ("phone", contact.Phone), ("identity", contact.Identity), ("door", contact.Door), ("code", code),
        ("link", contact.Phone is null ? null : link),
    ];

    private static void CheckDays(SubmitMatter input, DateOnly today)
    {
        if (input.OpenedOn > today)
        {
            throw MatterRefusals.WrongDay("openedOn");
        }

        if (input.ArrivedAt is { } at && ShanghaiTime.DayOf(at) > today)
        {
            throw MatterRefusals.WrongDay("saidOn");
        }

        if (input.PostmarkedOn > (input.OpenedOn ?? today))
        {
            throw MatterRefusals.WrongDay("postmarkedOn");
        }
    }

    private static void CheckLists(SubmitMatter input, Rulebook book)
    {
        if (input.Category is { } category && book.Lists.Leaves.All(c => c.Code != category))
        {
            throw MatterRefusals.NoSuchCategory();
        }

        if (input.Place is { } place && book.Units.Place(place) is null)
        {
            throw MatterRefusals.NoSuchPlace();
        }

        if (input.Interpreter is { } interpreter && !Interpreters.Contains(interpreter))
        {
            throw MatterRefusals.Missing("interpreter");
        }

        if (input.ReplyBy is { } way && !ReplyWays.Contains(way))
        {
            throw MatterRefusals.Missing("replyBy");
        }
    }
}
