using Lianxin.Database;
using Lianxin.Foundation;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Reports;

/// <summary>What the host registers of this module.</summary>
public static class ReportsModule
{
    /// <summary>Adds tables, desk, sheets and the job that adopts newer definitions.</summary>
    public static IServiceCollection AddReports(this IServiceCollection services) => services
        .AddSingleton<ITables, FigureTables>()
        .AddSingleton<FigureSource>()
        .AddSingleton<FigureDesk>()
        .AddSingleton<FigureSheets>()
        .AddSingleton<FigureRecords>()
        .AddJob<AdoptDefinitions>();
}
