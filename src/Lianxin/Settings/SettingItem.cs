using Lianxin.Database;
using Lianxin.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Settings;

/// <summary>
/// One row of one list a town may tune (categories, channels, limits, templates, reasons, hours, calendar years), in force from a day.
/// The row itself is a committed JSON text; a later row of the same code takes its place, history stays.
/// </summary>
public sealed class SettingItem
{
    /// <summary>The entry that set it; its wording <c>item</c> is the JSON, absent for a removal.</summary>
    public long Seq { get; init; }

    /// <summary>The list, for example <c>categories</c>.</summary>
    public string List { get; init; } = "";

    /// <summary>The row's code in the list.</summary>
    public string Code { get; init; } = "";

    /// <summary>In force from this day.</summary>
    public DateOnly FromOn { get; init; }

    /// <summary>Taken out from that day.</summary>
    public bool Removed { get; init; }

    /// <summary>It came from a profile, not from the office's own hand.</summary>
    public bool FromProfile { get; init; }
}

/// <summary>A row of a list was set or taken out, from a day on.</summary>
[FactType("setting.changed")]
public sealed record SettingChanged(string List, string Code, DateOnly FromOn, bool Removed, bool FromProfile) : Fact
{
    /// <inheritdoc/>
    public override void Fold(IFoldRows rows, Stamp stamp) => rows.Add(
        new SettingItem { Seq = stamp.Seq, List = List, Code = Code, FromOn = FromOn, Removed = Removed, FromProfile = FromProfile }, stamp.Seq);
}

/// <summary>The table of settings.</summary>
public sealed class SettingTables : ITables
{
    /// <inheritdoc/>
    public void Map(ModelBuilder model)
    {
        model.Entity<SettingItem>(e => e.HasKey(x => x.Seq));
        model.Entity<SettingItem>(e => e.Property(x => x.Seq).ValueGeneratedNever());
    }
}
