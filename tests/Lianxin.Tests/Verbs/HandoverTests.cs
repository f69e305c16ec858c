using System.Diagnostics;
using Lianxin.Foundation;
using Lianxin.Tests.Support;
using Lianxin.Web.Hosting;
using Lianxin.Web.Verbs;

namespace Lianxin.Tests.Verbs;

/// <summary>Writing verbs: run here when the folder is free, else by the server that holds it, through its socket.</summary>
public sealed class HandoverTests
{
    private static readonly TestVerb Nobody = new(_ => throw new InvalidOperationException("It ran in the wrong process."));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_server_runs_the_verb_with_the_callers_arguments_and_answers_with_words_and_exit_code()
    {
        await using var place = new VerbPlace();
        await place.Serve(new TestVerb(call =>
        {
            call.Out.Write("读入 ");
            call.Out.WriteLine(call.FileAt(call.Arguments[0]));
            call.Error.WriteLine($"{call.Language.Name} {string.Join('|', call.Arguments)}");
            return Task.FromResult(7);
        }));
        Assert.Equal(7, await place.Hand(Nobody, place.Call(Stop, "一月.csv", "a \"b\"\nc", "𠮷")));
        Assert.Equal("读入 /somewhere/else/一月.csv\n", place.Out.ToString());
        Assert.Equal("en 一月.csv|a \"b\"\nc|𠮷\n", place.Error.ToString());
    }

    [Fact]
    public async Task Output_comes_while_the_verb_still_works()
    {
        await using var place = new VerbPlace();
        var gate = new TaskCompletionSource();
        await place.Serve(new TestVerb(async call =>
        {
            call.Out.WriteLine("one");
            await gate.Task;
            call.Out.WriteLine("two");
            return 0;
        }));
        var running = place.Hand(Nobody, place.Call(Stop));
        await Soon.Is(() => place.Out.ToString() == "one\n", "the first line");
        Assert.False(running.IsCompleted);
        gate.SetResult();
        Assert.Equal(0, await running);
        Assert.Equal("one\ntwo\n", place.Out.ToString());
    }

    [Fact]
    public async Task Stopping_the_caller_stops_the_verb_in_the_server()
    {
        await using var place = new VerbPlace();
        using var caller = new CancellationTokenSource();
        await place.Serve(Endless());
        var running = place.Hand(Nobody, place.Call(caller.Token));
        await Soon.Is(() => place.Out.ToString() == "started\n", "the verb works");
        await caller.CancelAsync();
        Assert.Equal(VerbExit.Stopped, await running);
        Assert.Equal("Stopped.\n", place.Error.ToString());
    }

    [Fact]
    public async Task A_stopping_server_stops_its_verbs_and_takes_its_socket_away()
    {
        await using var place = new VerbPlace();
        await place.Serve(Endless());
        var running = place.Hand(Nobody, place.Call(Stop));
        await Soon.Is(() => place.Out.ToString() == "started\n", "the verb works");
        await place.StopServer();
        Assert.Equal(VerbExit.Stopped, await running);
        Assert.False(File.Exists(Path.Combine(place.Place.Folder, "lianxin.sock")));
    }

