using System.Net.Sockets;
using System.Text;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lianxin.Tests.Support;

/// <summary>The site on a real port with the real server in front, for what a test server does not do: request lines, headers, lengths, connections.</summary>
public sealed class LiveServer : IAsyncLifetime
{
    private readonly Dictionary<string, string?> _settings;
    private TestDatabase _database = null!;
    private WebApplication _app = null!;

    public LiveServer()
        : this([])
    {
    }

    private LiveServer(Dictionary<string, string?> settings) => _settings = settings;

    public Uri Address { get; private set; } = null!;

    public KeptLog Log { get; } = new(LogLevel.Warning);

    /// <summary>A server started with these settings.</summary>
    public static async Task<LiveServer> With(params (string Key, string Value)[] settings)
    {
        var server = new LiveServer(settings.ToDictionary(s => s.Key, s => (string?)s.Value));
        await server.InitializeAsync();
        return server;
    }

    public async ValueTask InitializeAsync()
    {
        AppContext.SetSwitch(Lianxin.Texts.Words.StrictSwitch, true);
        _database = await TestDatabase.Make();
        _app = Site.Build(_database.Place, new ConfigurationBuilder().AddInMemoryCollection(_settings).Build(), builder =>
        {
            builder.Logging.ClearProviders().AddProvider(Log);
            builder.Services.AddSingleton<TimeProvider>(new TestClock());
            builder.WebHost.UseUrls("http://127.0.0.1:0");
        });
        await _app.StartAsync();
        Address = new Uri(_app.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _database.DisposeAsync();
    }

    public HttpClient Client() => new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = Address };

    /// <summary>Sends exactly these bytes (Latin-1) and reads until the server has said all or has been silent for a while.</summary>
    public async Task<string> Say(string bytes, CancellationToken stop)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(Address.Host, Address.Port, stop);
        await using var stream = socket.GetStream();
        var heard = new StringBuilder();
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(bytes), stop);
            var buffer = new byte[8192];
            while (true)
            {
                using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
                patience.CancelAfter(TimeSpan.FromSeconds(heard.Length == 0 ? 20 : 1));
                var read = await stream.ReadAsync(buffer, patience.Token);
                if (read == 0)
                {
                    return heard.ToString();
                }

                heard.Append(Encoding.Latin1.GetString(buffer, 0, read));
            }
        }
        catch (Exception end) when ((end is IOException or OperationCanceledException) && !stop.IsCancellationRequested)
        {
            // The server hung up on bytes it did not want, or keeps the connection open for the next request.
            return heard.ToString();
        }
    }
}
