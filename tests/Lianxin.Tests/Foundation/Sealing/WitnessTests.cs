using System.Globalization;
using System.Net;
using System.Text;
using Lianxin.Foundation;
using Lianxin.Ledger;
using Lianxin.Matters;
using Lianxin.Tests.Support;
using Lianxin.Web.Verbs;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Foundation;

/// <summary>A witness on another machine: what it confirms, what it refuses, and what its silence stops (ledger design §5.5).</summary>
public sealed class WitnessTests : IAsyncLifetime
{
    private const string Name = "jiwei.example/witness";
    private readonly string _folder = Directory.CreateTempSubdirectory("lx-witness").FullName;
    private TestApp _app = null!;
    private SigningKey _key = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string State => Path.Combine(_folder, "state.json");

    public async ValueTask InitializeAsync()
    {
        _app = await TestApp.Start();
        _key = SigningKey.Create(Path.Combine(_folder, "witness.pem"));
    }

    public async ValueTask DisposeAsync()
    {
        _key.Dispose();
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private LedgerPolicy Policy => _app.Get<LedgerKeys>().ReadPolicy()!;

    /// <summary>Names the witness in the site's policy, as an administrator does by hand.</summary>
    private void NameIt()
    {
        var policy = Policy with { Witnesses = [new PolicyWitness("jiwei", _key.AsWitness(Name), null)], Quorum = "jiwei" };
        File.WriteAllText(_app.Get<LedgerKeys>().PolicyFile, policy.ToString());
    }

    private async Task<IReadOnlyList<WitnessedLog>> Round()
    {
        using var http = _app.Client();
        return await new WitnessRound(http, Policy, _key, Name, WitnessMemory.Open(State), _app.Clock).Run(Stop);
    }

    private async Task Confirm() => Assert.All(await Round(), one => Assert.Equal<(WitnessAnswer?, string?)>((WitnessAnswer.Consistent, null), (one.Answer, one.Trouble)));

    private async Task<WitnessState> Standing() => (await _app.Get<LedgerWitnesses>().Standing()).State;

    private async Task<LedgerReport> Verify(LedgerQuestion? question = null) => await _app.Get<LedgerVerification>().Check(question ?? new LedgerQuestion(), Stop);

    [Fact]
    public async Task A_witness_confirms_both_logs_as_they_grow_and_its_lines_stand_under_checkpoint_and_receipt()
    {
        NameIt();
        var number = (await _app.Given.Matter()).Number;
        await Confirm();
        _app.Clock.Move(TimeSpan.FromMinutes(30));
        await _app.Given.Matter();
        await Confirm();

        await using var db = _app.Read();
        var rows = await db.LedgerCosignatures.Where(c => c.Log == LedgerLog.Facts.Id).OrderBy(c => c.Size).ToListAsync(Stop);
        Assert.Equal(2, rows.Count);
        Assert.True(rows[0].Size < rows[1].Size);
        using var http = _app.Client();
        var note = SignedCheckpoint.Parse(await http.GetByteArrayAsync(string.Create(CultureInfo.InvariantCulture, $"/ledger/1/checkpoint/{rows[1].Size}"), Stop));
        Assert.Equal("jiwei", Assert.Single(PolicyJudgement.Of(Policy, note).Witnesses).Name);

        var entry = await db.FactEntries.SingleAsync(e => e.Matter == number && e.Cn == 1, Stop);
        var checkpoint = (await db.CheckpointFor(LedgerLog.Facts, entry.Seq))!;
        var receipt = (await LedgerReading.Receipts(db, checkpoint, [entry], Array.Empty<ReceiptOpening>().ToLookup(_ => 0L)))[0];
        Assert.Equal(ReceiptResult.Proven, ReceiptCheck.Of(new ReceiptQuestion(Encoding.UTF8.GetBytes(receipt.ToString()), Encoding.UTF8.GetBytes(Policy.ToString()))).Result);
        var report = await Verify();
        Assert.True(report.Exit == 0, string.Join('\n', report.Findings));
    }

    [Fact]
    public async Task Only_keys_that_the_policy_names_are_taken()
    {
        await _app.Given.Matter();
        var refused = await Round();
        Assert.All(refused, one => Assert.EndsWith("403", one.Trouble));

        NameIt();
        using var http = _app.Client();
        var note = SignedCheckpoint.Parse(await http.GetByteArrayAsync("/ledger/1/checkpoint", Stop));
        Assert.Equal(HttpStatusCode.BadRequest, await Send(http, "nonsense"));
        var another = new Checkpoint(note.Checkpoint.Origin, note.Checkpoint.Size, new byte[32]);
        Assert.Equal(HttpStatusCode.BadRequest, await Send(http, Cosigned(another, _app.Clock.GetUtcNow().UtcDateTime)));
        Assert.Equal(HttpStatusCode.Conflict, await Send(http, Cosigned(note.Checkpoint, _app.Clock.GetUtcNow().UtcDateTime.AddMinutes(6))));
        Assert.Equal(HttpStatusCode.Conflict, await Send(http, Cosigned(note.Checkpoint, _app.Clock.GetUtcNow().UtcDateTime.AddHours(-2))));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await Send(http, new string('x', 70_000)));
        Assert.Equal(HttpStatusCode.NoContent, await Send(http, Cosigned(note.Checkpoint, _app.Clock.GetUtcNow().UtcDateTime)));
        Assert.Equal(HttpStatusCode.NoContent, await Send(http, Cosigned(note.Checkpoint, _app.Clock.GetUtcNow().UtcDateTime)));
    }

