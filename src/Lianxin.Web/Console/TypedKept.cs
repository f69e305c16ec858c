using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Lianxin.Web.Console;

/// <summary>A button beside the form (look up, propose, preview) minds no field: what was typed stays, right or wrong.</summary>
public static class TypedKept
{
    /// <summary>Takes every message away and leaves what was typed; the named fields are filled from the page again.</summary>
    public static void Forgive(this ModelStateDictionary state, params ReadOnlySpan<string> fresh)
    {
        foreach (var name in fresh)
        {
            state.Remove(name);
        }

        foreach (var entry in state.Values)
        {
            entry.Errors.Clear();
            entry.ValidationState = ModelValidationState.Skipped;
        }
    }
}
