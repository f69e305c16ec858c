using System.Net;
using Lianxin.Foundation;
using Lianxin.People;
using Lianxin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using MatterTown = Lianxin.Tests.Matters.Town;

namespace Lianxin.Tests.Foundation;

/// <summary>No jump of a machine's clock gains anybody time; each is an entry, and an administrator's word settles it (promise P14).</summary>
public sealed class ClockTests : IAsyncLifetime
{
    private readonly Wall _wall = new();
    private TestApp _app = null!;
    private SteadyClock _clock = null!;
    private ClockWatch _watch = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _app = await TestApp.Start();
        _wall.Now = _app.Clock.GetUtcNow();
        _clock = new SteadyClock(_wall);
        _watch = new ClockWatch(_clock, _app.Journal, _app.Get<Lianxin.Database.LianxinDatabase>(), "node-1");
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData(-3 * 24 * 60)]
    [InlineData(3 * 24 * 60)]
    [InlineData(-60)]
    public void A_jump_changes_nothing_of_the_steady_time(int minutes)
    {
        var before = _clock.GetUtcNow();
        for (var i = 0; i < 5; i++)
        {
            _wall.Pass(TimeSpan.FromSeconds(10));
            _wall.Now += TimeSpan.FromMinutes(minutes);
        }

        Assert.Equal(before + TimeSpan.FromSeconds(50), _clock.GetUtcNow());
        Assert.Equal(TimeSpan.FromMinutes(5 * minutes), _clock.Off);
    }

    [Fact]
    public async Task Each_jump_is_one_entry_and_one_that_goes_back_ends_by_itself()
    {
        await _watch.Look();
        foreach (var jump in new[] { TimeSpan.FromDays(-3), TimeSpan.FromDays(6), TimeSpan.FromHours(-1) })
        {
            _app.Clock.Move(TimeSpan.FromMinutes(1));
            _wall.Now += jump;
            await _watch.Look();
            await _watch.Look();
        }

        Assert.Equal([-259_200_000, 259_200_000, 255_600_000], (await Jumps()).Select(j => j.OffMs));
        Assert.Equal([true, true, false], (await Jumps()).Select(j => j.EndedAt is not null));
        _wall.Now -= TimeSpan.FromDays(3) - TimeSpan.FromHours(1);
        await _watch.Look();
        Assert.All(await Jumps(), j => Assert.True(j is { EndedAt: not null, FollowedAt: null }));
        Assert.Equal(TimeSpan.Zero, _clock.Off);
        Assert.Equal(4, await Entries());
        await Rebuilds();
    }

    [Fact]
    public async Task A_small_drift_is_no_jump_and_many_of_them_are_one()
    {
        var before = _clock.GetUtcNow();
        _wall.Now -= TimeSpan.FromMilliseconds(1_900);
        await _watch.Look();
        Assert.Empty(await Jumps());
        _wall.Now -= TimeSpan.FromMilliseconds(1_900);
        await _watch.Look();
        Assert.Equal(-3_800, Assert.Single(await Jumps()).OffMs);
        Assert.Equal(before, _clock.GetUtcNow());
    }

    [Fact]
    public async Task The_system_administrator_confirms_on_the_page_and_the_node_follows()
    {
        _wall.Now += TimeSpan.FromDays(3);
        await _watch.Look();
        var monitor = await _app.As("supervisor");
        await monitor.Open("/console/invariants");
        Assert.Contains("node-1", monitor.Text, StringComparison.Ordinal);
        Assert.Null(monitor.Page.QuerySelector("[data-action=clock]"));
        await monitor.Open("/console/clock");
        Assert.Equal(HttpStatusCode.Forbidden, monitor.Status);

        await _app.Get<PeopleDesk>().Add(new() { Code = "keeper", Name = "测试寅", Roles = [Roles.SystemAdmin], On = new DateOnly(2026, 1, 1) }, Actor.System());
        var office = await _app.As("keeper");
        await office.Open("/console/clock");
        Assert.Contains("快了 3d 00:00:00", office.Text, StringComparison.Ordinal);
        var other = await _app.As("keeper");
        await other.Open("/console/clock");
        await office.Press("follow");
        Assert.Contains("已按新的时间走", office.Text, StringComparison.Ordinal);
        await other.Press("follow");
        Assert.Equal(HttpStatusCode.Conflict, other.Status);
        Assert.Equal(TimeSpan.FromDays(3), _clock.Off);
        _wall.Now += TimeSpan.FromHours(5);
        await _watch.Look();
        Assert.Equal(TimeSpan.FromHours(5), _clock.Off);
        _wall.Now -= TimeSpan.FromHours(5);
        await _watch.Look();
        Assert.NotNull(Assert.Single(await Jumps()).FollowedAt);
        await MatterTown.AllHold(_app);
        await Rebuilds();
    }

    [Fact]
    public async Task A_restart_finds_the_jump_of_its_machine_and_ends_it()
    {
        _wall.Now += TimeSpan.FromHours(-1);
        await _watch.Look();
        var again = new ClockWatch(new SteadyClock(_wall), _app.Journal, _app.Get<Lianxin.Database.LianxinDatabase>(), "node-1");
        await again.Look();
        Assert.NotNull(Assert.Single(await Jumps()).EndedAt);
    }

    private async Task<List<ClockJump>> Jumps()
    {
        await using var db = _app.Read();
        return await db.ClockJumps.OrderBy(j => j.At).ThenBy(j => j.Id).ToListAsync(Stop);
    }

    private async Task<int> Entries()
    {
        await using var db = _app.Read();
        var bytes = await db.FactEntries.Where(e => e.Matter == null).Select(e => e.Bytes).ToListAsync(Stop);
        return bytes.Count(b => System.Text.Encoding.UTF8.GetString(b).Contains("\"clock.", StringComparison.Ordinal));
    }

    private async Task Rebuilds()
    {
        var report = await _app.Get<Rebuild>().Check(new RebuildSettings(), Stop);
        Assert.True(report.FindingCount == 0, string.Join('\n', report.Findings));
    }

    /// <summary>A machine's wall clock and timer, each moved by hand.</summary>
    private sealed class Wall : TimeProvider
    {
        private long _timer;

        internal DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => Now;

        public override long GetTimestamp() => _timer;

        internal void Pass(TimeSpan time)
        {
            Now += time;
            _timer += time.Ticks;
        }
    }
}
