using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Lianxin.Web.Bench;

/// <summary>What a round of load came to: good answers, others, and the seconds it took.</summary>
internal sealed record LoadRound(long Good, long Bad, double Seconds)
{
    internal double Rate => Good / Seconds;
}

/// <summary>
/// Keeps a number of connections busy from one thread, so that it takes little of the machine that it measures. It runs in a process of its
/// own: requests lie ready in a file, and only their marks (runs of #) are overwritten with a number that rises.
/// </summary>
internal static class LoadDriver
{
    /// <summary>The child's side: drives, then prints good answers, others and seconds.</summary>
    internal static int Drive(int port, int connections, double seconds, long first, string file)
    {
        var requests = Read(file);
        var marks = requests.ConvertAll(Marks);
        var open = Enumerable.Range(0, connections).Select(_ => new RawConnection(port)).ToList();
        var bySocket = open.ToDictionary(c => c.Socket);
        var (good, bad, next, busy) = (0L, 0L, first, connections);
        void Send(RawConnection connection)
        {
            var at = (int)(next % requests.Count);
            Fill(requests[at], marks[at], next++);
            connection.Send(requests[at]);
        }

        var watch = Stopwatch.StartNew();
        open.ForEach(Send);
        var ready = new List<Socket>(connections);
        while (busy > 0)
        {
            ready.Clear();
            ready.AddRange(bySocket.Keys);
            Socket.Select(ready, null, null, 5_000_000);
            foreach (var socket in ready)
            {
                var connection = bySocket[socket];
                if (!connection.Read())
                {
                    continue;
                }

                if (connection.Status is 200 or 201)
                {
                    good++;
                }
                else if (bad++ == 0)
                {
                    System.Console.Error.WriteLine(connection.Answer);
                }

                if (watch.Elapsed.TotalSeconds < seconds)
                {
                    Send(connection);
                }
                else
                {
                    bySocket.Remove(socket);
                    busy--;
                }
            }
        }

        var took = watch.Elapsed.TotalSeconds;
        open.ForEach(c => c.Dispose());
        System.Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{good} {bad} {took:F4}"));
        return 0;
    }

    /// <summary>The bench's side: starts the child and reads what it measured.</summary>
    internal static async Task<LoadRound> Run(int port, int connections, double seconds, long first, string file)
    {
        using var child = Process.Start(BenchChild.Of("bench", "drive", "--port", $"{port}", "--connections", $"{connections}",
            "--seconds", seconds.ToString(CultureInfo.InvariantCulture), "--first", $"{first}", "--requests", file))!;
        var line = (await child.StandardOutput.ReadToEndAsync()).Trim().Split(' ');
        await child.WaitForExitAsync();
        return line.Length == 3
            ? new LoadRound(Number(line[0]), Number(line[1]), double.Parse(line[2], CultureInfo.InvariantCulture))
            : throw new InvalidOperationException($"The load driver ended with {child.ExitCode}.");
    }

    internal static void Write(string file, IEnumerable<byte[]> requests)
    {
        using var writer = new BinaryWriter(File.Create(file));
        foreach (var request in requests)
        {
            writer.Write(request.Length);
            writer.Write(request);
        }
    }

    private static List<byte[]> Read(string file)
    {
        using var reader = new BinaryReader(File.OpenRead(file));
        var requests = new List<byte[]>();
        while (reader.BaseStream.Position < reader.BaseStream.Length)
        {
            requests.Add(reader.ReadBytes(reader.ReadInt32()));
        }

        return requests;
    }

    private static List<Range> Marks(byte[] request)
    {
        var marks = new List<Range>();
        for (var i = 0; i < request.Length; i++)
        {
            var start = i;
            while (i < request.Length && request[i] == (byte)'#')
            {
                i++;
            }

            if (i - start >= 4)
            {
                marks.Add(start..i);
            }
        }

        return marks;
    }

    private static void Fill(byte[] request, List<Range> marks, long number)
    {
        foreach (var mark in marks)
        {
            var span = request.AsSpan(mark);
            var rest = number;
            for (var i = span.Length - 1; i >= 0; i--)
            {
                span[i] = (byte)('0' + (rest % 10));
                rest /= 10;
            }
        }
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
