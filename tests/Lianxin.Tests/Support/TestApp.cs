using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lianxin.Tests.Support;

/// <summary>The whole site over a database of its own, with a clock the test moves. A class shares one as its fixture, or a test makes its own.</summary>
public sealed class TestApp : IAsyncLifetime
{
    private bool _empty;
    private TestDatabase? _database;
    private WebApplication? _app;
    private bool _borrowed;

    public TestClock Clock { get; } = new();

    /// <summary>What the site said in its log, from warnings up.</summary>
    public KeptLog Log { get; private init; } = new(LogLevel.Warning);

    /// <summary>Makes what a test starts from.</summary>
    public Given Given => new(this);

    public IServiceProvider Services => _app!.Services;

    public Journal Journal => Get<Journal>();

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>A resident's or an officer's browser without script.</summary>
    public Browser Browser() => new(Server);

    internal TestServer Server => _app!.GetTestServer();

    /// <summary>A plain client for the interface.</summary>
    public HttpClient Client() => _app!.GetTestClient();

    /// <summary>A context for looking at rows.</summary>
    public LianxinDb Read() => Get<LianxinDatabase>().Read();

    /// <summary>With the test town.</summary>
    public static Task<TestApp> Start() => Start(new TestApp());

    /// <summary>With the test town, keeping every line that the product writes into its log.</summary>
    public static Task<TestApp> StartOverheard() => Start(new TestApp { Log = new() });

    /// <summary>With the schema and nothing else.</summary>
    public static Task<TestApp> StartEmpty() => Start(new TestApp { _empty = true });

    private static async Task<TestApp> Start(TestApp app)
    {
        await app.InitializeAsync();
        return app;
    }

    public async ValueTask InitializeAsync()
    {
        AppContext.SetSwitch(Lianxin.Texts.Words.StrictSwitch, true);
        _database ??= await TestDatabase.Make(_empty);
        _app = Site.Build(_database.Place, new ConfigurationBuilder().Build(), builder =>
        {
            builder.Logging.ClearProviders().AddProvider(Log);
            builder.Services.AddSingleton<TimeProvider>(Clock);
            builder.WebHost.UseTestServer();
        });
        await _app.StartAsync();
    }

    /// <summary>Another server of the same district: beside this one on PostgreSQL, after it on SQLite, which takes one.</summary>
    public async Task<TestApp> Another()
    {
        if (TestDatabase.Kind == DatabaseKind.Sqlite)
        {
            await _app!.DisposeAsync();
            _app = null;
        }

        return await Start(new TestApp { _database = _database, _borrowed = true });
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        if (!_borrowed)
        {
            await _database!.DisposeAsync();
        }
    }
}
