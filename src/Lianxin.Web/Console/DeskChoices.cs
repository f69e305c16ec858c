using System.Globalization;
using Lianxin.Matters;
using Lianxin.People;
using Lianxin.Profiles;
using Lianxin.Units;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lianxin.Web.Console;

/// <summary>The lists of the rulebook as choices of a form, in the language of the request.</summary>
internal static class DeskChoices
{
    private static string Language => CultureInfo.CurrentUICulture.Name;

    /// <summary>Every leaf of the tree under its root's name.</summary>
    internal static IEnumerable<SelectListItem> Categories(Profile lists) => lists.Leaves
        .Select(c => (Root: lists.RootOf(c.Code), Leaf: c))
        .GroupBy(c => c.Root.Code)
        .SelectMany(g => g.Select(c => new SelectListItem(
            c.Root.Code == c.Leaf.Code ? c.Leaf.Office.In(Language) : $"{c.Root.Office.In(Language)} · {c.Leaf.Office.In(Language)}", c.Leaf.Code)));

    /// <summary>The plain label of a category; its code when it is no longer there.</summary>
    internal static string Category(Profile lists, string code) => lists.Categories.FirstOrDefault(c => c.Code == code)?.Office.In(Language) ?? code;

    /// <summary>The label of a channel; its code when it is no longer there.</summary>
    internal static string Channel(Profile lists, string code) => lists.Channels.FirstOrDefault(c => c.Code == code)?.Label.In(Language) ?? code;

    internal static IEnumerable<SelectListItem> Channels(Profile lists) => lists.Channels.Select(c => new SelectListItem(c.Label.In(Language), c.Code));

    internal static IEnumerable<SelectListItem> Refusals(Profile lists) => lists.Refusals.Select(r => new SelectListItem(r.Label.In(Language), r.Code));

    internal static IEnumerable<SelectListItem> Places(UnitTree tree, DateOnly on, string? search = null) =>
        (string.IsNullOrWhiteSpace(search) ? tree.Places.All(on) : tree.PlaceSearch(search, on))
        .Select(p => new SelectListItem(tree.Places.FullName(p.Code, on), p.Code));

    internal static IEnumerable<SelectListItem> Units(UnitTree tree, DateOnly on, string? search = null) =>
        (string.IsNullOrWhiteSpace(search) ? tree.Units(on) : tree.UnitSearch(search, on))
        .Select(u => new SelectListItem(tree.NameOf(u.Id, on, Language), u.Id.ToString()));

    /// <summary>The colleagues who may agree to a refusal: of the same unit or above it, present, and not oneself.</summary>
    internal static IEnumerable<SelectListItem> Seconds(OfficerList staff, Guid me, Guid unit, DateOnly on) => staff.All
        .Where(o => o.Id != me && staff.IsPresent(o.Id, on) && staff.UnitOf(o.Id, on) is { } near && staff.Units.IsWithin(unit, near, on))
        .Select(o => new SelectListItem($"{staff.NameOf(o.Id)} {staff.TitleOf(o.Id)}".Trim(), o.Id.ToString()));

    /// <summary>Kinds that may be set at a desk, each with the day it would tell.</summary>
    internal static IReadOnlyList<MatterKind> Kinds { get; } = [MatterKind.Immediate, MatterKind.Promised, MatterKind.ReportUp, MatterKind.Referral];
}
