using Lianxin.Matters;
using Lianxin.Web.Hosting;

namespace Lianxin.Web.Console;

/// <summary>What imports brought and nobody took up: outside the daily triage, each row under the name of an officer.</summary>
public sealed class BacklogPage(CurrentActor current, TimeProvider time, MatterReading reading, MatterQueues queues) : MatterListPage(current, time, reading, queues)
{
    /// <summary>The rows, newest recording first.</summary>
    public MatterTable Table { get; private set; } = null!;

    /// <summary>Shows a page of rows.</summary>
    public async Task OnGet()
    {
        await using var db = Reading.Open();
        Table = await Read(ListAddress.Backlog(), Reading.Words["console.rail.backlog"], await Reading.Rules(db));
    }
}
