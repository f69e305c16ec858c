using System.Net;
using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Html.Dom;
using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.People;
using Lianxin.Tests.Support;
using Lianxin.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.BadInput;

/// <summary>
/// Every form that any role finds in a town at work, sent wrongly in every way of <see cref="BadInput"/>: a clear refusal or a normal success,
/// everything typed kept, nothing half saved, nothing told about the inside.
/// </summary>
public sealed partial class BadInputTests : IAsyncLifetime
{
    private const int Least = 60;
    private readonly Dictionary<string, string> _cookies = [];
    private readonly Dictionary<string, Guid> _officers = [];
    private readonly List<string> _faults = [];
    private TestApp _app = null!;
    private Dictionary<string, string[]> _samples = [];

    public async ValueTask InitializeAsync()
    {
        _app = await TestApp.Start();
        var unit = await _app.Given.Unit("lead");
        foreach (var role in Roles.Staff)
        {
            var officer = new AddOfficer { Code = "bad-" + role.Replace('_', '-'), Name = "测试寅", Unit = unit, Roles = [role, .. role == Roles.Supervisor ? new[] { Roles.Leader } : []], On = new(2024, 1, 1) };
            _officers[role] = await _app.Get<PeopleDesk>().Add(officer, Actor.System(Via.Cli));
        }

        foreach (var code in new[] { "centre-lead", "city-lead", "city-handler" })
        {
            _officers[code] = (await _app.Given.Officer(code)).Id!.Value;
        }

        _samples = await Samples();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task No_form_breaks_forgets_or_half_saves_whatever_is_sent()
    {
        var seen = new Dictionary<string, (string Who, FoundForm Form)>();
        foreach (var who in _officers.Keys.Prepend(""))
        {
            var role = who.Length == 0 ? Roles.Anonymous : who;
            foreach (var row in AccessMatrix.Rows.Where(r => r.Takes("GET") && r.Route != "/sign-out" && (r.Roles.Contains(role) || !Roles.All.Contains(role))))
            {
                foreach (var path in Paths(row.Route))
                {
                    var (status, page, _) = await Get(who, path);
                    if ((int)status >= 500)
                    {
                        _faults.Add($"GET {path} as '{who}': {status}");
                    }

                    foreach (var form in FoundForm.Of(path, page))
                    {
                        seen.TryAdd(form.Key(row.Route), (who, form));
                    }
                }
            }
        }

        foreach (var (name, (who, form)) in seen.OrderBy(s => s.Key.Contains("change", StringComparison.Ordinal)).ThenBy(s => s.Key, StringComparer.Ordinal))
        {
            await Try(name, who, form);
        }

        Assert.True(_faults.Count == 0, $"{_faults.Count} faults in {seen.Count} forms:\n{string.Join('\n', _faults.Take(400))}");
        Assert.True(seen.Count >= Least, $"Only {seen.Count} forms were found: {string.Join(", ", seen.Keys)}");
    }

    private async Task Try(string name, string who, FoundForm found)
    {
        var (form, stands) = (found, true);
        foreach (var input in BadInput.All)
        {
            _app.Log.Lines.Clear();
            var before = await Size();
            var (status, answer, text) = await Post(who, form.Target, input.Content(form.Sent()));
            var code = (int)status;
            Expect(code < 500, name, input, $"{status} {string.Join('\n', _app.Log.Lines.TakeLast(1))}");
            Expect(!input.MustRefuse || code >= 400, name, input, $"was taken: {status}");
            Expect(!text.Contains("   at Lianxin.", StringComparison.Ordinal) && !text.Contains("Exception", StringComparison.Ordinal), name, input, "tells about the inside");
            Expect(!text.Contains("<script>alert(1)", StringComparison.Ordinal) && !text.Contains("<img src=x", StringComparison.Ordinal), name, input, "is not escaped");
            if (code >= 400)
            {
                Expect(await Size() == before, name, input, "was refused and saved");
                MustKeep(name, input, form, stands ? code : 0, answer);
                continue;
            }

            // Success moves a matter on; the form as it stands now is the one to send next.
            var (_, page, _) = await Get(who, found.Page);
            var now = FoundForm.Of(found.Page, page).FirstOrDefault(f => f.Action == found.Action);
            (form, stands) = (now ?? form, now is not null);
        }
    }

    private void MustKeep(string name, BadInput input, FoundForm form, int code, IHtmlDocument answer)
    {
        if (code is not (400 or 409) || input is not { Typed: { } typed, Keeps: true })
        {
            return;
        }

        Expect(answer.QuerySelector(".lx-summary, .lx-error, .lx-callout") is not null, name, input, $"says nothing about {code}");
        foreach (var field in form.Texts.Except(form.Secret))
        {
            var held = FoundForm.Held(answer, field);
            Expect(held is not null && held.ReplaceLineEndings("\n").Trim() == typed.Trim(), name, input, $"{code} forgets {field}: {held?[..Math.Min(held.Length, 30)] ?? "(no field)"}");
        }
    }

    private void Expect(bool holds, string name, BadInput input, string what)
    {
        if (!holds)
        {
            _faults.Add($"{name} × {input.Name}: {what}");
        }
    }

    private async Task<(long, long)> Size()
    {
        await using var db = _app.Read();
        var head = await db.Set<Head>().AsNoTracking().SingleAsync();
        return (head.FactSize, head.NumberLast);
    }

    private IEnumerable<string> Paths(string route)
    {
        var parameter = Parameter().Match(route);
        return !parameter.Success ? [route] : _samples
            .Where(s => route.StartsWith(s.Key, StringComparison.Ordinal)).OrderByDescending(s => s.Key.Length).Select(s => s.Value).FirstOrDefault([])
            .Select(value => Parameter().Replace(route, value, 1)).SelectMany(Paths);
    }

    private async Task<Dictionary<string, string[]>> Samples()
    {
        var matters = new List<MatterReceipt>();
        foreach (var make in new Func<Task<MatterReceipt>>[]
        {
            () => _app.Given.Matter(), () => _app.Given.Dispatched(), () => _app.Given.Handled(), () => _app.Given.Answered(),
        })
        {
            matters.Add(await make());
        }

        var numbers = matters.Select(m => new MatterNumber(m.Number).Digits).ToArray();
        var units = await _app.Given.Unit("city");
        return new()
        {
            ["/r/"] = [.. matters.Select(m => m.Link)],
            ["/console/units/"] = [$"{units}"],
            ["/console/places/"] = [TestTown.Community],
            ["/console/people/"] = [$"{_officers["city-handler"]}"],
            ["/console/triage/"] = [$"{matters[0].Number}"],
            ["/console/intake/"] = [$"{matters[0].Number}"],
            ["/console/matters/"] = numbers,
            ["/console/settings/"] = ["channels", "categories", "templates", "kinds"],
            ["/console/settings/channels/"] = ["web"],
        };
    }

    private Task<(HttpStatusCode, IHtmlDocument, string)> Get(string who, string path) => Send(who, new HttpRequestMessage(HttpMethod.Get, path));

    private Task<(HttpStatusCode, IHtmlDocument, string)> Post(string who, string path, HttpContent content) =>
        Send(who, new HttpRequestMessage(HttpMethod.Post, path) { Content = content });

    private async Task<(HttpStatusCode, IHtmlDocument, string)> Send(string who, HttpRequestMessage request)
    {
        using var client = _app.Client();
        request.Headers.Add("Cookie", await Cookie(who));
        request.Headers.AcceptLanguage.ParseAdd("zh-Hans");
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set.Where(c => c.StartsWith("lx-form", StringComparison.Ordinal)) : [])
        {
            _cookies[who] = string.Join("; ", _cookies[who].Split("; ").Where(c => !c.StartsWith("lx-form", StringComparison.Ordinal)).Append(cookie.Split(';')[0]));
        }

        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var isForm = text.Contains("<form", StringComparison.Ordinal);
        var page = (IHtmlDocument)await BrowsingContext.New(Configuration.Default).OpenAsync(r => r.Content(isForm ? text : "").Address("http://localhost/"), TestContext.Current.CancellationToken);
        return (answer.StatusCode, page, text);
    }

    // A form may have ended the session: who acts signs in again.
    private async Task<string> Cookie(string who)
    {
        var kept = _cookies.GetValueOrDefault(who, "lx=1");
        if (who.Length > 0 && (!kept.Contains(SessionCookie.PlainName, StringComparison.Ordinal)
            || await _app.Get<StaffSessions>().Find(kept.Split("; ").First(c => c.StartsWith(SessionCookie.PlainName, StringComparison.Ordinal))[(SessionCookie.PlainName.Length + 1)..], SessionStep.Open) is null))
        {
            var account = _app.Get<OfficerAccount>();
            var token = await account.SignIn(await account.MakeLink(_officers[who], LinkKind.SignIn, Actor.System(Via.Cli)), "test");
            kept = $"{SessionCookie.PlainName}={token}";
        }

        return _cookies[who] = kept;
    }

    [GeneratedRegex(@"\{\w+(:\w+)?\??\}", RegexOptions.NonBacktracking)]
    private static partial Regex Parameter();
}
