using System.Globalization;
using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Tests.Support;
using Lianxin.Web.Hosting;
using Lianxin.Web.Verbs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Lianxin.Tests.Verbs;

/// <summary>A verb that does what the test says.</summary>
internal sealed class TestVerb(Func<VerbCall, Task<int>> work) : IWritingVerb
{
    public string Name => "test";

    public Task<int> Run(VerbCall call, IServiceProvider services) => work(call);
}

/// <summary>A SQLite data folder with, once started, a server's part that takes verbs over. Handing over is about SQLite on every run.</summary>
internal sealed class VerbPlace : IAsyncDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("lianxin-verbs-");
    private ServiceProvider? _services;
    private InstanceLock? _held;
    private IHostedService? _server;

    internal VerbPlace(string under = "") => Place = new DataPlace(Path.Combine(_root.FullName, under), null);

    internal DataPlace Place { get; }

    internal KeptLog Log { get; } = new();

    /// <summary>What the calls of this place wrote.</summary>
    internal StringWriter Out { get; } = new();

    internal StringWriter Error { get; } = new();

    internal async Task Serve(IWritingVerb verb, params IJob[] jobs)
    {
        _held = InstanceLock.TryTake(Place.Folder);
        Assert.Equal(SchemaRunner.Scripts(DatabaseKind.Sqlite).Count, await Readiness.Make(Place.Database, Error, CultureInfo.InvariantCulture));
        var services = new ServiceCollection().AddLogging().AddLianxin(Place);
        foreach (var job in jobs)
        {
            services.AddSingleton(job);
        }

        _services = services.BuildServiceProvider();
        _server = new VerbServer(Place, [verb], _services, Log.Of<VerbServer>());
        await _server.StartAsync(CancellationToken.None);
    }

    internal VerbCall Call(CancellationToken stop, params string[] arguments) =>
        new(arguments, "/somewhere/else", CultureInfo.GetCultureInfo("en"), TextWriter.Synchronized(Out), TextWriter.Synchronized(Error), stop);

    /// <summary>Calls a verb as another process does: by name, knowing nothing of what it does.</summary>
    internal Task<int> Hand(IWritingVerb verb, VerbCall call) => Handover.Run(verb, call, Place, TimeSpan.FromSeconds(1));

    internal async Task StopServer()
    {
        if (_server is not null)
        {
            await _server.StopAsync(CancellationToken.None);
            await _services!.DisposeAsync();
        }

        _held?.Dispose();
        (_server, _held) = (null, null);
    }

    public async ValueTask DisposeAsync()
    {
        await StopServer();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _root.Delete(recursive: true);
    }
}
