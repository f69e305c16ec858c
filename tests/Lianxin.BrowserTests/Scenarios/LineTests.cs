using Microsoft.Playwright;

namespace Lianxin.BrowserTests.Scenarios;

/// <summary>The line from a resident's phone over the offices' desks to the resident's own word, in two browsers of one running product.</summary>
public sealed class LineTests(ChromiumBrowser chromium, ScenarioTown town)
{
    [Theory]
    [InlineData(ProductDatabase.Sqlite)]
    [InlineData(ProductDatabase.Postgres)]
    public async Task A_promised_matter_runs_from_the_phone_over_two_desks_to_the_persons_verdict(ProductDatabase kind)
    {
        await using var host = await town.Open(Scene.At("2026-03-02 09:00"), kind);
        await using var resident = await chromium.Phone(host);
        await using var office = await chromium.Desktop(host);
        var phone = await resident.NewPageAsync();
        var (own, number) = await phone.Report("永宁社区3栋门口的路灯不亮了，晚上看不见台阶");
        await phone.Says("2026年3月9日");

        var head = await host.Officer(office, "yu.zihe");
        await head.Sort(number, "street-lights", "Promised", "区城市管理局");
        var desk = await host.Officer(office, "lu.desong");
        await desk.Step(number, "accept");
        await desk.Looked($"line-1-handling-{kind}");
        await phone.GotoAsync(own);
        await phone.Says("区城市管理局正在办");
        await phone.Says("2026年3月5日");

        await host.Show("2026-03-03 10:00");
        desk = await host.Officer(office, "lu.desong");
        await desk.Step(number, "answer", ("Answer", "灯杆里的接线已经换好，今晚就亮。"), ("Outcome", "Solved"));
        await phone.GotoAsync(own);
        await phone.Says("今晚就亮");
        await phone.Choose("Verdict", "solved");
        await phone.Act("verdict");
        await phone.Says("解决了");
        await Assertions.Expect(phone.Locator(".lx-stamp")).ToHaveTextAsync("已办结");
        await phone.Choose("Result", "5");
        await phone.Act("rate");
        await phone.Looked($"line-2-closed-{kind}");
    }

    [Fact]
    [Trait("row", "SC-07")]
    [Trait("row", "LZ-23")]
    public async Task Reported_up_before_National_Day_it_is_on_time_on_the_ninth_and_overdue_on_the_eleventh()
    {
        await using var host = await town.Open(Scene.At("2026-09-21 09:00"));
        await using var resident = await chromium.Phone(host);
        await using var office = await chromium.Desktop(host);
        var phone = await resident.NewPageAsync();
        var (own, number) = await phone.Report("小区里有人在楼顶搭了一间铁皮房");
        var head = await host.Officer(office, "yu.zihe");
        await head.Sort(number, "illegal-building", "ReportUp", "区城市管理局");
        var desk = await host.Officer(office, "lu.desong");
        await desk.Step(number, "accept");
        await desk.Step(number, "report-up", ("Rule", "违法建设查处权限清单第3项"));
        await phone.GotoAsync(own);
        await phone.Says("已报上级");

        await host.Show("2026-09-30 15:00");
        desk = await host.Officer(office, "lu.desong");
        await desk.Step(number, "approval", ("DocumentOn", "2026-09-30"), ("Document", "连城执批〔2026〕12号"));
        await phone.GotoAsync(own);
        await phone.Says("2026年10月10日（周六）");
        await phone.Act("why");
        await phone.Looked("sc07-1-why");

        await host.Show("2026-10-09 18:00");
        desk = await host.Officer(office, "lu.desong");
        await desk.GotoAsync($"/console/matters/{number}");
        await Assertions.Expect(desk.Locator(".lx-matter-term .lx-term-late")).ToHaveCountAsync(0);
        await Assertions.Expect(desk.Locator(".lx-matter-term .lx-term-rest")).ToContainTextAsync("剩 1 个工作日");

        await host.Show("2026-10-11 09:00");
        desk = await host.Officer(office, "cheng.zhisong");
        await desk.GotoAsync("/console/board");
        await Assertions.Expect(desk.Locator("[data-column=late]")).ToContainTextAsync("铁皮房");
        await desk.GotoAsync($"/console/matters/{number}");
        await Assertions.Expect(desk.Locator(".lx-matter-term .lx-term-late")).ToHaveCountAsync(1);
        await desk.Looked("sc07-2-overdue");

        desk = await host.Officer(office, "lu.desong");
        await desk.Step(number, "answer", ("Answer", "铁皮房已经按批复拆除。"), ("Outcome", "Solved"));
        await phone.GotoAsync(own);
        await phone.Choose("Verdict", "solved");
        await phone.Act("verdict");
        await Assertions.Expect(phone.Locator(".lx-stamp")).ToHaveTextAsync("已办结");
    }

