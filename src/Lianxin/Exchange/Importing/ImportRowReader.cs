using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Lianxin.Foundation;
using Lianxin.Matters;

namespace Lianxin.Exchange;

/// <summary>What a table's rows are read by: the columns' meanings, the channel of rows that name none, and what an ambiguous day means.</summary>
public sealed record ImportTerms(ColumnMapping Mapping, string Channel, DayOrder? DayOrder);

/// <summary>
/// Turns rows into matters. What is wrong is told by row and column; a name that is none of ours leaves the row without it; nothing is
/// guessed. It remembers the rows it has seen, so that a number used twice for different things is found.
/// </summary>
public sealed class ImportRowReader
{
    private static readonly string[] Ends = ["已办结", "办结", "已结", "结案", "已完成", "已解决", "closed", "done", "resolved", "completed"];

    private readonly Dictionary<string, (int Row, long Words)> _seen = [];
    private readonly ImportTerms _terms;
    private readonly ImportNames _names;
    private readonly MatterImports _imports;
    private readonly DateTime _now;

    /// <summary>Reads by the lists of the day; <paramref name="now"/> tells what is in the future.</summary>
    public ImportRowReader(ImportTerms terms, Rulebook book, MatterImports imports, DateTime now)
    {
        _terms = terms;
        _names = new ImportNames(book);
        _imports = imports;
        _now = now;
    }

    /// <summary>Reads one row; rows come in the table's order.</summary>
    public ReadRow Read(SheetRow row)
    {
        var cells = new CellsOfRow(_terms.Mapping, row);
        var title = cells.Words(MatterColumn.Title, ImportMatter.WordsLength, oneLine: true);
        var body = cells.Words(MatterColumn.Body, ImportMatter.WordsLength);
        if (title.Length + body.Length == 0 && !cells.IsWrong(MatterColumn.Title, MatterColumn.Body))
        {
            cells.Fault(_terms.Mapping.Columns.ContainsKey(MatterColumn.Body) ? MatterColumn.Body : MatterColumn.Title, RowFault.Missing);
        }

        (title, body) = Titled(title, body);
        var at = Time(cells, MatterColumn.At, isNeeded: true);
        var (reply, repliedAt) = Reply(cells, at);
        var contact = Contact(cells);
        var channel = _names.Channel(cells.Text(MatterColumn.Channel)) ?? _terms.Channel;
        var source = cells.Words(MatterColumn.SourceNumber, 60, oneLine: true);
        if (cells.Faults.Count > 0)
        {
            return new ReadRow(row.Number, null, cells.Faults);
        }

        var matter = new ImportMatter
        {
            Key = source.Length > 0 ? _imports.KeyOf(channel, source) : _imports.KeyOf(channel, title, body, at),
            Channel = channel,
            Title = title,
            Body = body,
            SourceNumber = source.Length > 0 ? source : null,
            ArrivedAt = at,
            Reply = reply,
            RepliedAt = repliedAt,
            Category = Category(cells),
            Place = _names.Place(cells.Text(MatterColumn.Place)),
            Contact = contact,
        };
        return Remember(cells, matter);
    }

    private ReadRow Remember(CellsOfRow cells, ImportMatter matter)
    {
        var row = cells.Number;
        var words = BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{matter.ArrivedAt:O}|{matter.Title}|{matter.Body}|{matter.RepliedAt:O}|{matter.Reply}")));
        var repeats = !_seen.TryAdd(MatterImports.Text(matter.Key), (row, words));
        if (repeats && _seen[MatterImports.Text(matter.Key)] is var first && first.Words != words)
        {
            return new ReadRow(row, null, [new RowFault(MatterColumn.SourceNumber, RowFault.SameNumber, first.Row)]);
        }

        return new ReadRow(row, matter, [])
        {
            Repeats = repeats,
            NoCategory = matter.Category is null && CategoryWords(cells).Any(),
            NoPlace = matter.Place is null && cells.Text(MatterColumn.Place).Length > 0,
            EndedUnanswered = matter.Reply is null && Ends.Contains(cells.Text(MatterColumn.State).ToLowerInvariant()),
        };
    }

