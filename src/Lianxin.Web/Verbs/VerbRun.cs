using Lianxin.Foundation;
using Lianxin.Web.Hosting;

namespace Lianxin.Web.Verbs;

/// <summary>Runs one call of a writing verb and turns every end into words and an exit code.</summary>
internal static class VerbRun
{
    internal static async Task<int> Run(IWritingVerb verb, VerbCall call, IServiceProvider services, ILogger log)
    {
        try
        {
            return await verb.Run(call, services);
        }
        catch (RefusedException no)
        {
            call.Error.WriteLine(call.Say("refusal." + no.Code, [.. no.Arguments]));
            return VerbExit.Failed;
        }
        catch (OperationCanceledException) when (call.Stop.IsCancellationRequested)
        {
            call.Error.WriteLine(call.Say("verb.stopped"));
            return VerbExit.Stopped;
        }
        catch (Exception fault)
        {
            log.LogError("Verb {Verb} failed: {Fault}", verb.Name, FaultCode.Trace(fault));
            call.Error.WriteLine(call.Say("verb.failed", verb.Name, FaultCode.Of(fault)));
            return VerbExit.Failed;
        }
    }
}
