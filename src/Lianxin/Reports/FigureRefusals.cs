using Lianxin.Foundation;

namespace Lianxin.Reports;

/// <summary>Why figures are not given.</summary>
public static class FigureRefusals
{
    internal static RefusedException NoSuchUnit(string code) => new("figures.no_such_unit", code) { Field = "unit" };

    internal static RefusedException NoSuchChannel(string code) => new("figures.no_such_channel", code) { Field = "channel" };

    /// <summary>No witness has confirmed the ledger for three days: no file leaves for an assessment until one does.</summary>
    public static RefusedException WitnessesSilent() => new("figures.witnesses_silent");

    internal static RefusedException RecordedBefore() => new("figures.recorded_before") { Field = "recordedBy" };

    internal static RefusedException NoSuchDefinitions(int version) => new("figures.no_such_definitions", version) { Field = "definitions" };
}
