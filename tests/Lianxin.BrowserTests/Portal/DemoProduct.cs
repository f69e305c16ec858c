using Lianxin.BrowserTests.Portal;

[assembly: AssemblyFixture(typeof(DemoProduct))]

namespace Lianxin.BrowserTests.Portal;

/// <summary>One published product with the demo town, for all journeys: the town is smaller, its states and kinds are the same.</summary>
public sealed class DemoProduct : IAsyncLifetime
{
    private ProductHost? _host;

    public ProductHost Host => _host ?? throw new InvalidOperationException("The product has not been started.");

    public async ValueTask InitializeAsync() => _host = await ProductHost.Start(ProductDatabase.Sqlite, "--demo", "--matters", "800");

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
    }
}
