using Lianxin.Database;
using Lianxin.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Matters;

/// <summary>One opinion or suggestion of the digest; null words were erased.</summary>
public sealed record DigestRow(long Number, MatterForm Form, string? Category, string? Place, Guid Unit, DateTime ReceivedAt, bool Acknowledged, string? Words);

/// <summary>The opinions and suggestions of a month: collected, acknowledged, never late (ED-05, QW-20).</summary>
public static class OpinionDigest
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 100;

    /// <summary>A page of the month that begins on that day, among those the actor may see, from after a number on.</summary>
    public static Task<List<DigestRow>> Of(LianxinDb db, DateOnly month, long after, Actor actor, Rulebook rules)
    {
        var (from, to) = (ShanghaiTime.StartOfDay(month), ShanghaiTime.StartOfDay(month.AddMonths(1)));
        var opinions = db.Matters.Where(MatterVisibility.SeenBy(actor, rules)).Where(m =>
            m.Form != MatterForm.Demand && m.Form != MatterForm.Consultation && m.ReceivedAt >= from && m.ReceivedAt < to && m.Number > after
            && m.Outcome != MatterOutcome.EnteredInError);
        return (from m in opinions
                join body in db.Set<Wording>().Where(w => w.Path == "body") on m.BodySeq equals body.Seq into bodies
                from body in bodies.DefaultIfEmpty()
                orderby m.ReceivedAt, m.Number
                select new DigestRow(m.Number, m.Form, m.Category, m.Place, m.Unit, m.ReceivedAt, m.Outcome == MatterOutcome.Acknowledged, body.Value))
            .Take(PageSize + 1).ToListAsync();
    }
}
