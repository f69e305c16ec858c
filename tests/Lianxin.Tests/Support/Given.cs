using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.People;
using Lianxin.Units;

namespace Lianxin.Tests.Support;

/// <summary>Makes what a test starts from by walking the real desks, so that no test stands on an impossible row.</summary>
public sealed class Given(TestApp app)
{
    private readonly MatterIntake _intake = app.Get<MatterIntake>();

    /// <summary>A resident at the web page.</summary>
    public static Actor Anybody { get; } = Actor.Resident() with { Roles = new HashSet<string> { Roles.Anonymous } };

    /// <summary>The person of a matter, by link.</summary>
    public static Actor ThePerson { get; } = Actor.Resident() with { Roles = new HashSet<string> { Roles.ResidentLink } };

    /// <summary>An officer of the test town, with unit and roles as they are today.</summary>
    public async Task<Actor> Officer(string code)
    {
        await using var db = app.Read();
        var list = await app.Get<OfficerBook>().Read(db);
        var today = ShanghaiTime.DayOf(app.Clock.GetUtcNow().UtcDateTime);
        var officer = list.ByCode(code) ?? throw new InvalidOperationException($"The test town has no officer {code}.");
        return new Actor(ActorKind.Staff, Via.Web, officer.Id, list.UnitOf(officer.Id, today)) { Roles = list.RolesOf(officer.Id, today) };
    }

    /// <summary>The id of a unit of the test town.</summary>
    public async Task<Guid> Unit(string code)
    {
        await using var db = app.Read();
        return (await app.Get<UnitBook>().Read(db)).ByCode(code)!.Id;
    }

    /// <summary>A demand from the web, registered.</summary>
    public Task<MatterReceipt> Matter(string body = "永宁社区3栋门口的路灯不亮了,晚上看不见台阶。", string? phone = "13800135521", MatterForm form = MatterForm.Demand, string channel = "web") =>
        _intake.Submit(
            new SubmitMatter { Body = body, Form = form, Channel = channel, Place = TestTown.Community, Contact = new SubmitContact { Phone = phone } },
            Anybody);

    /// <summary>A demand that triage made a kind and offered to a unit.</summary>
    public async Task<MatterReceipt> Dispatched(string unit = "city", MatterKind kind = MatterKind.Promised)
    {
        var receipt = await Matter();
        await app.Get<MatterTriage>().ClassifyAndDispatch(
            new MatterRef(receipt.Number), new ClassifyMatter(kind, Category, TestTown.Community, Urgent: false), await Unit(unit), null, await Officer("centre-lead"));
        return receipt;
    }

    /// <summary>A demand that a unit handles.</summary>
    public async Task<MatterReceipt> Handled(string unit = "city", MatterKind kind = MatterKind.Promised)
    {
        var receipt = await Dispatched(unit, kind);
        await app.Get<MatterHandling>().Accept(new MatterRef(receipt.Number), null, await Officer(unit + "-lead"));
        return receipt;
    }

    /// <summary>A demand that was answered as solved and whose answer was delivered by the page.</summary>
    public async Task<MatterReceipt> Answered(string unit = "city")
    {
        var receipt = await Handled(unit);
        await app.Get<MatterAnswers>().Answer(
            new MatterRef(receipt.Number), new AnswerMatter(MatterOutcome.Solved, "路灯已经修好,今晚就亮了。"), await Officer(unit + "-lead"));
        await app.Get<MatterAnswers>().Opened(receipt.Number, ThePerson);
        return receipt;
    }

    /// <summary>A leaf category of the neutral profile.</summary>
    public const string Category = "street-lights";
}