    [Fact]
    [Trait("row", "SC-08")]
    [Trait("row", "LZ-22")]
    public async Task Three_missing_papers_are_asked_once_the_clock_waits_and_a_fourth_is_a_fault_that_is_counted()
    {
        await using var host = await town.Open(Scene.At("2026-03-30 09:00"));
        await using var resident = await chromium.Phone(host);
        await using var office = await chromium.Desktop(host);
        var phone = await resident.NewPageAsync();
        var (own, number) = await phone.Report("想申请公租房，家里三口人住一间");
        var head = await host.Officer(office, "yu.zihe");
        await head.Sort(number, "public-rental", "Promised", "区住房和城乡建设局");
        var desk = await host.Officer(office, "qian.zhihui");
        await desk.Step(number, "accept");
        await phone.GotoAsync(own);
        var promised = await phone.InnerTextAsync(".lx-receipt");
        Assert.Contains("2026年4月7日", promised, StringComparison.Ordinal);
        await host.Show("2026-03-31 10:00");
        desk = await host.Officer(office, "qian.zhihui");
        await desk.Step(number, "ask-papers", ("Items", "户口簿\n收入证明\n住房情况证明"));
        await phone.GotoAsync(own);
        await phone.Says("收入证明");
        await phone.Says("2026年4月30日");
        await phone.Looked("sc08-1-papers");

        await host.Show("2026-04-10 10:00");
        desk = await host.Officer(office, "qian.zhihui");
        await desk.Step(number, "papers-in");
        await phone.GotoAsync(own);
        // Of five working days four were left: from Monday 13 April they end on the 16th.
        await phone.Says("2026年4月16日");
        await phone.Act("why");
        await phone.Looked("sc08-2-why");

        await desk.Step(number, "ask-papers", ("Items", "婚姻证明"));
        await desk.GotoAsync($"/console/matters/{number}");
        await desk.Says("未一次告知1次");
        await desk.Looked("sc08-3-fault");
        var supervisor = await host.Officer(office, "cheng.zhisong");
        await supervisor.GotoAsync("/console/board");
        await Assertions.Expect(supervisor.Locator("[data-column=faults] .lx-num").First).ToHaveTextAsync("1");
        await Assertions.Expect(supervisor.Locator("[data-column=faults]")).ToContainTextAsync("公租房");
        await supervisor.Looked("sc08-4-board");

        desk = await host.Officer(office, "qian.zhihui");
        await desk.Step(number, "papers-in");
        await desk.Step(number, "answer", ("Answer", "符合条件，已经列入轮候。"), ("Outcome", "Solved"));
        await phone.GotoAsync(own);
        await phone.Choose("Verdict", "solved");
        await phone.Act("verdict");
        await Assertions.Expect(phone.Locator(".lx-stamp")).ToHaveTextAsync("已办结");
    }

    [Fact]
    [Trait("row", "SC-09")]
    [Trait("row", "LZ-24")]
    public async Task Guidance_hands_the_persons_own_words_on_the_destination_accepts_and_the_person_rates_the_explanation()
    {
        await using var host = await town.Open(Scene.At("2026-03-02 09:00"));
        await using var resident = await chromium.Phone(host);
        await using var office = await chromium.Desktop(host);
        var phone = await resident.NewPageAsync();
        var (own, number) = await phone.Report("老板拖了我两个月工资不给，想问找谁");
        var head = await host.Officer(office, "yu.zihe");
        await head.Sort(number, "wages-owed", "Referral", "区群众服务中心");
        await head.Step(number, "answer", ("Answer", "工资的事由劳动监察依法处理，我们不能代为决定。"), ("Outcome", "Pointed"));
        // Without a destination it cannot end.
        await Assertions.Expect(head.Locator(".lx-summary")).ToBeVisibleAsync();
        await head.Type("Destination", "区人力资源和社会保障局劳动监察窗口，带劳动合同和工资条");
        await head.Choose("HandTo", "区人力资源和社会保障局");
        await head.Looked("sc09-1-answer");
        await head.Act("answer");
        await phone.GotoAsync(own);
        await phone.Says("您说的话已原样转给区人力资源和社会保障局");

        var there = await host.Officer(office, "liang.qingcheng");
        await there.GotoAsync("/console/handed");
        await there.Says("老板拖了我两个月工资不给");
        await there.Says("由劳动监察依法处理");
        await there.Looked("sc09-2-handed");
        await there.Act("receive");
        await there.Says("没有转来的事项");
        await phone.GotoAsync(own);
        await phone.Says("区人力资源和社会保障局已经接收，您不用再说一遍");
        await phone.Choose("Verdict", "solved");
        await phone.Act("verdict");
        await phone.Choose("Result", "4");
        await phone.Act("rate");
        await phone.Says("您作了评价");
        await phone.Looked("sc09-3-rated");
    }

