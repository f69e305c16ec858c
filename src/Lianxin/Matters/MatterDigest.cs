namespace Lianxin.Matters;

/// <summary>Who has a matter now and what comes next, in a sentence's parts: “现在：… · 下一步：…”.</summary>
public sealed record MatterDigest(Guid Unit, Guid Officer, string NextKey, IReadOnlyList<object> NextArguments)
{
    /// <summary>The digest of a matter; days and names are the arguments of the text <see cref="NextKey"/>.</summary>
    public static MatterDigest Of(Matter matter, Rulebook rules, string language = "zh-Hans")
    {
        var (key, arguments) = Next(matter, rules, language);
        return new MatterDigest(matter.Unit, matter.Officer, "digest." + key, arguments);
    }

    private static (string Key, object[] Arguments) Next(Matter matter, Rulebook rules, string language) => matter.State switch
    {
        _ when matter.Master is { } master && matter.State != MatterState.Closed => ("merged", [new Foundation.MatterNumber(master).Grouped]),
        MatterState.Registered when matter.Backlog => ("backlog", []),
        MatterState.Registered when matter.Returns >= 2 => ("settle", []),
        MatterState.Registered => Dated("classify", matter),
        MatterState.Dispatched => ("accept", [rules.Units.NameOf(matter.OfferedTo!.Value, rules.Today, language)]),
        MatterState.Handling when matter.Paused => ("papers", []),
        MatterState.Handling => Dated("answer", matter),
        MatterState.Answered => Answered(matter),
        _ => ("closed", []),
    };

    private static (string Key, object[] Arguments) Answered(Matter matter) => matter switch
    {
        { IsHistory: true, DeliveredAt: null } => ("history", []),
        { DeliveredAt: null } => ("deliver", []),
        { Verdict: MatterVerdict.Partly, CheckDueOn: { } due } => ("promise", [due]),
        { Verdict: MatterVerdict.Not, CheckDueOn: { } due } => ("rule", [due]),
        _ => ("verdict", []),
    };

    private static (string Key, object[] Arguments) Dated(string key, Matter matter) =>
        matter.DueOn is { } due ? (key + ".dated", [due]) : (key, []);
}
