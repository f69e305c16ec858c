using Lianxin.Units;

namespace Lianxin.People;

/// <summary>The people of the district as one picture, asked as of a day: who works where, in which roles, and who answers (INV-01).</summary>
public sealed class OfficerList
{
    private static readonly HashSet<string> None = [];
    private readonly Dictionary<Guid, Officer> _officers;
    private readonly Dictionary<string, Officer> _byCode;
    private readonly Dictionary<Guid, Dated<OfficerPost>> _posts;
    private readonly ILookup<Guid, OfficerLeave> _leaves;
    private readonly Dictionary<Guid, Dated<TriageOfficer>> _triage;
    private readonly Dictionary<string, HashSet<string>> _roleSets = [];
    private readonly OfficerRows _rows;

    internal OfficerList(OfficerRows rows)
    {
        _rows = rows;
        Units = rows.Units;
        All = [.. rows.Officers.OrderBy(o => o.Code, StringComparer.Ordinal)];
        _officers = All.ToDictionary(o => o.Id);
        _byCode = rows.Officers.ToDictionary(o => o.Code, StringComparer.Ordinal);
        _posts = rows.Posts.GroupBy(p => p.Officer).ToDictionary(g => g.Key, g => new Dated<OfficerPost>(g, p => p.FromOn, p => p.Seq));
        _leaves = rows.Leaves.ToLookup(l => l.Officer);
        _triage = rows.Triage.GroupBy(t => t.Unit).ToDictionary(g => g.Key, g => new Dated<TriageOfficer>(g, t => t.FromOn, t => t.Seq));
        foreach (var roles in rows.Posts.Select(p => p.Roles).Distinct())
        {
            _roleSets.Add(roles, [.. roles.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        }
    }

    /// <summary>The units of the same picture.</summary>
    public UnitTree Units { get; }

    /// <summary>Everybody who ever worked here, by account name.</summary>
    public IReadOnlyList<Officer> All { get; }

    /// <summary>The officer of that id; null for an unknown one.</summary>
    public Officer? Officer(Guid id) => _officers.GetValueOrDefault(id);

    /// <summary>The officer of that account name; null for an unknown one.</summary>
    public Officer? ByCode(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>The officer's name; empty for an unknown one.</summary>
    public string NameOf(Guid id) => Word(id, "name");

    /// <summary>The officer's title, such as 中心主任; empty where none is recorded.</summary>
    public string TitleOf(Guid id) => Word(id, "title");

    /// <summary>The unit of the officer on that day.</summary>
    public Guid? UnitOf(Guid id, DateOnly on) => Post(id, on)?.Unit;

    /// <summary>The officer's first day; null for an unknown one.</summary>
    public DateOnly? FirstDayOf(Guid id) => _posts.TryGetValue(id, out var posts) ? posts.All.First().FromOn : null;

    /// <summary>The roles of the officer on that day; none when the account is off.</summary>
    public IReadOnlySet<string> RolesOf(Guid id, DateOnly on) =>
        IsActive(id, on) && Post(id, on) is { } post ? _roleSets[post.Roles] : None;

    /// <summary>True when the officer holds the role on that day.</summary>
    public bool Is(Guid id, string role, DateOnly on) => RolesOf(id, on).Contains(role);

    /// <summary>True when the account exists and is on that day; a person on leave is active.</summary>
    public bool IsActive(Guid id, DateOnly on) => Officer(id) is { } officer && (officer.DeactivatedOn is not { } off || on < off) && Post(id, on) is not null;

    /// <summary>The absence that covers the day; null when the officer is here.</summary>
    public OfficerLeave? LeaveOf(Guid id, DateOnly on) =>
        _leaves[id].Where(l => l.FromOn <= on && (l.BackOn is not { } back || on < back)).MaxBy(l => l.Seq);

    /// <summary>All absences of the officer, oldest first.</summary>
    public IReadOnlyList<OfficerLeave> LeavesOf(Guid id) => [.. _leaves[id].OrderBy(l => l.FromOn).ThenBy(l => l.Seq)];

    /// <summary>True when the officer can be given something on that day: active and not away.</summary>
    public bool IsPresent(Guid id, DateOnly on) => IsActive(id, on) && LeaveOf(id, on) is null;

    /// <summary>The officer, or whoever answers for the officer on that day along the chain of absences; null when nobody does.</summary>
    public Officer? AnswersFor(Guid id, DateOnly on)
    {
        var at = id;
        for (var steps = 0; steps <= _officers.Count && IsActive(at, on); steps++)
        {
            if (LeaveOf(at, on) is not { } leave)
            {
                return Officer(at);
            }

            at = leave.Successor;
        }

        return null;
    }

    /// <summary>Those on leave that day for whom the officer answers directly.</summary>
    public IReadOnlyList<Guid> StandsInFor(Guid id, DateOnly on) => [.. _officers.Keys.Where(o => LeaveOf(o, on)?.Successor == id && IsActive(o, on))];

    /// <summary>The active officers of the unit on that day, heads first, then by account name.</summary>
    public IReadOnlyList<Officer> Of(Guid unit, DateOnly on) =>
        [.. All.Where(o => IsActive(o.Id, on) && UnitOf(o.Id, on) == unit).OrderBy(o => Is(o.Id, Roles.UnitLead, on) ? 0 : 1)];

    /// <summary>The officers with the role on that day who are here, by account name.</summary>
    public IReadOnlyList<Officer> With(string role, DateOnly on) => [.. All.Where(o => IsPresent(o.Id, on) && Is(o.Id, role, on))];

    /// <summary>
    /// Who answers for the unit on that day (INV-01): its lead who is here, else who stands in for a lead, else the head of the unit above;
    /// null only where no unit above has one.
    /// </summary>
    public Officer? HeadOf(Guid unit, DateOnly on)
    {
        Guid? at = unit;
        for (var steps = 0; at is { } id && steps < 100; steps++)
        {
            var leads = LeadsOf(id, on);
            if (leads.FirstOrDefault(o => IsPresent(o.Id, on)) is { } here)
            {
                return here;
            }

            if (leads.Select(o => AnswersFor(o.Id, on)).FirstOrDefault(o => o is not null) is { } standIn)
            {
                return standIn;
            }

            at = Units.ParentOf(id, on);
        }

        return null;
    }

    /// <summary>The active officers with the role unit_lead in the unit on that day, here or away.</summary>
    public IReadOnlyList<Officer> LeadsOf(Guid unit, DateOnly on) => [.. Of(unit, on).Where(o => Is(o.Id, Roles.UnitLead, on))];

    /// <summary>Who sorts what comes in for the unit on that day: the chosen officer or the stand-in, else the head.</summary>
    public Officer? TriageOfficerOf(Guid unit, DateOnly on) =>
        _triage.TryGetValue(unit, out var chosen) && chosen.On(on) is { } row && UnitOf(row.Officer, on) == unit && AnswersFor(row.Officer, on) is { } officer
            ? officer
            : HeadOf(unit, on);

    /// <summary>The district's coordinator on that day: one of the lead unit first, then any, then the lead unit's head; null in an empty district.</summary>
    public Officer? Coordinator(DateOnly on)
    {
        var lead = Units.UnitFor(LeadTopic, null, on);
        var all = With(Roles.Coordinator, on);
        return all.FirstOrDefault(o => lead is not null && UnitOf(o.Id, on) == lead.Id)
            ?? (all.Count > 0 ? all[0] : null)
            ?? (lead is null ? null : HeadOf(lead.Id, on));
    }

    /// <summary>The supervisors who are here on that day.</summary>
    public IReadOnlyList<Officer> Supervisors(DateOnly on) => With(Roles.Supervisor, on);

    /// <summary>The topic of the district's lead unit.</summary>
    public const string LeadTopic = "lead-office";

    internal OfficerPost? Post(Guid id, DateOnly on) => _posts.TryGetValue(id, out var posts) ? posts.On(on) : null;

    private string Word(Guid id, string path) => Officer(id) is { } officer ? _rows.Words.GetValueOrDefault((officer.NameSeq, path), "") : "";
}