    private string Cosigned(Checkpoint checkpoint, DateTime at) => new SignedNote(checkpoint.Text, [_key.Cosign(Name, checkpoint.Text, at)]).ToString();

    private static async Task<HttpStatusCode> Send(HttpClient http, string body)
    {
        using var content = new StringContent(body);
        using var answer = await http.PostAsync("/ledger/1/cosignature", content, Stop);
        return answer.StatusCode;
    }

    [Fact]
    public async Task Whoever_sends_without_end_is_slowed_down()
    {
        using var http = _app.Client();
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 61; i++)
        {
            answers.Add(await Send(http, "nonsense"));
        }

        Assert.All(answers[..60], status => Assert.Equal(HttpStatusCode.BadRequest, status));
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[60]);
    }

    [Fact]
    public async Task A_rewritten_history_and_a_shortened_log_are_refused_with_both_notes_kept_as_evidence()
    {
        NameIt();
        await _app.Given.Matter();
        await Confirm();
        var memory = WitnessMemory.Open(State);
        var held = memory.Last(Policy.Logs[0].Key.Name)!.Checkpoint;
        using var log = SigningKey.Load(_app.Get<LedgerKeys>().KeyFile(LedgerLog.Facts));

        // As if the site had shown another past before: the log's own key signed it.
        memory.Keep(SignedCheckpoint.Sign(new Checkpoint(held.Origin, held.Size, new byte[32]), log));
        var forked = Assert.Single(await Round(), one => one.Path == LedgerLog.Facts.Path);
        Assert.Equal(WitnessAnswer.Forked, forked.Answer);
        Assert.Contains(Convert.ToBase64String(new byte[32]), await File.ReadAllTextAsync(forked.Evidence!, Stop), StringComparison.Ordinal);

        memory.Keep(SignedCheckpoint.Sign(new Checkpoint(held.Origin, held.Size + 1000, new byte[32]), log));
        var shrunken = Assert.Single(await Round(), one => one.Path == LedgerLog.Facts.Path);
        Assert.Equal(WitnessAnswer.Shrunken, shrunken.Answer);
        Assert.True(File.Exists(shrunken.Evidence));
        Assert.Equal(held.Size + 1000, WitnessMemory.Open(State).Last(held.Origin)!.Checkpoint.Size);
    }

    [Fact]
    public async Task A_checkpoint_that_no_key_of_the_witness_s_own_policy_signed_is_refused()
    {
        NameIt();
        await _app.Given.Matter();
        using var stranger = SigningKey.Create(Path.Combine(_folder, "stranger.pem"));
        var other = Policy with { Logs = [.. Policy.Logs.Select(one => new PolicyLog(stranger.AsLog(one.Key.Name), 0, null, null)).Take(1)] };
        using var http = _app.Client();
        var answers = await new WitnessRound(http, other, _key, Name, WitnessMemory.Open(State), _app.Clock).Run(Stop);
        Assert.All(answers, one => Assert.Equal(WitnessAnswer.Unsigned, one.Answer));
        Assert.False(File.Exists(State));
    }

    [Fact]
    public async Task Silence_of_a_witness_alarms_after_a_day_and_stops_staff_closings_after_three_but_never_intake_or_verdicts()
    {
        Assert.Equal(WitnessState.None, await Standing());
        NameIt();
        _app.Clock.Move(TimeSpan.FromDays(30));
        await _app.Given.Matter();
        Assert.Equal(WitnessState.NeverYet, await Standing());
        var first = await Opinion();
        await Acknowledge(first);

        await Confirm();
        Assert.Equal(WitnessState.Fresh, await Standing());
        _app.Clock.Move(TimeSpan.FromHours(25));
        Assert.Equal(WitnessState.Stale, await Standing());
        await Acknowledge(await Opinion());

        _app.Clock.Move(TimeSpan.FromHours(48));
        Assert.Equal(WitnessState.Overdue, await Standing());
        var last = await Opinion();
        var no = await Assert.ThrowsAsync<RefusedException>(() => Acknowledge(last));
        Assert.Equal("matter.witnesses_silent", no.Code);
        var answered = await _app.Given.Answered();
        await _app.Get<MatterFeedback>().Verdict(new MatterRef(answered.Number), MatterVerdict.Solved, null, Given.ThePerson);
        await using (var db = _app.Read())
        {
            Assert.Equal(MatterState.Closed, (await db.Matters.SingleAsync(m => m.Number == answered.Number, Stop)).State);
            Assert.NotEqual(MatterState.Closed, (await db.Matters.SingleAsync(m => m.Number == last, Stop)).State);
        }

        await Confirm();
        await Acknowledge(last);
    }

    private async Task<long> Opinion() => (await _app.Given.Matter("希望公园多放几张长椅。", form: MatterForm.Opinion)).Number;

    private async Task Acknowledge(long number) =>
        await _app.Get<MatterTriage>().Acknowledge(new MatterRef(number), "谢谢您的意见，已转有关单位研究。", await _app.Given.Officer("centre-lead"));

    [Fact]
    public async Task The_ledger_page_and_every_staff_page_say_that_a_witness_is_silent_and_no_file_for_assessment_leaves()
    {
        NameIt();
        await _app.Given.Matter();
        var anybody = _app.Browser();
        await anybody.Open("/ledger");
        Assert.NotNull(anybody.Page.QuerySelector("[data-witnesses=never]"));
        await Confirm();
        await anybody.Open("/ledger");
        Assert.NotNull(anybody.Page.QuerySelector("[data-witnesses=fresh]"));
        _app.Clock.Move(TimeSpan.FromHours(73));
        await anybody.Open("/ledger");
        Assert.NotNull(anybody.Page.QuerySelector("[data-witnesses=overdue]"));

        var staff = await _app.As("supervisor");
        await staff.Open("/console");
        Assert.NotNull(staff.Page.QuerySelector("[data-witness=overdue]"));
        await staff.Open("/console/figures/received?export=csv");
        Assert.Equal(409, (int)staff.Status);
    }

    [Theory]
    [InlineData("update ledger_cosignature set line = 'x'", "V05")]
    [InlineData("update ledger_cosignature set cosigned_at = (select max(signed_at) from ledger_checkpoint)", "V05")]
    [InlineData("update ledger_cosignature set size = size + 1000", "V21")]
    [InlineData("update ledger_cosignature set log = 9", "V21")]
    public async Task A_changed_cosignature_is_found(string damage, string code)
    {
        NameIt();
        await _app.Given.Matter();
        _app.Clock.Move(TimeSpan.FromMinutes(1));
        using (var http = _app.Client())
        {
            var note = SignedCheckpoint.Parse(await http.GetByteArrayAsync("/ledger/1/checkpoint", Stop));
            Assert.Equal(HttpStatusCode.NoContent, await Send(http, Cosigned(note.Checkpoint, _app.Clock.GetUtcNow().UtcDateTime)));
        }

        await using var rows = await DirectRows.Open(_app);
        await rows.Any(damage);
        Assert.Contains((await Verify()).Findings, f => f.Code == code && f.Table == "ledger_cosignature");
    }

    [Fact]
    public async Task A_witness_that_confirmed_before_the_log_s_last_entry_convicts_a_log_that_dates_ahead()
    {
        NameIt();
        await _app.Given.Matter();
        using var http = _app.Client();
        var note = SignedCheckpoint.Parse(await http.GetByteArrayAsync("/ledger/1/checkpoint", Stop));
        _app.Clock.Move(TimeSpan.FromMinutes(-30));
        Assert.Equal(HttpStatusCode.NoContent, await Send(http, Cosigned(note.Checkpoint, _app.Clock.GetUtcNow().UtcDateTime)));
        _app.Clock.Move(TimeSpan.FromMinutes(40));
        Assert.Contains((await Verify()).Findings, f => f is { Code: "V08", Table: "ledger_cosignature" });
    }
}
