using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Reports;

/// <summary>What the host registers of this module.</summary>
public static class ReportsModule
{
    /// <summary>Adds the desk of figures.</summary>
    public static IServiceCollection AddReports(this IServiceCollection services) => services.AddSingleton<FigureDesk>();
}
