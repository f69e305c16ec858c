using System.Globalization;
using System.Net;
using System.Text;
using Lianxin.Foundation;
using Lianxin.Ledger;

namespace Lianxin.Web.Verbs;

/// <summary>What one round made of one log: the judgement, or why none was reached.</summary>
public sealed record WitnessedLog(string Path, WitnessAnswer? Answer, long Size, string? Trouble, string? Evidence);

/// <summary>
/// One round of a witness over both logs of a site: fetch, compare with what is remembered, remember, cosign, send. It talks to the one
/// address it was given and follows no redirection.
/// </summary>
public sealed class WitnessRound(HttpClient http, LedgerPolicy policy, SigningKey key, string name, WitnessMemory memory, TimeProvider time)
{
    /// <summary>Runs over both logs; a log that is still empty is left out.</summary>
    public async Task<IReadOnlyList<WitnessedLog>> Run(CancellationToken stop)
    {
        var done = new List<WitnessedLog>();
        foreach (var log in LedgerLog.All)
        {
            try
            {
                if (await Run(log, stop) is { } one)
                {
                    done.Add(one);
                }
            }
            catch (Exception fault) when (fault is HttpRequestException or FormatException or TaskCanceledException && !stop.IsCancellationRequested)
            {
                done.Add(new WitnessedLog(log.Path, null, 0, fault.Message, null));
            }
        }

        return done;
    }

    private async Task<WitnessedLog?> Run(LedgerLog log, CancellationToken stop)
    {
        var held = policy.Logs.Where(one => log.IsOrigin(one.Key.Name)).Select(one => memory.Last(one.Key.Name)).FirstOrDefault(one => one is not null);
        var shown = await Shown(log, held?.Checkpoint.Size ?? 0, stop);
        if (shown is null)
        {
            return held is null ? null : Refused(log, held, WitnessAnswer.Shrunken, await Newest(log, stop));
        }

        // The site's word for the log it shows: a checkpoint of another log under this address is none of this one.
        var answer = log.IsOrigin(shown.Checkpoint.Checkpoint.Origin) ? WitnessJudgement.Of(policy, held, shown) : WitnessAnswer.AnotherLog;
        if (answer != WitnessAnswer.Consistent)
        {
            return Refused(log, held, answer, shown.Checkpoint);
        }

        memory.Keep(shown.Checkpoint);
        return await Send(log, shown.Checkpoint, stop);
    }

    private WitnessedLog Refused(LedgerLog log, SignedCheckpoint? held, WitnessAnswer answer, SignedCheckpoint? shown)
    {
        // Only what the log's own key signed is evidence against it.
        var evidence = held is not null && shown is not null && answer != WitnessAnswer.Unsigned && WitnessJudgement.IsSigned(policy, shown) ? memory.KeepEvidence(held, shown) : null;
        return new WitnessedLog(log.Path, answer, shown?.Checkpoint.Size ?? 0, null, evidence);
    }

    private async Task<ConsistencyFile?> Shown(LedgerLog log, long old, CancellationToken stop) =>
        await Get(string.Create(CultureInfo.InvariantCulture, $"{log.Path}/to-cosign/{old}"), stop) is { } bytes ? ConsistencyFile.Parse(bytes) : null;

    private async Task<SignedCheckpoint?> Newest(LedgerLog log, CancellationToken stop) =>
        await Get($"{log.Path}/checkpoint", stop) is { } bytes ? SignedCheckpoint.Parse(bytes) : null;

    private async Task<byte[]?> Get(string path, CancellationToken stop)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), stop);
        if (answer.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }

        return answer.StatusCode == HttpStatusCode.OK ? await answer.Content.ReadAsByteArrayAsync(stop) : throw new HttpRequestException($"{path}: {(int)answer.StatusCode}");
    }

    private async Task<WitnessedLog> Send(LedgerLog log, SignedCheckpoint shown, CancellationToken stop)
    {
        var signed = shown.With(key.Cosign(name, shown.Note.Text, time.GetUtcNow().UtcDateTime));
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes(signed.ToString()));
        using var answer = await http.PostAsync(new Uri($"{log.Path}/cosignature", UriKind.Relative), body, stop);
        var trouble = answer.IsSuccessStatusCode ? null : $"{log.Path}/cosignature: {(int)answer.StatusCode}";
        return new WitnessedLog(log.Path, WitnessAnswer.Consistent, shown.Checkpoint.Size, trouble, null);
    }
}
