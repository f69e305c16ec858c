using System.Net.Sockets;
using System.Text;

namespace Lianxin.FaultTests;

/// <summary>Clients that hang, and uploads that end half-way, hold nobody up.</summary>
public sealed class SlowClientTests
{
    [Fact]
    public async Task Hung_clients_and_half_uploads_hold_nobody_up()
    {
        var folder = Directory.CreateTempSubdirectory("lianxin-slow-").FullName;
        var place = await FaultPlace.Found(folder);
        var load = new IntakeLoad(place);
        await using (var server = await FaultServer.Start(place))
        {
            var hung = new List<TcpClient>();
            for (var i = 0; i < FaultSize.Hung; i++)
            {
                hung.Add(await Open(server, i % 2 == 0
                    ? "GET / HTTP/1.1\r\nHost: localhost\r\nX-Sl"
                    : "POST /report HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 900000\r\n\r\n--b\r\nContent-Disposition: form-data; name=\"Photos\"; filename=\"a.jpg\"\r\n\r\nhalf"));
            }

            using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            await load.Run(server.Address, 8, stop.Token);
            hung.ForEach(h => h.Dispose());
            await load.Settle(server.Address, TimeSpan.FromSeconds(10));
            Assert.NotEmpty(load.Acknowledged);
            Assert.Empty(load.Refused);
            await load.MustBeThere();
            Assert.False(server.HasExited);
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task<TcpClient> Open(FaultServer server, string half)
    {
        var client = new TcpClient();
        await client.ConnectAsync(server.Address.Host, server.Address.Port, TestContext.Current.CancellationToken);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(half), TestContext.Current.CancellationToken);
        return client;
    }
}
