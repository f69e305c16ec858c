using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Lianxin.Web.Hosting;

/// <summary>
/// What could not be stored for want of room or of a database: 507 and 503, nothing was recorded, and the same request may come again.
/// Everything else that fails is a fault, 500.
/// </summary>
public static class StorageTrouble
{
    /// <summary>Seconds after which to ask again.</summary>
    public const int RetryAfter = 5;

    // SQLITE_FULL; SQLITE_BUSY, LOCKED, READONLY, IOERR, CANTOPEN.
    private const int SqliteFull = 13;
    private static readonly int[] SqliteAway = [5, 6, 8, 10, 14];

    // ENOSPC, EDQUOT; EROFS, as .NET hands on what the system said.
    private static readonly int[] Full = [28, 122];
    private const int ReadOnly = 30;

    /// <summary>The status of a fault: 507 no room, 503 no database, 500 otherwise.</summary>
    public static int StatusOf(Exception fault) => fault switch
    {
        SqliteException { SqliteErrorCode: SqliteFull } => StatusCodes.Status507InsufficientStorage,
        SqliteException sqlite when SqliteAway.Contains(sqlite.SqliteErrorCode) => StatusCodes.Status503ServiceUnavailable,
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => StatusCodes.Status507InsufficientStorage,
        PostgresException { IsTransient: false } => StatusCodes.Status500InternalServerError,
        NpgsqlException => StatusCodes.Status503ServiceUnavailable,
        IOException disk when Full.Contains(disk.HResult) => StatusCodes.Status507InsufficientStorage,
        IOException { HResult: ReadOnly } => StatusCodes.Status503ServiceUnavailable,
        DbUpdateException { InnerException: { } cause } => StatusOf(cause),
        InvalidOperationException { InnerException: NpgsqlException cause } => StatusOf(cause),
        AggregateException { InnerException: { } first } => StatusOf(first),
        _ => StatusCodes.Status500InternalServerError,
    };

    /// <summary>The status of the fault that is being answered; an answer that may be asked for again says when.</summary>
    internal static int Answer(HttpContext context)
    {
        var fault = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        var status = fault is null ? StatusCodes.Status500InternalServerError : StatusOf(fault);
        if (status != StatusCodes.Status500InternalServerError)
        {
            context.Response.Headers.RetryAfter = RetryAfter.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return status;
    }
}
