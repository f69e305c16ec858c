using Lianxin.Database;
using Lianxin.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Foundation;

/// <summary>Opens the texts that stand beside the two journals.</summary>
public sealed class WordingOpenings : IOpenCommitments
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<Opening> Open(LianxinDb db, MatterSpan span, bool files)
    {
        var words = span.IsNone ? db.Wordings.Where(w => w.Matter == null) : db.Wordings.Where(w => w.Matter > span.After && w.Matter <= span.UpTo);
        await foreach (var w in words.AsNoTracking().AsAsyncEnumerable())
        {
            yield return new Opening("wording", w.Seq, w.Path, w.Matter, Value(w.Path, w.Value, w.Salt));
        }

        var looks = span.IsNone
            ? db.AccessWordings.Where(w => w.Matter == null)
            : db.AccessWordings.Where(w => w.Matter > span.After && w.Matter <= span.UpTo);
        await foreach (var w in looks.AsNoTracking().AsAsyncEnumerable())
        {
            yield return new Opening("access_wording", w.Seq, w.Path, w.Matter, Value(w.Path, w.Value, w.Salt)) { Access = true };
        }
    }

    private static byte[]? Value(string path, string? value, byte[]? salt) =>
        value is null || salt is null ? null : Commitment.OfText(salt, path, value);
}
