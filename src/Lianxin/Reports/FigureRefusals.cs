using Lianxin.Foundation;

namespace Lianxin.Reports;

/// <summary>Why figures are not given.</summary>
internal static class FigureRefusals
{
    internal static RefusedException NoSuchUnit(string code) => new("figures.no_such_unit", code) { Field = "unit" };

    internal static RefusedException NoSuchChannel(string code) => new("figures.no_such_channel", code) { Field = "channel" };

    internal static RefusedException RecordedBefore() => new("figures.recorded_before") { Field = "recordedBy" };

    internal static RefusedException NoSuchDefinitions(int version) => new("figures.no_such_definitions", version) { Field = "definitions" };
}
