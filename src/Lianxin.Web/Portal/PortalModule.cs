using Lianxin.Database;
using Lianxin.Foundation;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lianxin.Web.Portal;

/// <summary>What the host registers for the residents' pages.</summary>
public static class PortalModule
{
    /// <summary>Adds tables, drafts, doors and the clearing job.</summary>
    public static IServiceCollection AddPortal(this IServiceCollection services)
    {
        services.AddSingleton<ITables, PortalTables>();
        services.AddSingleton(s => s.GetService<IConfiguration>()?.GetSection("Limits").Get<AddressLimitSettings>() ?? new AddressLimitSettings());
        services.AddSingleton<AddressLimits>();
        services.AddSingleton<PhotoIntake>();
        services.AddSingleton<ReportDrafts>();
        services.AddSingleton<TrackingDoor>();
        services.AddSingleton<RightsDoor>();
        services.AddSingleton<OwnCopy>();
        services.AddSingleton<SimilarMatters>();
        services.AddJob<ClearDrafts>();
        services.PostConfigure<RazorPagesOptions>(options =>
        {
            // The same pages for who came by number and code; the cookie says which matter.
            options.Conventions.AddPageRoute("/Portal/Tracking/Show", "/track/matter");
            options.Conventions.AddPageRoute("/Portal/Tracking/Withdraw", "/track/matter/withdraw");
            options.Conventions.AddPageRoute("/Portal/Tracking/Why", "/track/matter/why");
            options.Conventions.AddPageRoute("/Portal/Rights/Data", "/track/matter/data");
            options.Conventions.AddPageRoute("/Portal/Rights/Copy", "/track/matter/data/copy");
            options.Conventions.AddPageRoute("/Portal/Rights/Correct", "/track/matter/data/correct");
            options.Conventions.AddPageRoute("/Portal/Rights/Consent", "/track/matter/data/consent");
            options.Conventions.AddPageRoute("/Portal/Rights/Erase", "/track/matter/data/erase");
            options.Conventions.AddPageRoute("/Portal/Proof/Proof", "/track/matter/proof");
            options.Conventions.AddPageRoute("/Portal/Proof/ReceiptFile", "/track/matter/receipt/{seq:long?}");
            options.Conventions.AddPageRoute("/Portal/Tracking/Photo", "/track/matter/photos/{seq:long}/{place:int}");
        });
        return services;
    }
}