    // A title that is too long stands whole at the head of the body; a missing one is made from the first words.
    private static (string Title, string Body) Titled(string title, string body)
    {
        if (title.Length == 0)
        {
            return (MatterIntake.MadeTitle(body), body);
        }

        var elements = StringInfo.ParseCombiningCharacters(title);
        return elements.Length <= MatterIntake.TitleLength ? (title, body.Length == 0 ? title : body)
            : (title[..elements[MatterIntake.TitleLength - 1]] + "…", body.Length == 0 ? title : title + "\n" + body);
    }

    private DateTime? Time(CellsOfRow cells, MatterColumn column, bool isNeeded)
    {
        var cell = cells.Cell(column);
        if (cell is null || (cell.Value.IsBlank && !isNeeded))
        {
            return null;
        }

        var time = HistoricTime.Parse(cell.Value, _terms.DayOrder);
        if (time.Refusal is { } refusal)
        {
            cells.Fault(column, refusal);
        }
        else if (time.At > _now)
        {
            cells.Fault(column, RowFault.Future);
        }

        return time.At;
    }

    private (string? Reply, DateTime? At) Reply(CellsOfRow cells, DateTime? arrivedAt)
    {
        var words = cells.Words(MatterColumn.Reply, ImportMatter.WordsLength);
        var at = Time(cells, MatterColumn.RepliedAt, isNeeded: false);
        if (cells.IsWrong(MatterColumn.Reply, MatterColumn.RepliedAt) || (words.Length == 0 && at is null))
        {
            return (null, null);
        }

        if (words.Length == 0 || at is null)
        {
            cells.Fault(words.Length == 0 ? MatterColumn.Reply : MatterColumn.RepliedAt, RowFault.HalfReply);
        }
        else if (Before(cells, at.Value, arrivedAt))
        {
            cells.Fault(MatterColumn.RepliedAt, RowFault.ReplyFirst);
        }

        return (words, at);
    }

    // A day without a time is its 00:00: answered on the day it was said is not before it.
    private static bool Before(CellsOfRow cells, DateTime repliedAt, DateTime? arrivedAt) =>
        repliedAt < arrivedAt && (ShanghaiTime.DayOf(repliedAt) < ShanghaiTime.DayOf(arrivedAt.Value) || ShanghaiTime.StartOfDay(ShanghaiTime.DayOf(repliedAt)) != repliedAt);

    private static SubmitContact Contact(CellsOfRow cells)
    {
        var phone = cells.Digits(MatterColumn.Phone);
        var identity = cells.Digits(MatterColumn.IdentityNumber);
        var name = cells.Words(MatterColumn.Name, 60, oneLine: true);
        var author = cells.Words(MatterColumn.Author, 60, oneLine: true);
        var door = cells.Words(MatterColumn.Address, 120, oneLine: true);
        PhoneNumber? number = null;
        if (phone.Length > 0)
        {
            number = PhoneNumber.TryParse(phone, out var read) ? read : null;
            if (number is null)
            {
                cells.Fault(MatterColumn.Phone, RowFault.NoNumber);
            }
        }

        var identified = IdentityNumber.Read(identity, out var known) == IdentityProblem.None;
        if (identity.Length > 0 && !identified)
        {
            cells.Fault(MatterColumn.IdentityNumber, RowFault.NoNumber);
        }

        return new SubmitContact { Name = Some(name) ?? Some(author), Phone = number?.Digits, Identity = identified ? known.Value : null, Door = Some(door) };
    }

    private string? Category(CellsOfRow cells) => CategoryWords(cells).Select(_names.Category).FirstOrDefault(code => code is not null);

    // The finest name first.
    private static IEnumerable<string> CategoryWords(CellsOfRow cells) =>
        new[] { MatterColumn.ThirdCategory, MatterColumn.SecondCategory, MatterColumn.Category }.Select(cells.Text).Where(text => text.Length > 0);

    private static string? Some(string text) => text.Length == 0 ? null : text;
}
