using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lianxin.Web.Portal;

/// <summary>The first page: three doors, the emergency numbers, and what the office promises.</summary>
public sealed class IndexPage : PageModel;
