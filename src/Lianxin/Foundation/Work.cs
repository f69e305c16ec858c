using Lianxin.Database;
using Lianxin.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Foundation;

/// <summary>
/// One operation at work inside the writer: it loads, refuses, then saves facts. Derived columns change only in the facts' folds;
/// rows that no entry protects (search, drafts, sessions) are added beside them.
/// </summary>
public sealed class Work : IFoldRows
{
    private readonly WriteScope _scope;
    private readonly Journal _journal;
    private readonly Dictionary<(bool Access, long Matter), (int Cn, byte[] Leaf)> _chains = [];

    internal Work(WriteScope scope, Journal journal, Actor actor)
    {
        _scope = scope;
        _journal = journal;
        Actor = actor;
    }

    /// <summary>Who acts.</summary>
    public Actor Actor { get; }

    /// <summary>The one instant of this operation.</summary>
    public DateTime Now => _scope.Now;

    /// <summary>The settings in force when this operation runs, read under the head row's lock.</summary>
    public long SettingsEpoch => _scope.Head.SettingsEpoch;

    /// <summary>Random bytes for salts and ids; never for keys, codes or links.</summary>
    public Entropy Entropy => _scope.Entropy;

    /// <summary>A new id of this operation's instant.</summary>
    public Guid NewId() => _scope.NewId();

    /// <summary>All rows of a kind that this operation added so far; no query finds them before it ends.</summary>
    public IEnumerable<T> Added<T>()
        where T : class => _scope.Added<T>();

    /// <summary>The operation's own context; what it loads is tracked and saved once.</summary>
    public ValueTask<LianxinDb> Db() => _scope.Db();

    /// <summary>The row of that key, or null.</summary>
    public ValueTask<T?> Find<T>(object key)
        where T : class => _scope.Find<T>(key);

    /// <summary>Takes the next number of the year (Asia/Shanghai): no gaps, one series over every kind of record that arrives (INV-11).</summary>
    public long NextNumber()
    {
        var head = _scope.Head;
        var year = ShanghaiTime.DayOf(Now).Year;
        if (head.NumberYear != year)
        {
            head.NumberYear = year;
            head.NumberLast = 0;
        }

        return MatterNumber.Make(year, ++head.NumberLast).Value;
    }

    /// <summary>Adds a row that no fold makes: committed texts and unprotected rows.</summary>
    public void Add(object row) => _scope.Add(row);

    /// <summary>The words an entry of this same operation commits to, for its listeners; null when it has none under that path.</summary>
    public string? Said(Stamp stamp, string path) => _scope.Added<Wording>((stamp.Seq, path))?.Value;

    internal void Keep(Wording words) => _scope.Add(words, (words.Seq, words.Path));

    /// <summary>A statement on the writer's own connection, for the search index and the few hot paths; numbered parameters.</summary>
    public ValueTask<int> Run(string sql, params ReadOnlySpan<object> values) => _scope.Run(sql, [.. values]);

    /// <summary>Removes rows that no entry protects, such as drafts and sessions.</summary>
    public async Task<int> Remove<T>(IQueryable<T> rows)
        where T : class => await rows.ExecuteDeleteAsync();

    /// <summary>Runs when the commit stands.</summary>
    public void AfterCommit(Action action) => _scope.AfterCommit(action);

    /// <summary>Asks that what this operation overwrites or deletes is gone from the database's own log of changes too, once the commit stands.</summary>
    public void Tidy() => _scope.Tidy();

    /// <summary>Tells every node that units, people, categories, calendar or settings changed.</summary>
    public void SettingsChanged() => _scope.Head.SettingsEpoch++;

