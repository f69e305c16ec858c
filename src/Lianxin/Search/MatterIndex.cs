using Lianxin.Database;
using Lianxin.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Search;

/// <summary>
/// The words of matters, pre-tokenised: FTS5 on SQLite, tsvector on PostgreSQL. Contact data is never indexed (catalogue §10, test 6).
/// The index holds no truth of its own: it can be filled again from the wordings. It is written after the operation's rows: FTS5 keeps a
/// reader open until the savepoint ends, and meanwhile no context can be opened on the connection.
/// </summary>
public sealed class MatterIndex(LianxinDatabase database)
{
    private const int FewMost = 2000;

    private readonly bool _sqlite = database.Source.Kind == DatabaseKind.Sqlite;

    /// <summary>Cuts a text into the index's words, before the writer is entered.</summary>
    public IndexedWords Prepare(string text) => new(_sqlite ? Bigrams.Column(text) : Bigrams.Vector(text));

    /// <summary>Adds the words of a matter that was not indexed before.</summary>
    public void Add(Work work, long matter, string text) => Add(work, matter, Prepare(text));

    /// <summary>The same for words that were cut before.</summary>
    public void Add(Work work, long matter, IndexedWords words) => work.RunLast(
        _sqlite ? "insert into matter_search (rowid, words) values ($1, $2)" : "insert into matter_search (matter, words) values ($1, $2::tsvector)", matter, words.Form);

    /// <summary>Replaces the words of a matter; an empty text takes it out of the index.</summary>
    public void Replace(Work work, long matter, string text)
    {
        work.RunLast(_sqlite ? "delete from matter_search where rowid = $1" : "delete from matter_search where matter = $1", matter);
        if (text.Length > 0)
        {
            Add(work, matter, text);
        }
    }

    /// <summary>Writes the index anew without the words of matters that left it: FTS5 keeps them in its segments until then. PostgreSQL needs no such thing.</summary>
    public ValueTask<int> Purge(Work work) => _sqlite ? work.Run("insert into matter_search (matter_search) values ('optimize')") : ValueTask.FromResult(0);

    /// <summary>
    /// All matters that hold every word of the query, where they are few; null where they are more, and on SQLite, whose index streams them
    /// in order. PostgreSQL guesses how common a word is, and where it guesses wrong it reads the index of every matter.
    /// </summary>
    public async Task<IReadOnlyList<long>?> Few(LianxinDb db, SearchQuery query)
    {
        if (_sqlite)
        {
            return null;
        }

        var found = await Find(db, query).Take(FewMost + 1).Select(h => h.Matter).ToListAsync();
        return found.Count > FewMost ? null : found;
    }

    /// <summary>The matters that hold every word of the query, to be joined with; never asked with an empty query. Sorted by number they stream from SQLite's index.</summary>
    public IQueryable<SearchHit> Find(LianxinDb db, SearchQuery query) => _sqlite
        ? db.Database.SqlQueryRaw<SearchHit>("select rowid as \"Matter\" from matter_search where words match {0}", query.Match)
        : db.Database.SqlQueryRaw<SearchHit>("select matter as \"Matter\" from matter_search where words @@ {0}::tsquery", query.TsQuery);
}

/// <summary>A text's words in the form of the database's index.</summary>
public readonly record struct IndexedWords(string Form);

/// <summary>A matter found by its words.</summary>
public sealed record SearchHit
{
    /// <summary>Its number.</summary>
    public long Matter { get; init; }
}
