using Lianxin.Database;
using Lianxin.Foundation;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Exchange;

/// <summary>What the host registers of this module.</summary>
public static class ExchangeModule
{
    /// <summary>Adds tables, desk and jobs of imports.</summary>
    public static IServiceCollection AddExchange(this IServiceCollection services) => services
        .AddSingleton<ITables, ImportTables>()
        .AddSingleton<ImportSignal>()
        .AddSingleton<ImportDesk>()
        .AddSingleton<ImportWork>()
        .AddJob<RunImports>()
        .AddJob<ClearImports>();
}
