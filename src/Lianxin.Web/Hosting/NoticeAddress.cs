using Lianxin.Notifications;

namespace Lianxin.Web.Hosting;

/// <summary>What notices say of the site: <c>Site:Address</c>, or without it the first address the server listens on.</summary>
internal static class NoticeAddress
{
    internal static NoticeSettings Read(IConfiguration? configuration)
    {
        var site = configuration?.GetSection("Site").Get<SiteFacts>() ?? new SiteFacts();
        var listens = (configuration?["Urls"] ?? "http://localhost:5080").Split(';')[0].Trim();
        return new NoticeSettings((site.Address.Length > 0 ? site.Address : listens).TrimEnd('/'), site.OfficePhone.Length > 0 ? site.OfficePhone : site.Hotline);
    }
}