    [Fact]
    [Trait("row", "SC-20")]
    public async Task A_caller_without_a_smartphone_is_registered_told_by_the_operator_and_answered_by_letter()
    {
        await using var host = await town.Open(Scene.At("2026-03-02 09:00"));
        await using var resident = await chromium.Phone(host);
        await using var office = await chromium.Desktop(host);
        var desk = await host.Officer(office, "cao.shuqin");
        await desk.GotoAsync("/console/intake");
        // Nothing about the person is asked but where the answer goes: no identity, no household registration, no place of origin.
        var asked = await desk.Locator(".lx-form input:visible, .lx-form select:visible, .lx-form textarea:visible").EvaluateAllAsync<string[]>("all => all.map(e => e.name)");
        Assert.DoesNotContain(asked, name => name.Contains("Identity", StringComparison.Ordinal) || name.Contains("Hukou", StringComparison.Ordinal) || name.Contains("Origin", StringComparison.Ordinal));
        await desk.Type("Input.Phone", "0931-8460000");
        await desk.Type("Input.Name", "打工的大姐");
        await desk.Type("Input.Body", "我在工地租的房子水管漏水，房东不修");
        await desk.Choose("Input.Place", "990101001010");
        await desk.Type("Input.Door", "永宁社区工棚3排2号");
        await desk.Choose("Input.Category", "pipe-leak");
        await desk.Choose("Input.Unit", "区群众服务中心");
        await desk.Choose("Input.ReplyBy", "letter");
        await desk.Looked("sc20-1-intake");
        await desk.Act("dispatch");
        await desk.WaitForURLAsync(url => url.Contains("/console/intake/", StringComparison.Ordinal));
        var number = Scene.Digits(await desk.InnerTextAsync(".lx-receipt-number"));
        var code = Scene.Digits(await desk.InnerTextAsync("[data-code]"));
        await desk.Act("spoken");
        await desk.Says("已告知");
        await desk.Looked("sc20-2-told");

        desk = await host.Officer(office, "yu.zihe");
        await desk.Step(number, "answer", ("Answer", "房东已经换了水管，漏水止住了。"), ("Outcome", "Solved"));
        await desk.GotoAsync("/console/calls");
        await desk.Looked("sc20-3-calls");
        await desk.Locator($"[data-task='{long.Parse(number)}-answer'] a").ClickAsync();
        await desk.Act("take");
        await Assertions.Expect(desk.Locator("[data-letter]")).ToContainTextAsync("永宁社区工棚3排2号");
        await Assertions.Expect(desk.Locator("[data-letter]")).ToContainTextAsync("房东已经换了水管");
        await Assertions.Expect(desk.Locator("[data-letter]")).ToContainTextAsync(code);
        await desk.Looked("sc20-4-letter");
        await desk.Act("told");
        await desk.GotoAsync($"/console/matters/{number}");
        await desk.Says("答复送达");

        // The same service as anybody: with number and code a neighbour's phone shows the answer and takes the person's own word.
        var phone = await resident.NewPageAsync();
        await phone.GotoAsync("/track");
        await phone.Type("Number", number);
        await phone.Type("Code", code);
        await phone.Act("track");
        await phone.Choose("Verdict", "solved");
        await phone.Act("verdict");
        await Assertions.Expect(phone.Locator(".lx-stamp")).ToHaveTextAsync("已办结");
        await phone.Looked("sc20-5-word");
    }
}
