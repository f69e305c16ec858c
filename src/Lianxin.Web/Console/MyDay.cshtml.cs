using Lianxin.Database;
using Lianxin.Exchange;
using Lianxin.Matters;
using Lianxin.People;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Web.Console;

/// <summary>我的一天: what waits for the officer or the unit, each view with a count that stops at a hundred.</summary>
public sealed class MyDayPage(CurrentActor current, TimeProvider time, MatterReading reading, MatterQueues queues, InvariantsStanding standing, ImportDesk imports)
    : MatterListPage(current, time, reading, queues)
{
    /// <summary>The invariants as they stand (WQ-41).</summary>
    public IReadOnlyList<InvariantCheck> Invariants { get; private set; } = [];

    /// <summary>What the officer's unit left unsorted when the last working day ended, for its head (WQ-38); null for nothing.</summary>
    public TriageRest? Unsorted { get; private set; }

    /// <summary>The view's code in the address.</summary>
    [BindProperty(SupportsGet = true, Name = "view")]
    public string? Asked { get; set; }

    /// <summary>Whose: me or unit; without one, the unit for its lead and oneself for others.</summary>
    [BindProperty(SupportsGet = true, Name = "whose")]
    public string? Whose { get; set; }

    /// <summary>The view shown.</summary>
    public QueueView View { get; private set; }

    /// <summary>True when only the officer's own matters are shown.</summary>
    public bool Own => ListAddress.IsOwn(Whose, Actor);

    /// <summary>Every view with its count; empty for those who handle no matters.</summary>
    public IReadOnlyList<(QueueView View, string Key, int Count)> Views { get; private set; } = [];

    /// <summary>Imports of the officer that came to an end and were not looked at since.</summary>
    public IReadOnlyList<ImportRun> Ended { get; private set; } = [];

    /// <summary>The table.</summary>
    public MatterTable? Table { get; private set; }

    /// <summary>Nobody answers for what residents report yet: the administrators read what is to be done first.</summary>
    public bool IsNew => Tree.UnitFor(OfficerList.LeadTopic, null, Today) is null;

    /// <summary>Shows the view asked for, or the first that holds something.</summary>
    public async Task OnGet()
    {
        Ended = MayOpen("/console/import") ? await imports.Unseen(Me.Id) : [];
        if (!MayOpen("/console/matters"))
        {
            return;
        }

        await using var db = Reading.Open();
        var rules = await Reading.Rules(db);
        Invariants = await standing.Now();
        var since = rules.Calendar.PreviousWorkingDay(Today);
        Unsorted = await db.TriageRests.Where(r => r.Head == Me.Id && r.OnDay >= since).OrderByDescending(r => r.OnDay).FirstOrDefaultAsync();
        var views = new List<(QueueView, string, int)>();
        foreach (var view in Enum.GetValues<QueueView>())
        {
            views.Add((view, Conventions.Text(view), await MatterQueues.Count(db, view, Actor, Own, rules)));
        }

        Views = views;
        View = Conventions.TryParse<QueueView>(Asked, out var asked) ? asked : Views.FirstOrDefault(v => v.Count > 0).View;
        Table = await Read(ListAddress.Day(View, Own), Reading.Words["view." + Conventions.Text(View)], rules);
    }

    /// <summary>The address of a view.</summary>
    public static string Address(QueueView view, bool own) => ListAddress.Day(view, own).Itself;
}
