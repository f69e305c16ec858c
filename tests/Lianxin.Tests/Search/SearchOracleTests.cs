using FsCheck;
using FsCheck.Fluent;
using Lianxin.Search;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Lianxin.Tests.Search;

/// <summary>What the database finds is what a plain walk over the folded text finds: on SQLite always, on PostgreSQL where one is given.</summary>
public sealed class SearchOracleTests
{
    private static readonly string[] Places = ["路", "灯", "坏", "了", "社", "区", "一", "𠮷", "𬭎", "\uE815", "鿎", "〇", "연", "길", "ビ", "ル", "\uF900"];
    private static readonly string[] Letters = ["a", "B", "3", "\uFF41", "\u00E9", "o", "r"];
    private static readonly string[] Gaps = [" ", ",", "\n", "\u3000", "\"", "'", "*", "\\", "(", "-", ":", "😀", "\u0301", "\u200B", "^", "&", "!", "|"];

    public static TheoryData<string> Databases
    {
        get
        {
            var databases = new TheoryData<string> { "sqlite" };
            if (Environment.GetEnvironmentVariable("LIANXIN_TEST_POSTGRES") is { Length: > 0 })
            {
                databases.Add("postgres");
            }

            return databases;
        }
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public void The_index_finds_what_the_text_contains(string kind)
    {
        using var index = SearchIndex.Open(kind);
        var cases = from texts in Text(20).ListOf(8) from typed in Text(6).ListOf(6) select (texts, typed);
        Prop.ForAll(cases.ToArbitrary(), pair =>
        {
            index.Fill(pair.texts);
            foreach (var typed in pair.typed.Append(string.Concat(pair.texts[0].Take(4))))
            {
                var query = SearchQuery.Parse(typed);
                if (!query.IsEmpty)
                {
                    var expected = pair.texts.Select((text, at) => (text, at)).Where(one => Oracle.Finds(one.text, typed)).Select(one => one.at);
                    Assert.Equal(expected, index.Find(query));
                }
            }
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public void Every_letter_of_the_basic_plane_is_found(string kind)
    {
        using var index = SearchIndex.Open(kind);
        var runes = Enumerable.Range(0x20, 0xD7E0).Concat(Enumerable.Range(0xE000, 0x1FFE)).Select(code => ((char)code).ToString())
            .Where(text => !SearchQuery.Parse(text).IsEmpty).ToList();
        Assert.InRange(runes.Count, 50_000, 60_000);
        foreach (var batch in runes.Chunk(1_000))
        {
            index.Fill([string.Join(' ', batch)]);
            Assert.All(batch.Where((_, at) => at % 7 == 0), rune => Assert.Equal([0], index.Find(SearchQuery.Parse(rune))));
        }
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public void Two_characters_are_a_word(string kind)
    {
        using var index = SearchIndex.Open(kind);
        index.Fill(["永宁社区三号楼前路灯不亮", "A3区一米阳光门口积水", "道路塌陷,灯杆倒了", "请修Wi-Fi", "住户姓𠮷"]);
        Assert.Equal([0], index.Find(SearchQuery.Parse("路灯")));
        Assert.Equal([0, 2], index.Find(SearchQuery.Parse("路 灯")));
        Assert.Equal([0], index.Find(SearchQuery.Parse("永宁 不亮")));
        Assert.Equal([1], index.Find(SearchQuery.Parse("a3区一米")));
        Assert.Equal([3], index.Find(SearchQuery.Parse("WI-FI")));
        Assert.Equal([4], index.Find(SearchQuery.Parse("𠮷")));
        Assert.Equal([4], index.Find(SearchQuery.Parse("姓𠮷")));
        Assert.Empty(index.Find(SearchQuery.Parse("灯路")));
        Assert.Empty(index.Find(SearchQuery.Parse("路灯 积水")));
    }

    private static Gen<string> Text(int most) =>
        from length in Gen.Choose(0, most)
        from parts in Gen.Frequency((5, Gen.Elements(Places)), (2, Gen.Elements(Letters)), (2, Gen.Elements(Gaps))).ListOf(length)
        select string.Concat(parts);

    /// <summary>The promise of a search, written with nothing but walks over folded text.</summary>
    private static class Oracle
    {
        public static bool Finds(string text, string typed) => Chunks(typed).All(chunk => Occurs(Folded(text), chunk));

        private static IEnumerable<string> Chunks(string typed) => string.Concat(Folded(typed)).Split(' ', StringSplitOptions.RemoveEmptyEntries);

        // Pieces are letters and single CJK characters; a space stands for whatever parts words.
        private static List<string> Folded(string text) => [.. Bigrams.Fold(text).Select(rune => Bigrams.IsWord(rune) ? rune.ToString() : " ")];

        private static bool Occurs(List<string> text, string chunk)
        {
            var wanted = chunk.EnumerateRunes().Select(rune => rune.ToString()).ToList();
            return Enumerable.Range(0, text.Count).Any(at => (at == 0 || !IsLetter(wanted[0]) || !IsLetter(text[at - 1])) && OccursAt(text, at, wanted));
        }

        // Between letters and CJK a space changes nothing: A3 区 is A3区.
        private static bool OccursAt(List<string> text, int at, List<string> wanted)
        {
            for (var next = 0; next < wanted.Count; next++, at++)
            {
                while (next > 0 && at < text.Count && text[at] == " " && IsLetter(wanted[next - 1]) != IsLetter(wanted[next]))
                {
                    at++;
                }

                if (at >= text.Count || text[at] != wanted[next])
                {
                    return false;
                }
            }

            return true;
        }

        private static bool IsLetter(string piece) => piece != " " && !Bigrams.IsPaired(piece.EnumerateRunes().First());
    }

    private sealed class SearchIndex(System.Data.Common.DbConnection connection, string make, string put, string find) : IDisposable
    {
        public static SearchIndex Open(string kind)
        {
            System.Data.Common.DbConnection connection = kind == "sqlite"
                ? new SqliteConnection("Data Source=:memory:")
                : new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable("LIANXIN_TEST_POSTGRES")) { Database = "postgres" }.ConnectionString);
            connection.Open();
            var index = kind == "sqlite"
                ? new SearchIndex(connection, "create virtual table words using fts5(text, tokenize = \"unicode61 remove_diacritics 0\")",
                    "insert into words(rowid, text) values (@at, @text)", "select rowid from words where words match @query order by rowid")
                : new SearchIndex(connection, "create temporary table words (at integer, text tsvector)",
                    "insert into words values (@at, @text::tsvector)", "select at from words where text @@ @query::tsquery order by at");
            index.Run(index.Make);
            return index;
        }

        private string Make => make;

        private bool IsSqlite => connection is SqliteConnection;

        public void Fill(IEnumerable<string> texts)
        {
            Run("delete from words");
            foreach (var (at, text) in texts.Index())
            {
                Run(put, ("at", at), ("text", IsSqlite ? Bigrams.Column(text) : Bigrams.Vector(text)));
            }
        }

        public List<int> Find(SearchQuery query)
        {
            using var command = Command(find, ("query", IsSqlite ? query.Match : query.TsQuery));
            using var reader = command.ExecuteReader();
            var found = new List<int>();
            while (reader.Read())
            {
                found.Add(reader.GetInt32(0));
            }

            return found;
        }

        public void Dispose() => connection.Dispose();

        private void Run(string sql, params (string Name, object Value)[] values)
        {
            using var command = Command(sql, values);
            command.ExecuteNonQuery();
        }

        private System.Data.Common.DbCommand Command(string sql, params (string Name, object Value)[] values)
        {
            var command = connection.CreateCommand();
            command.CommandText = sql;
            foreach (var (name, value) in values)
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (name, value);
                command.Parameters.Add(parameter);
            }

            return command;
        }
    }
}
