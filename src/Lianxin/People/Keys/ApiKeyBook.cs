using System.Collections.Frozen;
using Lianxin.Database;
using Lianxin.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.People;

/// <summary>A key as a page or a request sees it; <see cref="Actor"/> is who acts with it.</summary>
public sealed record KnownKey(ApiKey Row, string Name, Actor Actor)
{
    /// <summary>Whether it opens anything at that instant.</summary>
    public bool Opens(DateTime now) => Row.RevokedAt is null && now < ShanghaiTime.EndOfDay(Row.LastOn);
}

/// <summary>All keys, found by the hash of their secret.</summary>
public sealed class ApiKeyList
{
    private readonly FrozenDictionary<string, KnownKey> _byHash;

    internal ApiKeyList(IEnumerable<(ApiKey Row, string Name, string Hash)> keys)
    {
        var known = keys.Select(k => (k.Hash, Key: new KnownKey(k.Row, k.Name, ActorOf(k.Row)))).ToList();
        All = [.. known.Select(k => k.Key).OrderByDescending(k => k.Row.Seq)];
        _byHash = known.ToFrozenDictionary(k => k.Hash, k => k.Key, StringComparer.Ordinal);
    }

    /// <summary>Every key, the newest first.</summary>
    public IReadOnlyList<KnownKey> All { get; }

    /// <summary>The key whose secret that is, whether or not it still opens anything; null for none.</summary>
    public KnownKey? WithSecret(string secret) => _byHash.GetValueOrDefault(Convert.ToHexStringLower(SessionToken.Hash(secret)));

    private static Actor ActorOf(ApiKey key) => new(ActorKind.Key, Via.Api, key.Id, key.Unit)
    {
        Roles = key.Scopes.Split(' ').Select(KeyScopes.Role).ToFrozenSet(StringComparer.Ordinal),
    };
}

/// <summary>Hands out the picture of the keys; a revocation on any node is seen by the next request of every node.</summary>
public sealed class ApiKeyBook
{
    private readonly EpochCache<ApiKeyList> _cache = new(Load);

    /// <summary>The picture for a request.</summary>
    public ValueTask<ApiKeyList> Read(LianxinDb db) => _cache.Read(db);

    /// <summary>The picture for a request that may need nothing else of the database.</summary>
    public ValueTask<ApiKeyList> Read(LianxinDatabase database) => _cache.Read(database);

    private static async Task<ApiKeyList> Load(LianxinDb db)
    {
        var keys = await db.ApiKeys.AsNoTracking().ToListAsync();
        var words = await (
            from k in db.ApiKeys
            join w in db.Set<Wording>() on k.Seq equals w.Seq
            select new { w.Seq, w.Path, w.Value }).ToDictionaryAsync(w => (w.Seq, w.Path), w => w.Value);
        return new ApiKeyList(keys.Select(k => (k, words[(k.Seq, "name")] ?? "", words[(k.Seq, "hash")] ?? "")));
    }
}
