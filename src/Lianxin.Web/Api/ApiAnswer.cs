using Lianxin.Database;
using Lianxin.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Web.Api;

/// <summary>What a program was answered for one <c>Idempotency-Key</c>, sealed, since it holds code and link.</summary>
public sealed class ApiAnswer
{
    /// <summary>SHA-256 of key id and <c>Idempotency-Key</c>.</summary>
    public byte[] Request { get; init; } = [];

    /// <summary>Keyed hash of the body.</summary>
    public byte[] Body { get; init; } = [];

    /// <summary>The matter's number and the answer's bytes, sealed.</summary>
    public string Sealed { get; init; } = "";

    /// <summary>When it was given.</summary>
    public DateTime At { get; init; }
}

/// <summary>The tables of the interface; no entry of the journal protects them.</summary>
public sealed class ApiTables : ITables
{
    /// <inheritdoc/>
    public void Map(ModelBuilder model) => model.Entity<ApiAnswer>(e => e.HasKey(x => x.Request));
}

/// <summary>Clears answers older than seven days.</summary>
public sealed class ClearApiAnswers(Journal journal) : IJob
{
    /// <inheritdoc/>
    public string Name => "clear-api-answers";

    /// <inheritdoc/>
    public DueTimes Times { get; } = DueTimes.Every(TimeSpan.FromHours(1));

    /// <inheritdoc/>
    public async Task<int> Run(DateTime now, CancellationToken stop)
    {
        var old = now - ApiSubmit.Life;
        await journal.Write(Actor.System(), async work => await work.Remove((await work.Db()).Set<ApiAnswer>().Where(a => a.At <= old)));
        return 0;
    }
}