    [Fact]
    public async Task A_refusal_is_said_in_words_and_a_fault_without_any()
    {
        await using var place = new VerbPlace();
        await place.Serve(new TestVerb(call => throw (call.Arguments.Count == 0
            ? JobRefusals.RunsAlready("count_things")
            : new FormatException("张三 13800135521"))));
        Assert.Equal(VerbExit.Failed, await place.Hand(Nobody, place.Call(Stop)));
        Assert.Equal("count_things is running; try again when it has ended.\n", place.Error.ToString());
        Assert.Equal(VerbExit.Failed, await place.Hand(Nobody, place.Call(Stop, "fault")));
        Assert.Contains(nameof(FormatException), place.Error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("张三", place.Error + Assert.Single(place.Log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_verb_the_server_does_not_know_is_refused()
    {
        await using var place = new VerbPlace();
        await place.Serve(Nobody);
        Assert.Equal(VerbExit.Wrong, await place.Hand(new JobVerb(), place.Call(Stop, "list")));
        Assert.Contains("job", place.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_socket_belongs_to_its_user_alone_and_a_stale_one_is_replaced()
    {
        await using var place = new VerbPlace();
        var path = Path.Combine(place.Place.Folder, "lianxin.sock");
        Directory.CreateDirectory(place.Place.Folder);
        LeaveStale(path);
        Assert.Null(await VerbSocket.Connect(place.Place.Folder, Stop));

        await place.Serve(new TestVerb(_ => Task.FromResult(3)));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        Assert.Equal(3, await place.Hand(Nobody, place.Call(Stop)));
    }

    [Fact]
    public async Task A_folder_too_deep_for_a_socket_names_one_in_a_private_folder()
    {
        await using var place = new VerbPlace(Path.Combine(Enumerable.Repeat("数据目录", 12).ToArray()));
        Directory.CreateDirectory(place.Place.Folder);
        await place.Serve(new TestVerb(_ => Task.FromResult(4)));
        var pointer = Path.Combine(place.Place.Folder, "lianxin.sock.path");
        var own = Path.GetDirectoryName(await File.ReadAllTextAsync(pointer, Stop))!;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(own));
        Assert.Equal(4, await place.Hand(Nobody, place.Call(Stop)));
        await place.StopServer();
        Assert.False(File.Exists(pointer) || Directory.Exists(own));
    }

    [Fact]
    public async Task A_free_folder_is_written_by_the_command_itself()
    {
        await using var place = new VerbPlace();
        Assert.Equal(VerbExit.Done, await place.Hand(new JobVerb(), place.Call(Stop, "list")));
        Assert.True(File.Exists(place.Place.Database.SqliteFile));
        using var free = InstanceLock.TryTake(place.Place.Folder);
        Assert.NotNull(free);
    }

    [Fact]
    public async Task A_folder_that_another_command_uses_is_waited_for()
    {
        await using var place = new VerbPlace();
        var other = InstanceLock.TryTake(place.Place.Folder);
        Assert.Equal(VerbExit.Failed, await place.Hand(Nobody, place.Call(Stop)));
        Assert.Contains(place.Place.Folder, place.Error.ToString(), StringComparison.Ordinal);

        var waiting = place.Hand(new TestVerb(_ => Task.FromResult(5)), place.Call(Stop));
        other!.Dispose();
        Assert.Equal(5, await waiting);
    }

    [Fact]
    public async Task Job_run_runs_the_job_in_the_server_and_job_list_says_how_it_ended()
    {
        await using var place = new VerbPlace();
        var job = new TestJob(DueTimes.Daily(new TimeOnly(2, 0)), (_, _) => Task.FromResult(12)) { Name = "count_things" };
        await place.Serve(new JobVerb(), job);
        Assert.Equal(VerbExit.Done, await place.Hand(new JobVerb(), place.Call(Stop, "run", "count_things")));
        Assert.Single(job.Ran);
        Assert.Equal(VerbExit.Done, await place.Hand(new JobVerb(), place.Call(Stop, "list")));
        Assert.Equal(VerbExit.Wrong, await place.Hand(new JobVerb(), place.Call(Stop, "run", "nothing")));
        Assert.Contains("count_things ran; it changed 12.", place.Out.ToString(), StringComparison.Ordinal);
        Assert.Contains("changed 12\n", place.Out.ToString(), StringComparison.Ordinal);
        Assert.Contains("count_things", place.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_built_command_hands_its_verb_to_a_server_of_another_process()
    {
        await using var place = new VerbPlace();
        await place.Serve(new JobVerb(), new TestJob(DueTimes.Every(TimeSpan.FromHours(1))) { Name = "only_in_the_server" });
        var start = new ProcessStartInfo("dotnet", [typeof(JobVerb).Assembly.Location, "job", "list", "--data", place.Place.Folder])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["LC_ALL"] = "C.UTF-8" },
        };
        using var process = Process.Start(start)!;
        var (output, error) = (await process.StandardOutput.ReadToEndAsync(Stop), await process.StandardError.ReadToEndAsync(Stop));
        await process.WaitForExitAsync(Stop);
        Assert.Equal((0, ""), (process.ExitCode, error));
        Assert.Contains("only_in_the_server  next ", output, StringComparison.Ordinal);
    }

    // A closed socket takes its own file away; a killed process cannot.
    private static void LeaveStale(string path)
    {
        var (listener, _) = VerbSocket.Listen(Path.GetDirectoryName(path)!);
        File.Move(path, path + ".kept");
        listener.Dispose();
        File.Move(path + ".kept", path);
    }

    private static TestVerb Endless() => new(async call =>
    {
        call.Out.WriteLine("started");
        await Task.Delay(Timeout.Infinite, call.Stop);
        return 0;
    });
}
