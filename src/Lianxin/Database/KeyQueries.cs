using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Lianxin.Database;

/// <summary>A row by its key, by a query that is translated once for each kind of row and model: the most frequent question of an operation.</summary>
internal static class KeyQueries
{
    private static readonly ConcurrentDictionary<(IModel, Type), Delegate> Made = new();

    private static readonly MethodInfo Compile = typeof(KeyQueries).GetMethod(nameof(Query), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>The tracked row; null when there is none.</summary>
    internal static Task<T?> Find<T>(LianxinDb db, object key)
        where T : class => ((Func<LianxinDb, object, Task<T?>>)Made.GetOrAdd((db.Model, typeof(T)), static made => Make(made.Item1, made.Item2)))(db, key);

    private static Delegate Make(IModel model, Type row)
    {
        var key = model.FindEntityType(row)!.FindPrimaryKey()!.Properties.Single().PropertyInfo!;
        return (Delegate)Compile.MakeGenericMethod(row, key.PropertyType).Invoke(null, [key])!;
    }

    private static Func<LianxinDb, object, Task<T?>> Query<T, TKey>(PropertyInfo key)
        where T : class
    {
        var (db, asked, row) = (Expression.Parameter(typeof(LianxinDb), "db"), Expression.Parameter(typeof(TKey), "key"), Expression.Parameter(typeof(T), "row"));
        var first = Expression.Call(
            typeof(Queryable),
            nameof(Queryable.FirstOrDefault),
            [typeof(T)],
            Expression.Call(db, nameof(DbContext.Set), [typeof(T)]),
            Expression.Quote(Expression.Lambda<Func<T, bool>>(Expression.Equal(Expression.Property(row, key), asked), row)));
        var query = EF.CompileAsyncQuery(Expression.Lambda<Func<LianxinDb, TKey, T?>>(first, db, asked));
        return (context, value) => query(context, (TKey)value);
    }
}
