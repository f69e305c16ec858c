using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;

namespace Lianxin.FaultTests;

/// <summary>
/// Programs that submit matters as fast as they are answered and remember every answer. Three requests in ten are sent again under their
/// old key; what broke off is asked for again later, as the interface tells programs to do.
/// </summary>
internal sealed class IntakeLoad(FaultPlace place)
{
    private const double Again = 0.3;

    private readonly ConcurrentDictionary<string, string> _acknowledged = new();
    private readonly ConcurrentDictionary<string, byte> _unknown = new();
    private readonly ConcurrentBag<string> _wrong = [];
    private int _sent;

    /// <summary>The number each key was answered with.</summary>
    internal IReadOnlyDictionary<string, string> Acknowledged => _acknowledged;

    /// <summary>Answers that may never be: another number for a key, a status that is no planned one.</summary>
    internal IReadOnlyCollection<string> Wrong => _wrong;

    /// <summary>How often each refusal was given.</summary>
    internal ConcurrentDictionary<int, int> Refused { get; } = new();

    /// <summary>Submits until it is stopped or the server is gone.</summary>
    internal async Task Run(Uri address, int workers, CancellationToken stop)
    {
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = workers }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(20) };
        await Task.WhenAll(Enumerable.Range(0, workers).Select(async _ =>
        {
            while (!stop.IsCancellationRequested)
            {
                var key = Random.Shared.NextDouble() < Again && Volatile.Read(ref _sent) is > 0 and var sent
                    ? Key(Random.Shared.Next(sent) + 1)
                    : Key(Interlocked.Increment(ref _sent));
                if (!await Submit(client, key))
                {
                    await Task.Delay(20, CancellationToken.None);
                }
            }
        }));
    }

    /// <summary>Asks again for everything that has no answer yet, until each has one.</summary>
    internal async Task Settle(Uri address, TimeSpan most)
    {
        using var client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(20) };
        for (var until = DateTime.UtcNow + most; !_unknown.IsEmpty;)
        {
            if (DateTime.UtcNow > until)
            {
                throw new TimeoutException($"{_unknown.Count} requests found no answer within {most}.");
            }

            foreach (var key in _unknown.Keys)
            {
                await Submit(client, key);
            }
        }
    }

    /// <summary>Every acknowledged matter is there once, and nothing else is.</summary>
    internal async Task MustBeThere()
    {
        Assert.Empty(_wrong);
        var there = await place.Numbers();
        Assert.Empty(_acknowledged.Values.Except(there));
        Assert.Equal(_acknowledged.Count, _acknowledged.Values.Distinct().Count());
        Assert.Empty(there.Except(_acknowledged.Values));
        Assert.Equal(there.Count, there.Distinct().Count());
    }

    private static string Key(int number) => $"fault-test-{number:D9}";

    private async Task<bool> Submit(HttpClient client, string key)
    {
        _unknown.TryAdd(key, 0);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/matters")
            {
                Content = JsonContent.Create(new { body = "路灯不亮，晚上看不见台阶。" + key, contact = new { phone = "138" + key[^8..] } }),
            };
            request.Headers.Authorization = new("Bearer", place.Key);
            request.Headers.Add("Idempotency-Key", key);
            using var answer = await client.SendAsync(request, CancellationToken.None);
            return await Take(key, (int)answer.StatusCode, await answer.Content.ReadAsStringAsync(CancellationToken.None));
        }
        catch (Exception broken) when (broken is HttpRequestException or TaskCanceledException or IOException)
        {
            // The caller cannot know whether it was recorded: it asks again.
            return false;
        }
    }

    private Task<bool> Take(string key, int status, string body)
    {
        if (status == 201)
        {
            var number = JsonDocument.Parse(body).RootElement.GetProperty("number").GetString()!;
            var first = _acknowledged.GetOrAdd(key, number);
            if (first != number)
            {
                _wrong.Add($"{key} was answered with two numbers.");
            }

            _unknown.TryRemove(key, out byte _);
            return Task.FromResult(true);
        }

        Refused.AddOrUpdate(status, 1, (_, n) => n + 1);
        if (status is not (409 or 429 or 503 or 507))
        {
            _wrong.Add($"{key}: {status} {body}");
            _unknown.TryRemove(key, out byte _);
        }

        return Task.FromResult(false);
    }
}
