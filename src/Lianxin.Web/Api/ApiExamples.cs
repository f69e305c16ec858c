using System.Text.Json.Nodes;

namespace Lianxin.Web.Api;

/// <summary>The examples of the document. Tests send the bodies as they stand, and hold the answers against their schemas.</summary>
internal static class ApiExamples
{
    private const string DueOn = "2026-09-15";

    private static readonly Dictionary<string, string> Bodies = new(StringComparer.Ordinal)
    {
        ["submit"] = """{"body":"永宁社区3栋门口的路灯不亮了,晚上看不见台阶。","form":"demand","channel":"web","place":"990101001010","category":"street-lights","contact":{"name":"王先生","phone":"13800135521"}}""",
        ["classify"] = """{"kind":"promised","category":"street-lights","place":"990101001010","urgent":false}""",
        ["answer_now"] = """{"outcome":"explained","answer":"办理时间是工作日9时至17时,带身份证即可。"}""",
        ["keep"] = "{}",
        ["accept"] = """{"officer":"city-handler"}""",
        ["answer"] = """{"outcome":"solved","answer":"路灯已经修好,今晚就亮了。"}""",
        ["dispatch"] = """{"unit":"city","note":"请尽快查看。"}""",
        ["return"] = """{"reason":"other-unit","words":"该路段由街道管理。"}""",
        ["assign"] = """{"officer":"city-handler"}""",
        ["ask"] = """{"question":"是3栋东门还是西门?"}""",
        ["ask_papers"] = """{"items":["身份证复印件","租赁合同"],"where":"群众服务中心2号窗口"}""",
        ["papers_in"] = """{"note":"材料齐全。"}""",
        ["report_up"] = """{"rule":"资金超出本级权限","days":10}""",
        ["chase"] = """{"whom":"市住建局办公室","words":"正在会签,本周答复。"}""",
        ["approval"] = """{"documentOn":"2026-09-01","document":"同意改造,按计划实施。","execute":true}""",
        ["extend"] = $$"""{"dueOn":"{{DueOn}}","reason":"灯具需要定制。","approver":"city-lead"}""",
        ["change_kind"] = """{"kind":"report_up","reason":"需要上级审批资金。"}""",
        ["add_helper"] = """{"unit":"water","what":"请核对井盖归属。","days":3}""",
        ["help"] = """{"position":"井盖属自来水公司,已更换。"}""",
        ["take_up"] = "{}",
        ["block"] = """{"reason":"funds","unit":"lead","words":"今年预算已用完。"}""",
        ["unblock"] = """{"words":"已从维修基金列支。"}""",
        ["tell"] = """{"way":"call","note":"已电话告知办理期限。"}""",
        ["note"] = """{"note":"已派人到现场。","open":true}""",
        ["acknowledge"] = """{"words":"您的建议已收悉,谢谢。"}""",
        ["refuse"] = """{"reason":"court","answer":"该纠纷已由法院受理。","second":"city-handler"}""",
        ["merge"] = """{"master":"260000000013"}""",
        ["unmerge"] = """{"reason":"不是同一盏灯。"}""",
        ["promise_rest"] = $$"""{"promise":"剩余两盏在月底前修好。","dueOn":"{{DueOn}}"}""",
    };

    private static readonly Dictionary<string, string> Answers = new(StringComparer.Ordinal)
    {
        ["ApiReceipt"] = $$"""{"number":"260000000013","code":"048213","link":"http://localhost:5080/r/0123456789abcdef0123456789abcdef","dueOn":"2026-09-08","deadline":{{Limit}},"receiptCode":"7QPX-0M4T-9C2K-HV6D-3","receiptFile":"http://localhost:5080/r/0123456789abcdef0123456789abcdef/receipt"}""",
        ["ApiMatter"] = Matter,
        ["ApiMatters"] = $$"""{"items":[{{Matter}}],"next":"n.260000000013"}""",
        ["ApiThread"] = """{"number":"260000000013","items":[{"entry":81,"at":"2026-09-01T01:00:00Z","type":"matter.received","title":"收到诉求","by":"key","unit":"群众服务中心","words":[{"path":"body","text":"路灯不亮了。"}],"photos":0}]}""",
        ["ApiDeadlines"] = $$"""{"number":"260000000013","dueOn":"2026-09-08","limits":[{{Limit}}]}""",
        ["ApiLimit"] = Limit,
        ["ApiCategories"] = """{"items":[{"code":"street-lights","parent":"city","label":"路灯","officeLabel":"路灯照明","kind":"promised","workingDays":5}]}""",
        ["ApiPlaces"] = """{"items":[{"code":"990101001010","name":"永宁社区","level":"community","parent":"990101001000"}]}""",
        ["ApiUnits"] = """{"items":[{"code":"city","name":"区城市管理局","kind":"department","place":"990101000000","own":true}]}""",
        ["ApiChannels"] = """{"items":[{"code":"web","label":"网站","kind":"web","origin":"came"}]}""",
        ["Figures"] = """{"definitions":1,"lastEntry":81,"received":1,"accepted":1,"answered":0,"closed":0,"solved":0,"onTime":0,"overdue":0,"open":1,"batches":0,"personTimes":0}""",
        ["ApiProblemBody"] = """{"type":"/help/api#input.invalid","title":"请求有误","status":400,"detail":"有1处需要更正。","code":"input.invalid","errors":[{"code":"field.unknown","detail":"没有名为 colour 的字段。","pointer":"/colour"}]}""",
    };

    private static string Limit => """{"clock":"promised","ruleVersion":1,"calendarVersion":1,"unit":"working_days","startedOn":"2026-09-01","days":5,"dueOn":"2026-09-08","provisional":false,"inForce":true,"paused":false,"extraDays":0,"counted":5,"stretches":[{"from":"2026-09-01","until":"2026-09-08","days":[{"on":"2026-09-02","counts":true,"why":"status.weekday"},{"on":"2026-09-05","counts":false,"why":"status.weekend"}]}],"pauses":[]}""";

    private static string Matter => """{"number":"260000000013","version":3,"form":"demand","state":"handling","kind":"promised","title":"路灯不亮了","body":"路灯不亮了。","channel":{"code":"web","name":"网站"},"category":{"code":"street-lights","name":"路灯"},"place":{"code":"990101001010","name":"永宁社区"},"urgent":false,"unit":{"code":"city","name":"区城市管理局"},"officer":{"code":"city-handler","name":"某某"},"receivedAt":"2026-09-01T01:00:00Z","dueOn":"2026-09-08","paused":false,"returns":0,"reopenings":0,"steps":["answer","dispatch","ask"]}""";

    /// <summary>The example of a body.</summary>
    internal static JsonNode Body(string name) => JsonNode.Parse(Bodies[name])!;

    /// <summary>The example of an answer of that type.</summary>
    internal static JsonNode Answer(Type type) => JsonNode.Parse(Answers[type.Name])!;
}
