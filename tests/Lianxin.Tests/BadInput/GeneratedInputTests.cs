using System.Diagnostics;
using Lianxin.Tests.Support;

namespace Lianxin.Tests.BadInput;

/// <summary>Inputs made from the listed ones by cutting, doubling, mixing and damaging: 500, or 50,000 with <c>LIANXIN_LONG=1</c>. The seed is fixed.</summary>
public sealed class GeneratedInputTests(ITestOutputHelper output)
{
    private const long MostGrowth = 200L << 20;
    private static readonly int Count = Environment.GetEnvironmentVariable("LIANXIN_LONG") == "1" ? 50_000 : 500;
    private static readonly string[] Odd = ["\0", "\u202e", "\ud800", "\uffff", "'", "\"", "<", ">", "&", "%", "\r\n", "{", "}", "\\", "../", "𠮷", "\u0301", "=", "0", "-", "9999999999", ";"];
    private static readonly ListedInput[] Bases = [.. ListedInput.All.Where(i => i.Category is "text" or "number" or "date" or "json" or "header" or "mail" or "path" && i.Sent.Length <= 4_000)];

    [Fact]
    public async Task Nothing_made_up_breaks_the_server_makes_it_tell_or_leaves_it_slow()
    {
        await using var app = await TestApp.Start();
        var sender = await InputSender.For(app);
        var random = new Random(20261123);
        var times = new List<double>(Count);
        await sender.Send(ListedInput.All[0]);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < Count; i++)
        {
            var input = Made(random, i);
            var watch = Stopwatch.GetTimestamp();
            foreach (var (status, text) in await sender.Send(input))
            {
                Assert.True(status < 500 || status is 503 or 507, $"{i} from {input.Id}: {status} for {Escaped(input)}");
                ListedInputTests.TellsNothing(text, $"{i} from {input.Id}");
            }

            times.Add(Stopwatch.GetElapsedTime(watch).TotalMilliseconds);
        }

        times.Sort();
        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        output.WriteLine($"{Count} inputs: median {times[Count / 2]:F1} ms, p99 {times[Count * 99 / 100]:F1} ms, longest {times[^1]:F1} ms, memory {grown / 1024.0 / 1024.0:F1} MB");
        Assert.True(grown <= MostGrowth, $"The memory grew by {grown} bytes.");
    }

    private static ListedInput Made(Random random, int number)
    {
        var start = Bases[random.Next(Bases.Length)];
        var isQuery = start.Target == "query";
        var value = isQuery ? start.Suffix : start.Sent;
        for (var steps = random.Next(1, 5); steps > 0; steps--)
        {
            value = Changed(random, value);
        }

        value = start.Target switch
        {
            "header" => value.Replace('\0', ' ').ReplaceLineEndings(" "),
            "path" => "/" + string.Concat(value.TrimStart('/').Where(c => c is > ' ' and < '\u007f')),
            _ => value,
        };
        var made = start with { Id = $"{start.Id}+{number}", Times = 1, Raw = false };
        return isQuery ? made with { Suffix = Whole(value) } : made with { Value = Whole(value) };
    }

    private static string Changed(Random random, string value)
    {
        var at = random.Next(value.Length + 1);
        var other = Bases[random.Next(Bases.Length)].Sent;
        return random.Next(6) switch
        {
            0 => value[..at],
            1 => value.Insert(at, Odd[random.Next(Odd.Length)]),
            2 => value + value[..Math.Min(value.Length, 500)],
            3 => value.Insert(at, other[..Math.Min(other.Length, random.Next(1, 300))]),
            4 when at < value.Length => value.Remove(at, 1).Insert(at, ((char)random.Next(0x21, 0x3000)).ToString()),
            _ => string.Concat(value[at..], value[..at]),
        };
    }

    // A percent coder takes no half pairs; how the server meets those is in the list as raw bytes.
    private static string Whole(string value) => string.Concat(value.EnumerateRunes().Select(r => r.ToString()));

    private static string Escaped(ListedInput input) => Uri.EscapeDataString(input.Value[..Math.Min(input.Value.Length, 200)]);
}
