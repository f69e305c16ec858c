using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Web.Hosting;

namespace Lianxin.Web.Console;

/// <summary>A matter beside its list: what it is about, what may be done, and its last hands.</summary>
public sealed record MatterBrief(Matter Matter, string Title, string? Body, MatterNames Names, MatterDigest Digest, IReadOnlyList<Step> Steps, IReadOnlyList<TimelineItem> Last, ListAddress? Address)
{
    private const int Hands = 5;

    /// <summary>The page of the matter.</summary>
    public string Path => Address?.Matter(Matter.Number) ?? $"/console/matters/{Digits}";

    /// <summary>The twelve digits.</summary>
    public string Digits => new MatterNumber(Matter.Number).Digits;

    /// <summary>The page of a step.</summary>
    public string PathOf(Step step) => Address?.On(StepLinks.Path(step, Matter.Number)) ?? StepLinks.Path(step, Matter.Number);

    /// <summary>The brief of a matter for one who may see it; null otherwise.</summary>
    public static async Task<MatterBrief?> Of(MatterReading reading, long number, Actor actor, ListAddress? address)
    {
        if (await reading.Find(number, actor) is not { } seen)
        {
            return null;
        }

        await using var db = reading.Open();
        var thread = await reading.Thread(db, seen.Rules, number);
        return new MatterBrief(
            seen.Matter,
            seen.Title ?? reading.Words["matter.erased"],
            thread.SelectMany(i => i.Words).FirstOrDefault(w => w.Path == "body")?.Text,
            new MatterNames(seen.Rules, reading.Words),
            MatterDigest.Of(seen.Matter, seen.Rules, reading.Words.Culture.Name),
            StepLinks.Sorted(MatterLifecycle.OpenTo(seen.Matter, actor, seen.Standing)),
            [.. thread.TakeLast(Hands)],
            address);
    }
}
