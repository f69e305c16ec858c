using Lianxin.People;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lianxin.Web.Console;

/// <summary>What the pages about people share: roles and states in words.</summary>
public abstract class OfficerWordsPage(CurrentActor current, TimeProvider time, PageWords words) : ConsolePage(current, time)
{
    /// <summary>The texts of the request.</summary>
    protected PageWords Texts => words;

    /// <summary>All roles an account may hold.</summary>
    public IEnumerable<SelectListItem> RoleChoices => Roles.Staff.Select(r => new SelectListItem(words[$"role.{r}"], r));

    /// <summary>The roles of an officer in words.</summary>
    public string RolesOf(Guid officer) =>
        string.Join(words["access.comma"], Roles.Staff.Where(r => Staff.Is(officer, r, Today)).Select(r => words[$"role.{r}"]));

    /// <summary>here, away or off: the last part of a text key.</summary>
    public string StateOf(Guid officer) => !Staff.IsActive(officer, Today) ? "off" : Staff.LeaveOf(officer, Today) is null ? "here" : "away";
}
