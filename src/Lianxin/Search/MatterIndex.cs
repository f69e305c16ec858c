using Lianxin.Database;
using Lianxin.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Search;

/// <summary>
/// The words of matters, pre-tokenised: FTS5 on SQLite, tsvector on PostgreSQL. Contact data is never indexed (catalogue §10, test 6).
/// The index holds no truth of its own: it can be filled again from the wordings.
/// </summary>
public sealed class MatterIndex(LianxinDatabase database)
{
    private readonly bool _sqlite = database.Settings.Kind == DatabaseKind.Sqlite;

    /// <summary>Adds the tokens of a matter that was not indexed before.</summary>
    public ValueTask<int> Add(Work work, long matter, string tokens) => work.Run(
        _sqlite ? "insert into matter_search (rowid, words) values ($1, $2)" : "insert into matter_search (matter, words) values ($1, to_tsvector('simple', $2))",
        matter,
        tokens);

    /// <summary>Replaces the tokens of a matter; empty tokens take it out of the index.</summary>
    public async Task Replace(Work work, long matter, string tokens)
    {
        await work.Run(_sqlite ? "delete from matter_search where rowid = $1" : "delete from matter_search where matter = $1", matter);
        if (tokens.Length > 0)
        {
            await Add(work, matter, tokens);
        }
    }
}
