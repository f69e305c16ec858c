using Lianxin.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Units;

/// <content>Places.</content>
public sealed partial class UnitDesk
{
    /// <summary>Adds a place below another one; the district itself has none above.</summary>
    public Task AddPlace(AddPlace input, Actor actor) => journal.Write(actor, async work =>
    {
        if (!PlaceRules.IsCode(input.Code, input.Level))
        {
            throw UnitRefusals.PlaceCodeWrong();
        }

        if (await work.Find<Place>(input.Code) is not null)
        {
            throw UnitRefusals.PlaceCodeTaken(input.Code);
        }

        await MustFitBelow(work, input.Level, input.Parent);
        await work.Save(new PlaceAdded(input.Code, input.Level, input.Parent, input.On), commits: Committed.Texts(("name", input.Name)));
        work.SettingsChanged();
    });

    /// <summary>Gives the place another name from a day on.</summary>
    public Task RenamePlace(string code, int version, string name, DateOnly on, Actor actor) => journal.Write(actor, async work =>
    {
        var place = await LoadPlace(work, code, version);
        var row = await RowOn(work, place, on);
        await work.Save(new PlaceRenamed(code, row.Parent, on), commits: Committed.Texts(("name", name)));
        work.SettingsChanged();
    });

    /// <summary>Puts the place below another one from a day on; earlier days keep the former parent (WQ-18).</summary>
    public Task MovePlace(string code, int version, string parent, DateOnly on, Actor actor) => journal.Write(actor, async work =>
    {
        var place = await LoadPlace(work, code, version);
        var row = await RowOn(work, place, on);
        await MustFitBelow(work, place.Level, parent);
        var tree = await book.Read(work);
        if (tree.Places.Path(parent, on).Contains(code))
        {
            throw UnitRefusals.PlaceLevelWrong();
        }

        await work.Save(new PlaceMoved(code, parent, row.NameSeq, on));
        work.SettingsChanged();
    });

    /// <summary>Adds a word people use for the place; it is found by it.</summary>
    public Task AddAlias(string code, string alias, Actor actor) => journal.Write(actor, async work =>
    {
        _ = await work.Find<Place>(code) ?? throw UnitRefusals.UnknownPlace("Code");
        await work.Save(new PlaceAliasAdded(code), commits: Committed.Texts(("alias", alias)));
        work.SettingsChanged();
    });

    private static async Task<Place> LoadPlace(Work work, string code, int version)
    {
        var place = await work.Find<Place>(code) ?? throw UnitRefusals.UnknownPlace("Code");
        return place.Version == version ? place : throw UnitRefusals.PlaceChangedMeanwhile();
    }

    private static async Task<PlaceName> RowOn(Work work, Place place, DateOnly on)
    {
        if (on < place.FoundedOn)
        {
            throw UnitRefusals.PlaceBeforeFounding(place.FoundedOn);
        }

        return await (await work.Db()).PlaceNames.AsNoTracking()
            .Where(n => n.Place == place.Code && n.FromOn <= on)
            .OrderByDescending(n => n.FromOn).ThenByDescending(n => n.Seq).FirstAsync();
    }

    private static async Task MustFitBelow(Work work, PlaceLevel level, string? parent)
    {
        if (parent is null)
        {
            if (level != PlaceLevel.District || await (await work.Db()).Places.AnyAsync())
            {
                throw UnitRefusals.PlaceLevelWrong();
            }

            return;
        }

        var above = await work.Find<Place>(parent) ?? throw UnitRefusals.UnknownPlace("Parent");
        if (above.Level.Rank() > level.Rank() || (above.Level.Rank() == level.Rank() && level != PlaceLevel.Grid))
        {
            throw UnitRefusals.PlaceLevelWrong();
        }
    }
}
