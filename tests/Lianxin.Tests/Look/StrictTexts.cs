using System.Runtime.CompilerServices;
using Lianxin.Texts;

namespace Lianxin.Tests.Look;

internal static class StrictTexts
{
    // In the suite a key without a text is a fault, whichever test meets it first.
    [ModuleInitializer]
    internal static void TurnOn() => AppContext.SetSwitch(Words.StrictSwitch, true);
}
