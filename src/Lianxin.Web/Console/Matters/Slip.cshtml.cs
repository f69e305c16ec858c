using Lianxin.Database;
using Lianxin.Matters;
using Lianxin.Web.Hosting;
using Lianxin.Web.Portal;
using Microsoft.AspNetCore.Mvc;

namespace Lianxin.Web.Console;

/// <summary>受理回执单: what the person takes along. Handing it over shows the query code on this answer only and tells the day (INV-04).</summary>
public sealed class SlipPage(CurrentActor current, TimeProvider time, MatterReading reading, MatterContact desk, LianxinDatabase database) : MatterPage(current, time, reading)
{
    /// <summary>The query code, once it was handed over.</summary>
    public string? Code { get; private set; }

    /// <summary>True once the slip is out.</summary>
    public bool Handed { get; private set; }

    /// <summary>The finished receipt that goes with it, opening nothing.</summary>
    public Lianxin.Ledger.Receipt? Receipt { get; private set; }

    /// <summary>True when the officer may hand it over.</summary>
    public bool MayHand => MatterLifecycle.WhyNot(MatterLifecycle.Tell, Matter, Actor, Standing) is null;

    /// <summary>Shows the slip without the code.</summary>
    public void OnGet()
    {
    }

    /// <summary>Hands it over. Not redirected: the code must stand in no address and no session.</summary>
    public async Task<IActionResult> OnPost()
    {
        (Code, Handed) = (await desk.HandSlip(At, Texts["slip.reason"], Actor), true);
        await using var db = database.Read();
        Receipt = await OwnProofs.Find(db, Matter.Number, null);
        return Page();
    }
}
