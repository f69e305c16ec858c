using Lianxin.Calendar;
using Lianxin.Foundation;
using Lianxin.People;
using Lianxin.Profiles;
using Lianxin.Reports;
using Lianxin.Settings;
using Lianxin.Units;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Tests.Support;

/// <summary>
/// A town of a few units and officers, made through the real desks once a run: the lead office, the reception centre, supervision,
/// one street with one community, and the departments water, city and labour. Unit codes and officer codes are what tests name.
/// </summary>
internal static class TestTown
{
    internal const string District = "990101000000";
    internal const string Street = "990101001000";
    internal const string Community = "990101001010";

    private static readonly DateOnly Founded = new(2024, 1, 1);
    private static readonly Actor System = Actor.System(Via.Cli);

    private static readonly (string Code, string Kind, string Name, string Place, string[] Topics)[] Units =
    [
        ("lead", "lead-office", "连心办", District, ["lead-office"]),
        ("centre", "centre", "群众服务中心", District, ["reception"]),
        ("supervision", "supervision", "督查督办中心", District, ["supervision"]),
        ("street", "street", "东桥街道群众工作站", Street, []),
        ("yongning", "community", "永宁社区群众工作室", Community, []),
        ("water", "utility", "自来水公司", District, ["water"]),
        ("city", "department", "区城市管理局", District, ["city-management", "housing", "roads"]),
        ("labour", "department", "区人力资源和社会保障局", District, ["labour"]),
    ];

    private static readonly (string Code, string Name, string Unit, string[] Roles)[] Officers =
    [
        ("coordinator", "测试甲", "lead", [Roles.Coordinator, Roles.UnitLead]),
        ("centre-lead", "测试乙", "centre", [Roles.UnitLead, Roles.WindowClerk]),
        ("clerk", "测试丙", "centre", [Roles.WindowClerk]),
        ("operator", "测试丁", "centre", [Roles.HotlineOperator]),
        ("supervisor", "测试戊", "supervision", [Roles.Supervisor, Roles.UnitLead]),
        ("street-lead", "测试己", "street", [Roles.UnitLead, Roles.Handler]),
        ("yongning-lead", "测试庚", "yongning", [Roles.UnitLead, Roles.Handler]),
        ("water-lead", "测试辛", "water", [Roles.UnitLead, Roles.Handler]),
        ("water-handler", "测试壬", "water", [Roles.Handler]),
        ("city-lead", "测试癸", "city", [Roles.UnitLead, Roles.Handler]),
        ("city-handler", "测试子", "city", [Roles.Handler]),
        ("labour-lead", "测试丑", "labour", [Roles.UnitLead, Roles.Handler]),
    ];

    internal static async Task Build(IServiceProvider services)
    {
        var settings = services.GetRequiredService<SettingDesk>();
        await settings.Apply(ProfileReader.Rows(SourceTree.At("profiles/neutral")), Founded, System);
        await settings.ApplyCalendar(ShippedYears.Rows, System);
        await services.GetRequiredService<AdoptDefinitions>().Adopt();
        var desk = services.GetRequiredService<UnitDesk>();
        await desk.AddPlace(new AddPlace { Code = District, Level = PlaceLevel.District, Name = "连心区", On = Founded }, System);
        await desk.AddPlace(new AddPlace { Code = Street, Level = PlaceLevel.Street, Name = "东桥街道", Parent = District, On = Founded }, System);
        await desk.AddPlace(new AddPlace { Code = Community, Level = PlaceLevel.Community, Name = "永宁社区", Parent = Street, On = Founded }, System);
        var ids = new Dictionary<string, Guid>();
        foreach (var (code, kind, name, place, topics) in Units)
        {
            ids[code] = await desk.AddUnit(new AddUnit { Code = code, Kind = kind, Name = name, Place = place, On = Founded }, System);
            if (topics.Length > 0)
            {
                await desk.SetTopics(ids[code], 1, topics, Founded, System);
            }
        }

        var people = services.GetRequiredService<PeopleDesk>();
        foreach (var (code, name, unit, roles) in Officers)
        {
            await people.Add(new AddOfficer { Code = code, Name = name, Unit = ids[unit], Roles = roles, On = Founded }, System);
        }
    }
}
