using Lianxin.Web.Hosting;

namespace Lianxin.Web.Console;

/// <summary>One officer: unit, roles, and who answers meanwhile.</summary>
public sealed class OfficerShowPage(CurrentActor current, TimeProvider time, PageWords words) : OfficerPage(current, time, words)
{
}
