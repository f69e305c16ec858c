namespace Lianxin.Web.Demo;

/// <summary>A parent a place has or had, from a day on and until (not on) another; open where null.</summary>
public sealed record DemoParent(string Code, DateOnly? From, DateOnly? Until);

/// <summary>A name, and for a place the code, carried until (not on) a day.</summary>
public sealed record DemoFormerName(string Name, string? Code, DateOnly Until);

/// <summary>A place of the invented district under its 12-digit code, with the pinyin initials people type.</summary>
public sealed record DemoPlace(
    string Code, string Level, string Name, string English, string Initials,
    IReadOnlyList<string> Aliases, IReadOnlyList<DemoParent> Parents, IReadOnlyList<DemoFormerName> Formerly)
{
    /// <summary>The parent in force on a day; null for the district.</summary>
    public string? ParentOn(DateOnly day) =>
        Parents.FirstOrDefault(p => (p.From is null || p.From <= day) && (p.Until is null || day < p.Until))?.Code;
}

/// <summary>A unit: its kind in the profile, the place it serves, the topics it answers for.</summary>
public sealed record DemoUnit(
    string Code, string Kind, string Name, string English, string Initials, string Place, string? Parent,
    IReadOnlyList<string> Topics, string Address, string Phone, DateOnly Since, IReadOnlyList<DemoFormerName> Formerly);

/// <summary>An officer with an invented name; the sign-in name is unique.</summary>
public sealed record DemoOfficer(string Login, string Name, string Unit, IReadOnlyList<string> Roles, string Title);

/// <summary>An invented road in a street, town or park.</summary>
public sealed record DemoRoad(string Name, string Place);

/// <summary>A market, school, clinic, park, bus stop or square that people name to say where.</summary>
public sealed record DemoLandmark(string Name, string Kind, string Place);

/// <summary>An estate (numbered buildings) or hamlet (a village group, no buildings) in one grid.</summary>
public sealed record DemoEstate(
    string Name, string Kind, string Place, string Grid, string Road, int Number, int Buildings, int Doors, int Floors, int BuiltIn);
