using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lianxin.Web.Console;

/// <summary>Closed lists of the desks as choices, in the words of the request.</summary>
internal static class DeskWords
{
    /// <summary>The outcomes an answer may have.</summary>
    internal static IEnumerable<SelectListItem> Outcomes(PageWords words) =>
        new[] { MatterOutcome.Solved, MatterOutcome.SolvedInPart, MatterOutcome.Explained, MatterOutcome.Pointed }.Select(o => new SelectListItem(words.Of(o), o.ToString()));
}
