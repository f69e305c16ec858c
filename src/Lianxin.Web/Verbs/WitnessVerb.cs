using System.CommandLine;
using System.Security.Cryptography;
using Lianxin.Database;
using Lianxin.Ledger;

namespace Lianxin.Web.Verbs;

/// <summary>
/// <c>witness</c>: on another party's machine, confirms that a site's logs only grow. Exit code 0: confirmed, 1: not reached or not taken,
/// 2: refused (a fork, a shorter log, an unknown key) or wrong arguments.
/// </summary>
internal sealed class WitnessVerb
{
    private const int Patience = 30;
    private const int Largest = 128 * 1024;

    private readonly Option<string> _url = new("--url") { Description = VerbWords.Say("verb.witness.url"), HelpName = "URL" };
    private readonly Option<string> _policy = new("--policy") { Description = VerbWords.Say("verb.witness.policy"), HelpName = "FILE" };
    private readonly Option<string> _key = new("--key") { Description = VerbWords.Say("verb.witness.key"), HelpName = "FILE", Required = true };
    private readonly Option<string> _state = new("--state") { Description = VerbWords.Say("verb.witness.state"), HelpName = "FILE" };
    private readonly Option<string?> _name = new("--name") { Description = VerbWords.Say("verb.witness.name"), HelpName = "NAME" };
    private readonly Option<int> _every = new("--every") { Description = VerbWords.Say("verb.witness.every"), HelpName = "MINUTES" };

    internal static Command Command()
    {
        var verb = new WitnessVerb();
        var command = new Command("witness", VerbWords.Say("verb.witness")) { verb._url, verb._policy, verb._key, verb._state, verb._name, verb._every };
        command.SetAction(verb.Run);
        return command;
    }

    private async Task<int> Run(ParseResult parse, CancellationToken stop)
    {
        var (output, error) = (parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error);
        try
        {
            if (!File.Exists(parse.GetValue(_key)!))
            {
                return NewKey(parse, output, error);
            }

            if (parse.GetValue(_url) is not { } url || !Uri.TryCreate(url.TrimEnd('/') + "/", UriKind.Absolute, out var site) || site.Scheme is not ("http" or "https")
                || parse.GetValue(_policy) is not { } policyFile || parse.GetValue(_state) is not { } state || parse.GetValue(_every) < 0)
            {
                error.WriteLine(VerbWords.Say("verb.witness.needs"));
                return VerbExit.Wrong;
            }

            var policy = LedgerPolicy.Parse(await File.ReadAllBytesAsync(policyFile, stop));
            using var key = SigningKey.Load(parse.GetValue(_key)!);
            var name = parse.GetValue(_name) ?? policy.Witnesses.FirstOrDefault(one => one.Key.PublicKey.AsSpan().SequenceEqual(key.PublicKey))?.Key.Name;
            if (name is null)
            {
                error.WriteLine(VerbWords.Say("verb.witness.no_name"));
                return VerbExit.Wrong;
            }

            using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = site, Timeout = TimeSpan.FromSeconds(Patience), MaxResponseContentBufferSize = Largest };
            var round = new WitnessRound(http, policy, key, name, WitnessMemory.Open(state), TimeProvider.System);
            return await Loop(round, parse.GetValue(_every), output, error, stop);
        }
        catch (Exception fault) when (fault is FormatException or IOException or UnauthorizedAccessException or CryptographicException)
        {
            error.WriteLine(fault.Message);
            return VerbExit.Wrong;
        }
    }

    private int NewKey(ParseResult parse, TextWriter output, TextWriter error)
    {
        if (parse.GetValue(_name) is not { } name || !VerifierKey.IsName(name))
        {
            error.WriteLine(VerbWords.Say("verb.witness.no_name"));
            return VerbExit.Wrong;
        }

        using var made = SigningKey.Create(parse.GetValue(_key)!);
        output.WriteLine(VerbWords.Say("verb.witness.made", parse.GetValue(_key)!));
        output.WriteLine($"witness {name} {made.AsWitness(name)}");
        return VerbExit.Done;
    }

    private static async Task<int> Loop(WitnessRound round, int minutes, TextWriter output, TextWriter error, CancellationToken stop)
    {
        while (true)
        {
            var exit = Report(await round.Run(stop), output, error);
            if (minutes == 0 || exit == VerbExit.Wrong)
            {
                return exit;
            }

            try
            {
                await Task.Delay(TimeSpan.FromMinutes(minutes), stop);
            }
            catch (OperationCanceledException)
            {
                // Stopped by its owner between two rounds.
                return VerbExit.Stopped;
            }
        }
    }

    private static int Report(IReadOnlyList<WitnessedLog> logs, TextWriter output, TextWriter error)
    {
        var exit = VerbExit.Done;
        foreach (var log in logs)
        {
            if (log.Answer is { } answer)
            {
                (answer == WitnessAnswer.Consistent ? output : error).WriteLine(VerbWords.Say("verb.witness.answer." + Conventions.Text(answer), log.Path, log.Size));
            }

            if (log.Trouble is not null)
            {
                error.WriteLine(VerbWords.Say("verb.witness.trouble", log.Path, log.Trouble));
            }

            if (log.Evidence is not null)
            {
                error.WriteLine(VerbWords.Say("verb.witness.evidence", log.Evidence));
            }

            exit = Math.Max(exit, log switch
            {
                { Answer: not (null or WitnessAnswer.Consistent) } => VerbExit.Wrong,
                { Trouble: not null } => VerbExit.Failed,
                _ => VerbExit.Done,
            });
        }

        return exit;
    }
}
