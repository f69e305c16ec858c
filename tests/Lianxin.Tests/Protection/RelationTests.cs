using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.People;
using Lianxin.Tests.Support;
using Lianxin.Units;
using Lianxin.Web.Hosting;

namespace Lianxin.Tests.Protection;

/// <summary>How a reader stands to a matter.</summary>
public enum Relation
{
    /// <summary>The own unit has it.</summary>
    Own,

    /// <summary>A unit below the own one has it.</summary>
    Below,

    /// <summary>A unit elsewhere has it.</summary>
    Other,

    /// <summary>It complains about the own unit.</summary>
    Respondent,

    /// <summary>It complains about a unit below the own one.</summary>
    RespondentBelow,

    /// <summary>A body below the own unit examines it, sealed.</summary>
    SealedBelow,
}

/// <summary>Every role that works on matters, every way to a matter, every relation: what one may not see answers like what is not there (promise P8).</summary>
public sealed partial class RelationTests(RelationTests.Office office) : IClassFixture<RelationTests.Office>
{
    private static readonly string[] District = [Roles.Coordinator, Roles.Supervisor, Roles.Leader, Roles.Assessor, Roles.HotlineOperator];
    private static readonly string[] Ringing = [Roles.Coordinator, Roles.Supervisor, Roles.HotlineOperator];
    private static readonly string[] Relay = [Roles.Coordinator, Roles.Supervisor];

    /// <summary>Every role with a way to matters.</summary>
    public static TheoryData<string> EveryRole => [.. AccessMatrix.Find("/console/matters", "GET")!.Roles.Where(Roles.Staff.Contains).Order(StringComparer.Ordinal)];

    private static bool Sees(string role, Relation relation) => relation switch
    {
        Relation.Own or Relation.Below => true,
        Relation.Other => District.Contains(role),
        Relation.RespondentBelow => Relay.Contains(role),
        _ => false,
    };

    // The contact is for those who have the matter and for those who ring for the district, not for every reader (CR-09).
    private static bool Opens(string role, string route, Relation relation) =>
        Sees(role, relation) && (relation == Relation.Own || !route.EndsWith("/contact", StringComparison.Ordinal) || Ringing.Contains(role));

    [Theory, MemberData(nameof(EveryRole))]
    [Trait("row", "INV-14")]
    public async Task A_role_reads_what_its_relation_allows_and_the_rest_is_not_there(string role)
    {
        using var client = office.App.Client();
        var token = office.Tokens[role];
        var routes = AccessMatrix.Rows.Where(r => r.Takes("GET") && r.Route.StartsWith("/console/matters/{number", StringComparison.Ordinal) && r.Roles.Contains(role)).Select(r => r.Route).ToList();
        Assert.True(routes.Count >= 3);
        var wrong = new List<string>();
        foreach (var route in routes)
        {
            var (absentStatus, absentText) = await Get(client, token, route, 999_999_999_990);
            Assert.Equal(HttpStatusCode.NotFound, absentStatus);
            foreach (var (relation, number) in office.Matters)
            {
                var (status, text) = await Get(client, token, route, number);
                var hidden = status == HttpStatusCode.NotFound && text == absentText;

                // A file of that place is absent from every matter here.
                if (!route.Contains("/files/", StringComparison.Ordinal) && hidden == Opens(role, route, relation))
                {
                    wrong.Add($"{route} {relation}: {status}");
                }
            }
        }

        Assert.Equal([], wrong);
    }

    [Theory, MemberData(nameof(EveryRole))]
    [Trait("row", "INV-14")]
    public async Task A_list_a_sheet_and_a_print_hold_what_the_pages_show_and_nothing_else(string role)
    {
        using var client = office.App.Client();
        var wrong = new List<string>();
        foreach (var path in (string[])["/console/matters?State=all", "/console/matters?State=all&Order=newest", "/console/matters?Q=" + "路灯", "/console/matters?Q=路灯&State=all", "/console/matters/print?list=all&l.State=all", "/console/matters/export?list=all&l.State=all"])
        {
            using var answer = await Send(client, office.Tokens[role], new Uri(path, UriKind.Relative));
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                wrong.Add($"{path}: {answer.StatusCode}");
                continue;
            }

            var text = await Text(answer);
            wrong.AddRange(from m in office.Matters
                           let listed = text.Contains(new MatterNumber(m.Value).Digits, StringComparison.Ordinal) || text.Contains(new MatterNumber(m.Value).Grouped, StringComparison.Ordinal)
                           where listed != Sees(role, m.Key)
                           select $"{path} {m.Key}: {(listed ? "listed" : "missing")}");
        }

