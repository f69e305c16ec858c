using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Web.Bench;
using Lianxin.Web.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.FaultTests;

/// <summary>A district with units and officers, without matters, and a key that may submit them.</summary>
internal sealed record FaultPlace(string Folder, string? Postgres, string Key)
{
    internal string[] Where => Postgres is null ? ["--data", Folder] : ["--data", Folder, "--db", Postgres];

    internal static async Task<FaultPlace> Found(string folder, string? postgres = null)
    {
        var place = new DataPlace(folder, postgres);
        await SchemaRunner.Run(place.Database, DateTime.UtcNow);
        await using var town = BenchTown.Open(place, DateTime.UtcNow);
        await town.Found();
        return new FaultPlace(folder, postgres, await town.SubmitKey());
    }

    /// <summary>The numbers of all matters, read beside whatever serves the place.</summary>
    internal async Task<List<string>> Numbers()
    {
        Npgsql.NpgsqlConnection.ClearAllPools();
        try
        {
            await using var town = BenchTown.Open(new DataPlace(Folder, Postgres), DateTime.UtcNow);
            await using var db = town.Services.GetRequiredService<LianxinDatabase>().Read();
            return (await db.Set<Matter>().Select(m => m.Number).ToListAsync(TestContext.Current.CancellationToken)).ConvertAll(n => new MatterNumber(n).Digits);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Npgsql.NpgsqlConnection.ClearAllPools();
        }
    }
}
