namespace Lianxin.Web.Hosting;

/// <summary>What the district says of itself on every page (settings section <c>Site</c>); an empty fact is left out. Footer after 政府网站发展指引.</summary>
public sealed record SiteFacts
{
    /// <summary>The district's name, beside the mark.</summary>
    public string DistrictName { get; init; } = "";

    /// <summary>The name beside the mark and in each title: the district's, or the product's while nobody set one.</summary>
    public string Brand(PageWords words) => DistrictName.Length > 0 ? DistrictName : words["common.product"];

    /// <summary>The site's address as residents reach it, for links in messages; without it the first address the server listens on.</summary>
    public string Address { get; init; } = "";

    /// <summary>主办单位: the office that answers for the site.</summary>
    public string HostOffice { get; init; } = "";

    /// <summary>承办单位: the office that runs it.</summary>
    public string RunBy { get; init; } = "";

    /// <summary>网站标识码 of ten digits.</summary>
    public string SiteCode { get; init; } = "";

    /// <summary>ICP 备案号.</summary>
    public string IcpNumber { get; init; } = "";

    /// <summary>公安备案号.</summary>
    public string PoliceNumber { get; init; } = "";

    /// <summary>The hotline that is always in view.</summary>
    public string Hotline { get; init; } = "12345";

    /// <summary>The office's own phone, named on error pages and in the footer.</summary>
    public string OfficePhone { get; init; } = "";

    /// <summary>The phone for colleagues when the system fails.</summary>
    public string SupportPhone { get; init; } = "";

    /// <summary>Where a colleague's opinion of the system goes: a path or an address.</summary>
    public string FeedbackLink { get; init; } = "/console/opinion";
}
