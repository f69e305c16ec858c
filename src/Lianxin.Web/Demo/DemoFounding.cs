using Lianxin.Calendar;
using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.People;
using Lianxin.Profiles;
using Lianxin.Reports;
using Lianxin.Settings;
using Lianxin.Units;

namespace Lianxin.Web.Demo;

/// <summary>Founds the town through the real desks: settings, places, units and officers, each with the days it was what it was.</summary>
internal sealed class DemoFounding(IServiceProvider services, DemoTownBook town)
{
    private static readonly Actor Hand = Actor.System(Via.Cli);
    private readonly UnitDesk _units = services.GetRequiredService<UnitDesk>();
    private readonly PeopleDesk _people = services.GetRequiredService<PeopleDesk>();
    private readonly Dictionary<string, Guid> _ids = [];

    private DateOnly Founded => town.Units.Min(u => u.Since);

    public async Task Found(string profileFolder)
    {
        var settings = services.GetRequiredService<SettingDesk>();
        await settings.Apply(ProfileReader.Rows(profileFolder), Founded, Hand);
        await settings.ApplyCalendar(ShippedYears.Rows, Hand);
        await services.GetRequiredService<AdoptDefinitions>().Adopt();
        foreach (var place in town.Places.OrderBy(p => LevelOf(p).Rank()))
        {
            await Add(place);
        }

        foreach (var unit in town.Units)
        {
            await Add(unit);
        }

        foreach (var officer in town.Officers)
        {
            await _people.Add(
                new AddOfficer { Code = officer.Login, Name = officer.Name, Title = officer.Title, Unit = _ids[officer.Unit], Roles = [.. officer.Roles], On = Founded },
                Hand);
        }
    }

    private async Task Add(DemoPlace place)
    {
        var names = Names(place.Name, place.Formerly);
        await _units.AddPlace(
            new AddPlace { Code = place.Code, Level = LevelOf(place), Name = names[0].Name, Parent = place.ParentOn(Founded), On = Founded }, Hand);
        var version = 1;
        foreach (var (from, name) in names.Skip(1))
        {
            await _units.RenamePlace(place.Code, version++, name, from, Hand);
        }

        foreach (var parent in place.Parents.Where(p => p.From > Founded))
        {
            await _units.MovePlace(place.Code, version++, parent.Code, parent.From!.Value, Hand);
        }

        foreach (var alias in place.Aliases)
        {
            await _units.AddAlias(place.Code, alias, Hand);
        }
    }

    private async Task Add(DemoUnit unit)
    {
        var names = Names(unit.Name, unit.Formerly);
        var id = await _units.AddUnit(
            new AddUnit
            {
                Code = unit.Code,
                Kind = unit.Kind,
                Name = names[0].Name,
                English = unit.English,
                Parent = unit.Parent is { } parent ? _ids[parent] : null,
                Place = unit.Place,
                On = unit.Since,
            },
            Hand);
        _ids[unit.Code] = id;
        var version = 1;
        foreach (var (from, name) in names.Skip(1))
        {
            await _units.RenameUnit(id, version++, new RenameUnit { Name = name, English = unit.English, On = from }, Hand);
        }

        if (unit.Topics.Count > 0)
        {
            await _units.SetTopics(id, version++, unit.Topics, unit.Since, Hand);
        }

        await _units.SetContact(id, version, unit.Address, unit.Phone, Hand);
    }

    private static PlaceLevel LevelOf(DemoPlace place) =>
        Conventions.TryParse<PlaceLevel>(place.Level, out var known) ? known : throw new InvalidDataException($"{place.Code}: {place.Level}");

    // Each former name ends on its day; the next one begins there.
    private List<(DateOnly From, string Name)> Names(string now, IReadOnlyList<DemoFormerName> formerly)
    {
        var names = new List<(DateOnly, string)>();
        var from = Founded;
        foreach (var former in formerly.OrderBy(f => f.Until))
        {
            names.Add((from, former.Name));
            from = former.Until;
        }

        names.Add((from, now));
        return names;
    }
}
