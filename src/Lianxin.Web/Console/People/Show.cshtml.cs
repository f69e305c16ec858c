using Lianxin.Web.Hosting;

namespace Lianxin.Web.Console.People;

/// <summary>One officer: unit, roles, and who answers meanwhile.</summary>
public sealed class ShowPage(CurrentActor current, TimeProvider time, PageWords words) : OfficerPage(current, time, words)
{
}
