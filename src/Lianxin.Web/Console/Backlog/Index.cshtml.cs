using Lianxin.Matters;
using Lianxin.Web.Hosting;

namespace Lianxin.Web.Console;

/// <summary>What imports brought and nobody took up: outside the daily triage, each row under the name of an officer.</summary>
public sealed class BacklogPage(CurrentActor current, TimeProvider time, MatterReading reading, MatterQueues queues) : ConsolePage(current, time)
{
    /// <summary>The rows, newest recording first.</summary>
    public MatterTable Table { get; private set; } = null!;

    /// <summary>Shows a page of rows.</summary>
    public async Task OnGet()
    {
        await using var db = reading.Open();
        var rules = await reading.Rules(db);
        var filter = new MatterFilter { Backlog = true, Everything = true, Order = QueueOrder.Newest };
        var rows = await queues.Find(db, filter, rules, Actor, MatterTable.Read(Request.Query["after"], Request.Query["before"]));
        Table = new MatterTable(reading.Words["console.rail.backlog"], rows, new MatterNames(rules, reading.Words), Actor, at => "/console/backlog?" + MatterTable.Write(at));
    }
}
