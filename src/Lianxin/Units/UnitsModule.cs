using Lianxin.Database;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Units;

/// <summary>What the host registers of this module.</summary>
public static class UnitsModule
{
    /// <summary>Adds tables, book and desk.</summary>
    public static IServiceCollection AddUnits(this IServiceCollection services) => services
        .AddSingleton<ITables, UnitTables>()
        .AddSingleton<UnitBook>()
        .AddSingleton<UnitDesk>();
}
