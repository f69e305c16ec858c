using Lianxin.Foundation;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Lianxin.Web.Hosting;

/// <summary>A fault without its message: messages of a database quote the rows they are about, so logs and rows get code and places only.</summary>
public static class FaultCode
{
    /// <summary>For example <c>matter.not_now</c>, <c>SqliteException 5</c> or <c>FormatException</c>.</summary>
    public static string Of(Exception fault) => fault switch
    {
        RefusedException refused => refused.Code,
        PostgresException postgres => $"{nameof(PostgresException)} {postgres.SqlState}",
        SqliteException sqlite => $"{nameof(SqliteException)} {sqlite.SqliteErrorCode}",
        AggregateException { InnerException: { } first } => Of(first),
        Microsoft.EntityFrameworkCore.DbUpdateException { InnerException: { } cause } => Of(cause),
        _ => fault.GetType().Name,
    };

    /// <summary>The codes of the fault and its causes with the places in the code they came from.</summary>
    public static string Trace(Exception fault)
    {
        var text = $"{Of(fault)}{Environment.NewLine}{fault.StackTrace}";
        return fault.InnerException is { } cause ? $"{text}{Environment.NewLine} <- {Trace(cause)}" : text;
    }
}
