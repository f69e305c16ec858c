using Lianxin.Exchange;
using Lianxin.Foundation;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Lianxin.Web.Console;

/// <summary>The same table back with a 错误 column, for who started the import.</summary>
public sealed class ImportFaultsPage(CurrentActor current, TimeProvider time, ImportDesk desk, PageWords words) : ConsolePage(current, time)
{
    /// <summary>Makes the table anew from the kept file; nothing of it is kept on the way.</summary>
    public async Task<IActionResult> OnGet(Guid id)
    {
        if (await desk.Find(id, Actor) is not { } run || run.Officer != Actor.Id)
        {
            return NotFound();
        }

        var sheet = await desk.FaultSheet(run, words["import.fault.column"], faults => ImportWords.Faults(faults, words.Culture), Actor);
        Response.Headers.CacheControl = "private, no-store";
        var isXlsx = run.Kind == RowFileKind.Xlsx;
        return File(
            sheet,
            isXlsx ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv; charset=utf-8",
            $"import-{ShanghaiTime.DayOf(run.CreatedAt):yyyyMMdd}-errors.{(isXlsx ? "xlsx" : "csv")}");
    }
}
