using System.Globalization;
using Lianxin.Exchange;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Lianxin.Web.Console;

/// <summary>A list of matters as an Excel file: what lists show and nothing of the contact (WQ-44). Texts stay texts, so that none runs as a formula.</summary>
public static class MatterSheet
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly (string Key, int Width)[] Columns =
    [
        ("number", 16), ("title", 40), ("place", 26), ("category", 16), ("kind", 10), ("state", 10), ("due", 13), ("term", 18), ("unit", 22), ("officer", 10), ("channel", 14), ("received", 18),
    ];

    /// <summary>The file, ready to be sent.</summary>
    public static FileContentResult File(IReadOnlyList<MatterRow> rows, MatterNames names, PageWords words, DateOnly today)
    {
        using var target = new MemoryStream();
        using (var sheet = RowFile.Create(target, RowFileKind.Xlsx, words["console.rail.matters"], [.. Columns.Select(c => new SheetColumn(words["column." + c.Key], c.Width))]))
        {
            foreach (var row in rows)
            {
                sheet.Write(Cells(row, names, words));
            }

            sheet.Finish();
        }

        return new FileContentResult(target.ToArray(), Xlsx)
        {
            FileDownloadName = words["export.file", today.ToString("yyyyMMdd", CultureInfo.InvariantCulture)] + ".xlsx",
        };
    }

    private static IReadOnlyList<SheetCell> Cells(MatterRow row, MatterNames names, PageWords words)
    {
        var on = ShanghaiTime.DayOf(row.ReceivedAt);
        return
        [
            SheetCell.Of(new MatterNumber(row.Number).Digits),
            SheetCell.Of(row.Title ?? words["matter.erased"]),
            SheetCell.Of(names.Place(row.Place, on)),
            SheetCell.Of(names.Category(row.Category)),
            SheetCell.Of(names.Kind(row.Kind)),
            SheetCell.Of(words["state." + MatterNames.StateOf(row.State, row.Master, row.Paused, row.Returns, row.Reopenings)]),
            row.DueOn is { } due ? SheetCell.OfLocal(due.ToDateTime(TimeOnly.MinValue)) : SheetCell.Empty,
            SheetCell.Of(names.Term(row).Remains),
            SheetCell.Of(names.Unit(row.Unit, on)),
            SheetCell.Of(names.Officer(row.Officer)),
            SheetCell.Of(names.Channel(row.Channel)),
            SheetCell.OfLocal(ShanghaiTime.Local(row.ReceivedAt)),
        ];
    }
}