        Assert.Equal([], wrong);
    }

    private static async Task<string> Text(HttpResponseMessage answer)
    {
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        if (bytes is not [(byte)'P', (byte)'K', ..])
        {
            return Encoding.UTF8.GetString(bytes);
        }

        using var sheet = new ZipArchive(new MemoryStream(bytes));
        var all = new StringBuilder();
        foreach (var part in sheet.Entries)
        {
            using var reader = new StreamReader(part.Open(), Encoding.UTF8);
            all.Append(await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
        }

        return all.ToString();
    }

    private static async Task<(HttpStatusCode Status, string Text)> Get(HttpClient client, string token, string route, long number)
    {
        var digits = number.ToString("D12", System.Globalization.CultureInfo.InvariantCulture);
        using var answer = await Send(client, token, new Uri(Place().Replace(route, m => m.Value.StartsWith("{number", StringComparison.Ordinal) ? digits : "1"), UriKind.Relative));
        return (answer.StatusCode, Fresh().Replace((await Text(answer)).Replace(digits, "N", StringComparison.Ordinal), ""));
    }

    private static Task<HttpResponseMessage> Send(HttpClient client, string token, Uri path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Cookie", $"{SessionCookie.PlainName}={token}");
        return client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    [GeneratedRegex(@"\{\w+(:\w+)?\??\}", RegexOptions.NonBacktracking)]
    private static partial Regex Place();

    // What each answer makes anew: values of forms, and the code under which an error page can be asked about.
    [GeneratedRegex("value=\"[^\"]{20,}\"|<span class=\"lx-num\">[^<]*</span>", RegexOptions.NonBacktracking)]
    private static partial Regex Fresh();

    /// <summary>A unit with one officer of every role, a unit above and one below, and a matter of each relation.</summary>
    public sealed class Office : IAsyncLifetime
    {
        /// <summary>The town.</summary>
        public TestApp App { get; } = new();

        /// <summary>A session of each role.</summary>
        public Dictionary<string, string> Tokens { get; } = [];

        /// <summary>A matter of each relation.</summary>
        public Dictionary<Relation, long> Matters { get; } = [];

        private DateOnly On => ShanghaiTime.DayOf(App.Clock.GetUtcNow().UtcDateTime);

        private static Actor System { get; } = Actor.System(Via.Cli);

        /// <inheritdoc/>
        public async ValueTask InitializeAsync()
        {
            await App.InitializeAsync();
            var own = await Unit("own", "测试本局", null);
            var below = await Unit("below", "测试大队", own);
            var body = await Unit("body", "测试派驻组", own);
            await App.Get<UnitDesk>().SetTopics(body, 1, ["discipline"], On, System);
            foreach (var role in EveryRole.Select(r => r.Data))
            {
                var id = await App.Get<PeopleDesk>().Add(new AddOfficer { Code = "r-" + role.Replace('_', '-'), Name = "测试" + role.Length, Unit = own, Roles = [role], On = On }, System);
                Tokens[role] = (await App.Get<OfficerAccount>().SignIn(await App.Get<OfficerAccount>().MakeLink(id, LinkKind.SignIn, System), "test"));
            }

            var coordinator = await App.Given.Officer("coordinator");
            Matters[Relation.Own] = (await App.Given.Handled("own")).Number;
            Matters[Relation.Below] = (await App.Given.Handled("below")).Number;
            Matters[Relation.Other] = (await App.Given.Handled("water")).Number;
            Matters[Relation.Respondent] = (await App.Given.Handled("labour")).Number;
            await App.Get<MatterProtection>().Shield(new MatterRef(Matters[Relation.Respondent]), own, null, "反映该单位", coordinator);
            Matters[Relation.RespondentBelow] = (await App.Given.Handled("labour")).Number;
            await App.Get<MatterProtection>().Shield(new MatterRef(Matters[Relation.RespondentBelow]), below, null, "反映该单位", coordinator);
            Matters[Relation.SealedBelow] = (await App.Given.Handled("labour")).Number;
            await App.Get<MatterProtection>().Seal(new MatterRef(Matters[Relation.SealedBelow]), "discipline", "检举控告", coordinator);
        }

        /// <inheritdoc/>
        public ValueTask DisposeAsync() => App.DisposeAsync();

        private async Task<Guid> Unit(string code, string name, Guid? parent)
        {
            var id = await App.Get<UnitDesk>().AddUnit(new AddUnit { Code = code, Kind = "department", Name = name, Parent = parent, Place = TestTown.District, On = On }, System);
            await App.Get<PeopleDesk>().Add(new AddOfficer { Code = code + "-lead", Name = "测试" + code, Unit = id, Roles = [Roles.UnitLead, Roles.Handler], On = On }, System);
            return id;
        }
    }
}
