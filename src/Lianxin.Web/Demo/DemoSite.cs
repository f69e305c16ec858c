using Lianxin.Profiles;
using Lianxin.Web.Hosting;

namespace Lianxin.Web.Demo;

/// <summary>What the fictional district says of itself on every page of a demo.</summary>
public static class DemoSite
{
    /// <summary>Reads the facts that the program carries; throws <see cref="InvalidDataFilesException"/> with every problem.</summary>
    public static SiteFacts Read()
    {
        var problems = new List<ProfileProblem>();
        var facts = new DemoTownFiles(problems).One("site.json", f => new SiteFacts
        {
            DistrictName = f.Text("districtName"),
            HostOffice = f.Text("hostOffice"),
            RunBy = f.Text("runBy"),
            SiteCode = f.Text("siteCode"),
            IcpNumber = f.Text("icpNumber"),
            PoliceNumber = f.Text("policeNumber"),
            OfficePhone = f.Text("officePhone"),
        });
        return problems.Count is 0 ? facts : throw new InvalidDataFilesException(problems);
    }
}
