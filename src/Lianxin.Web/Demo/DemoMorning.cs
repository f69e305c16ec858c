using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.People;

namespace Lianxin.Web.Demo;

/// <summary>The town as it wakes up on one day: rules, officers, and every open matter. Nothing in it changes during the day.</summary>
internal sealed class DemoMorning(Rulebook book, IReadOnlyList<Matter> open, ILookup<long, MatterQuestion> questions, ILookup<long, MatterCoHandler> helpers)
{
    private readonly Dictionary<Guid, Actor[]> _here = [];
    private Dictionary<string, Actor[]>? _byRole;

    public Rulebook Book { get; } = book;

    public DateOnly Today => Book.Today;

    /// <summary>Every matter that is not closed, by number.</summary>
    public IReadOnlyList<Matter> Open { get; } = open;

    /// <summary>Questions without an answer.</summary>
    public ILookup<long, MatterQuestion> Questions { get; } = questions;

    /// <summary>Helping units that have not answered.</summary>
    public ILookup<long, MatterCoHandler> Helpers { get; } = helpers;

    public bool IsWorkingDay { get; } = book.Calendar.IsWorkingDay(book.Today);

    /// <summary>An officer of the unit who is here and holds one of the roles; null when nobody does.</summary>
    public Actor? Someone(Guid unit, IReadOnlyList<string> roles, DemoDice dice, Guid? but = null)
    {
        if (!_here.TryGetValue(unit, out var here))
        {
            here = [.. Book.Officers.Of(unit, Today).Where(o => Book.Officers.IsPresent(o.Id, Today)).Select(Actor)];
            _here.Add(unit, here);
        }

        var fit = here.Where(o => o.Id != but && roles.Any(o.Is)).ToList();
        return fit.Count == 0 ? null : dice.Any(fit);
    }

    /// <summary>An officer of the district who is here and holds the role.</summary>
    public Actor? Anyone(string role, DemoDice dice, Guid? notOfUnit = null)
    {
        _byRole ??= Roles.Staff.ToDictionary(r => r, r => Book.Officers.With(r, Today).Select(Actor).ToArray());
        var fit = _byRole[role].Where(o => o.Unit != notOfUnit).ToList();
        return fit.Count == 0 ? null : dice.Any(fit);
    }

    public string NameOf(Guid unit) => Book.Units.NameOf(unit, Today);

    /// <summary>A time of this day, between two hours of the wall clock.</summary>
    public DateTime Time(DemoDice dice, double from, double until) =>
        ShanghaiTime.StartOfDay(Today).AddMilliseconds((long)((from + (dice.NextDouble() * (until - from))) * 3_600_000));

    /// <summary>True while offices are open.</summary>
    public bool InOffice(DateTime at) =>
        IsWorkingDay && ShanghaiTime.Local(at).TimeOfDay is { } time && time >= new TimeSpan(8, 30, 0) && time <= new TimeSpan(17, 30, 0);

    private Actor Actor(Officer officer) => new(ActorKind.Staff, Via.Web, officer.Id, Book.Officers.UnitOf(officer.Id, Today))
    {
        Roles = Book.Officers.RolesOf(officer.Id, Today),
    };
}