    /// <summary>
    /// Records the fact: its entry, the texts it commits to, its fold into the derived rows, then its listeners.
    /// <paramref name="claim"/> is the time a person says it happened, when that differs from now.
    /// </summary>
    public async Task<Stamp> Save(Fact fact, long? matter = null, IReadOnlyList<Committed>? commits = null, DateTime? claim = null)
    {
        var shape = _journal.Catalogue.Shape(fact);
        var (cn, leaf) = matter is { } number ? await Chain(shape.Access, number) : (0, null);
        var head = _scope.Head;
        var stamp = new Stamp(shape.Access ? head.AccessSize++ : head.FactSize++, Now, matter, matter is null ? 0 : cn + 1, Actor.ForEntry(), claim)
        {
            Access = shape.Access,
        };
        var (commitments, salts) = CommitAll(commits);
        var bytes = new Entry
        {
            Seq = stamp.Seq,
            At = Now,
            Type = shape.Name,
            Actor = stamp.Actor,
            Matter = matter is { } m ? new MatterNumber(m).Digits : null,
            Cn = stamp.Cn,
            Cprev = leaf,
            Claim = claim,
            Commitments = commitments,
            Nonce = Entropy.Bytes(16),
        }.Encode(json => shape.Write(json, fact));
        var hash = TreeHash.Leaf(bytes);
        _scope.Add(shape.Access
            ? new AccessEntry { Seq = stamp.Seq, Matter = matter, Cn = stamp.Cn, Bytes = bytes, Leaf = hash }
            : new FactEntry { Seq = stamp.Seq, Matter = matter, Cn = stamp.Cn, Bytes = bytes, Leaf = hash });
        _scope.Append(new AppendedLeaf(shape.Access ? LedgerLog.Looks.Id : LedgerLog.Facts.Id, stamp.Seq, hash, Now));
        if (matter is { } chained)
        {
            _chains[(shape.Access, chained)] = (stamp.Cn, hash);
        }

        for (var i = 0; i < (commits?.Count ?? 0); i++)
        {
            commits![i].Keep(this, stamp, salts[i]);
        }

        fact.Fold(this, stamp);
        await _journal.Tell(fact, stamp, this);
        return stamp;
    }

    /// <inheritdoc/>
    T IFoldRows.Get<T>(object key) =>
        _scope.Held<T>(key) ?? throw new InvalidOperationException($"The operation did not load {typeof(T).Name} {key} before saving a fact about it.");

    /// <inheritdoc/>
    void IFoldRows.Add<T>(T row, object key) => _scope.Add(row, key);

    private (IReadOnlyList<EntryCommitment> Commitments, byte[][] Salts) CommitAll(IReadOnlyList<Committed>? commits)
    {
        if (commits is null or { Count: 0 })
        {
            return ([], []);
        }

        var random = Entropy.Bytes(commits.Count * Commitment.SaltLength);
        var salts = new byte[commits.Count][];
        var all = new EntryCommitment[commits.Count];
        for (var i = 0; i < commits.Count; i++)
        {
            salts[i] = random[(i * Commitment.SaltLength)..((i + 1) * Commitment.SaltLength)];
            all[i] = new EntryCommitment(commits[i].Path, commits[i].Commit(salts[i]));
        }

        Array.Sort(all, (a, b) => string.CompareOrdinal(a.Path, b.Path));
        return (all, salts);
    }

    /// <summary>A matter that was given its number in this operation has an empty chain; any other is asked for its last entry.</summary>
    private async ValueTask<(int Cn, byte[]? Leaf)> Chain(bool access, long matter)
    {
        if (_chains.TryGetValue((access, matter), out var known))
        {
            return known;
        }

        await using var command = await _scope.Command(
            $"select cn, leaf from {(access ? "access_entry" : "fact_entry")} where matter = {matter} order by cn desc limit 1");
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync() ? (reader.GetInt32(0), (byte[])reader.GetValue(1)) : (0, null);
    }

    /// <summary>Says that the number is new, so that its first entry needs no look at the journal.</summary>
    public void StartChain(long matter)
    {
        _chains[(false, matter)] = (0, null!);
    }
}
